package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;
import static social.roost.app.LocalServer.expect;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import social.roost.base.Together;
import social.roost.event.Await;
import social.roost.http.Answer;
import social.roost.http.RawConnection;
import social.roost.http.RawRequest;

/** A user has at most as many streams as allowed, however many are opened at once, and each place is released once. */
@DisplayName("The places of streams (E1, SECURITY 16)")
@Timeout(240)
class StreamPlacesTest {
    private static final String STREAM = "/api/roost/v1/stream";
    private static final String EVENTS = "/api/roost/v1/stream/events";
    private static final int MAXIMUM = 5;
    private static final int UNREAD = 0;

    @TempDir
    static Path folder;

    private static LocalServer roost;
    private static String alice;

    @BeforeAll
    static void start() {
        roost = new LocalServer(folder, "live.maximum-per-user=" + MAXIMUM);
        alice = roost.register("alice");
    }

    @AfterAll
    static void stop() {
        roost.close();
    }

    private static int open() {
        return roost.server.features().live.streams.open();
    }

    private static RawRequest opening(String path, String token) {
        RawRequest request = RawRequest.of("GET", path).token(token);
        return path.startsWith(EVENTS) ? request : upgrade(request).header("connection", "Upgrade");
    }

    private static RawRequest upgrade(RawRequest request) {
        return request.header("upgrade", "websocket")
                .header("sec-websocket-version", "13")
                .header("sec-websocket-key", "dGhlIHNhbXBsZSBub25jZQ==");
    }

    private static boolean isOpened(RawConnection connection, String path, String token) throws IOException {
        int status = connection.call(opening(path, token)).status();
        assertThat(status).isIn(101, 200, 429);
        return status != 429;
    }

    @ParameterizedTest
    @ValueSource(strings = {STREAM, EVENTS})
    void ofManyOpenedAtOnceNoMoreThanAreAllowed(String path) throws Exception {
        String token = roost.token(alice);
        List<RawConnection> connections = new ArrayList<>();
        try {
            for (int i = 0; i < 60; i++) {
                connections.add(new RawConnection(roost.port));
            }
            List<Callable<Boolean>> attempts = connections.stream()
                    .<Callable<Boolean>>map(connection -> () -> isOpened(connection, path, token))
                    .toList();
            assertThat(Collections.frequency(Together.callAll(attempts), true)).isEqualTo(MAXIMUM);
            assertThat(open()).isEqualTo(MAXIMUM);
        } finally {
            for (RawConnection connection : connections) {
                connection.close();
            }
        }
        Await.until(() -> open() == 0);
    }

    /** How a stream ends, or is not even opened. */
    enum Ending {
        DROPPED(101, STREAM),
        DROPPED_EVENTS(200, EVENTS),
        DROPPED_UNREAD(UNREAD, STREAM),
        DROPPED_UNREAD_EVENTS(UNREAD, EVENTS),
        CLOSED_BY_CLIENT(101, STREAM),
        VIOLATED(101, STREAM),
        REVOKED(101, STREAM),
        REVOKED_EVENTS(200, EVENTS),
        HEAD(200, EVENTS),
        NO_UPGRADE(426, STREAM),
        NO_CONNECTION_HEADER(400, STREAM),
        BAD_EVENT_ID(422, EVENTS + "?last_event_id=x"),
        OTHER_ORIGIN(403, EVENTS);

        private final int status;
        private final String path;

        Ending(int status, String path) {
            this.status = status;
            this.path = path;
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPlaceIsGivenBackOnceHoweverTheStreamEnds(Ending ending) throws Exception {
        for (int i = 0; i < 2 * MAXIMUM + 1; i++) {
            end(ending, roost.token(alice));
            Await.until(() -> open() == 0);
        }
        String token = roost.token(alice);
        List<RawConnection> all = new ArrayList<>();
        for (int i = 0; i < MAXIMUM; i++) {
            all.add(new RawConnection(roost.port));
            assertThat(isOpened(all.getLast(), EVENTS, token)).isTrue();
        }
        try (RawConnection oneMore = new RawConnection(roost.port)) {
            assertThat(isOpened(oneMore, EVENTS, token)).isFalse();
        }
        for (RawConnection connection : all) {
            connection.close();
        }
        Await.until(() -> open() == 0);
    }

    private static void end(Ending ending, String token) throws IOException {
        try (RawConnection connection = new RawConnection(roost.port)) {
            RawRequest request = request(ending, token);
            connection.send(request);
            if (ending.status != UNREAD) {
                Answer answer = connection.read(request.method());
                assertThat(answer.status()).as("%s: %s", ending, answer).isEqualTo(ending.status);
                finish(ending, connection, token);
            }
        }
    }

    private static void finish(Ending ending, RawConnection connection, String token) throws IOException {
        switch (ending) {
            case CLOSED_BY_CLIENT -> connection.send(frame(0x88));
            case VIOLATED -> connection.send(frame(0x83));
            case REVOKED, REVOKED_EVENTS ->
                expect(
                        204,
                        roost.call(RawRequest.of("DELETE", "/api/roost/v1/sessions/current")
                                .token(token)));
            default -> {
                return;
            }
        }
        while (!connection.ends()) {
            // Events sent before the end.
        }
    }

    /** Empty, and masked. */
    private static byte[] frame(int start) {
        return new byte[] {(byte) start, (byte) 0x80, 0, 0, 0, 0};
    }

    private static RawRequest request(Ending ending, String token) {
        return switch (ending) {
            case HEAD -> RawRequest.of("HEAD", ending.path).token(token);
            case NO_UPGRADE -> RawRequest.of("GET", ending.path).token(token);
            case NO_CONNECTION_HEADER ->
                upgrade(RawRequest.of("GET", ending.path).token(token));
            case OTHER_ORIGIN ->
                RawRequest.of("GET", ending.path)
                        .header("cookie", "roost_session=" + token)
                        .header("origin", "https://elsewhere.example");
            default -> opening(ending.path, token);
        };
    }
}
