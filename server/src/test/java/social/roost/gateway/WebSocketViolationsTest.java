package social.roost.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import social.roost.base.Lifecycle;
import social.roost.http.EventStream;
import social.roost.http.RawConnection;
import social.roost.http.RawRequest;
import social.roost.http.Response;

/** Frame by frame, to a listener and through a gateway. */
@DisplayName("A WebSocket that breaks the protocol is closed with the code for that (SECURITY 16, CASES W-7)")
@Timeout(120)
class WebSocketViolationsTest {
    private static final int CONTINUATION = 0;
    private static final int TEXT = 1;
    private static final int BINARY = 2;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int FINAL = 0x80;
    private static final int RESERVED = 0x40;
    private static final int MASKED = 0x80;
    private static final int TOO_LONG = 16 * 1024 + 1;

    private static final Lifecycle STARTED = new Lifecycle();
    private static List<Integer> ports;

    @BeforeAll
    static void start() throws IOException {
        FakeRole role = STARTED.add(FakeRole.start("/users"));
        role.handler = request -> Response.webSocket(new Deaf());
        ports = List.of(role.port, STARTED.add(Edge.start(Map.of("users", role.address()))).port);
    }

    @AfterAll
    static void stop() {
        STARTED.close();
    }

    static Stream<Arguments> violations() {
        byte[] bad = {'a', (byte) 0xC3, (byte) 0x28};
        byte[] surrogate = {(byte) 0xED, (byte) 0xA0, (byte) 0x80};
        byte[] half = {'a', (byte) 0xC3};
        return Stream.of(
                Arguments.of("invalid UTF-8", 1007, frame(FINAL | TEXT, bad)),
                Arguments.of("half of a surrogate pair", 1007, frame(FINAL | TEXT, surrogate)),
                Arguments.of("UTF-8 that ends early", 1007, frame(FINAL | TEXT, half)),
                Arguments.of(
                        "invalid UTF-8 in a fragment", 1007, both(frame(TEXT, half), frame(FINAL | CONTINUATION, bad))),
                Arguments.of("a frame that is too long", 1009, frame(FINAL | TEXT, new byte[TOO_LONG])),
                Arguments.of(
                        "a message that is too long",
                        1009,
                        both(frame(TEXT, text(10_000)), frame(FINAL | CONTINUATION, text(10_000)))),
                Arguments.of("binary data", 1003, frame(FINAL | BINARY, text(3))),
                Arguments.of("no mask", 1002, new byte[] {(byte) (FINAL | TEXT), 1, 'a'}),
                Arguments.of("a reserved bit", 1002, frame(FINAL | RESERVED | TEXT, text(1))),
                Arguments.of("a reserved opcode", 1002, frame(FINAL | 3, text(1))),
                Arguments.of("a reserved control opcode", 1002, frame(FINAL | 0xB, text(1))),
                Arguments.of("a continuation of nothing", 1002, frame(FINAL | CONTINUATION, text(1))),
                Arguments.of(
                        "a message within another", 1002, both(frame(TEXT, text(1)), frame(FINAL | TEXT, text(1)))),
                Arguments.of("a ping in fragments", 1002, frame(PING, text(1))),
                Arguments.of("a ping that is too long", 1002, frame(FINAL | PING, text(126))),
                Arguments.of("a close of one byte", 1002, frame(FINAL | CLOSE, text(1))));
    }

    private static byte[] text(int length) {
        return "a".repeat(length).getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] both(byte[] first, byte[] second) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(first);
        both.writeBytes(second);
        return both.toByteArray();
    }

    /** Masked with zeros, which do not change the payload. */
    private static byte[] frame(int start, byte[] payload) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(start);
        if (payload.length < 126) {
            frame.write(MASKED | payload.length);
        } else {
            frame.write(MASKED | 126);
            frame.write(payload.length >> 8);
            frame.write(payload.length);
        }
        frame.writeBytes(new byte[4]);
        frame.writeBytes(payload);
        return frame.toByteArray();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void violations(String what, int code, byte[] frames) throws IOException {
        for (int port : ports) {
            try (RawConnection connection = open(port)) {
                connection.send(frames);
                byte[] head = connection.readBytes(2);
                assertThat(head).as(what).hasSize(2);
                assertThat(head[0] & 0xFF).as("a close frame for %s", what).isEqualTo(FINAL | CLOSE);
                byte[] payload = connection.readBytes(head[1]);
                assertThat(((payload[0] & 0xFF) << 8) | (payload[1] & 0xFF))
                        .as(what)
                        .isEqualTo(code);
                assertThat(connection.ends()).as(what).isTrue();
            }
        }
    }

    private static RawConnection open(int port) throws IOException {
        RawConnection connection = new RawConnection(port);
        int status = connection
                .call(RawRequest.of("GET", "/users")
                        .header("connection", "Upgrade")
                        .header("upgrade", "websocket")
                        .header("sec-websocket-version", "13")
                        .header("sec-websocket-key", "dGhlIHNhbXBsZSBub25jZQ=="))
                .status();
        assertThat(status).isEqualTo(101);
        return connection;
    }

    private static final class Deaf implements EventStream.Listener {
        @Override
        public void opened(EventStream stream) {}

        @Override
        public void received(String message) {}

        @Override
        public void drained() {}

        @Override
        public void closed() {}
    }
}
