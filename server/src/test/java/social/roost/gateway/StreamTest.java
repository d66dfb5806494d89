package social.roost.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import social.roost.base.Lifecycle;
import social.roost.event.Await;
import social.roost.http.Answer;
import social.roost.http.RawConnection;
import social.roost.http.RawRequest;

@DisplayName("Bodies and WebSockets pass through the gateway unchanged (J1)")
@Timeout(240)
class StreamTest {
    private static final int PIECE = 64 * 1024;
    private static final long SIZE = 256L << 20;

    /** What the buffers of sockets may contain. */
    private static final long ON_THE_WAY = 48L << 20;

    private final Lifecycle started = new Lifecycle();
    private final AtomicLong passed = new AtomicLong();
    private final CompletableFuture<HttpServerRequest> upload = new CompletableFuture<>();

    @AfterEach
    void stop() {
        started.close();
    }

    private int edge(BareRole role) throws IOException {
        return started.add(Edge.start(Map.of("users", role.address(), "answer-deadline", "20s"))).port;
    }

    @Test
    void aBodyThatNoRoleTakesIsRejectedHere() throws Exception {
        BareRole role = started.add(new BareRole(request -> upload.complete(request)));
        try (RawConnection connection = new RawConnection(edge(role))) {
            connection.send("PUT /users HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + SIZE + "\r\n\r\n");
            Answer answer = connection.read();
            assertThat(answer.status()).isEqualTo(413);
            assertThat(answer.member("code")).isEqualTo("body_too_large");
        }
        assertThat(upload).isNotDone();
    }

    @Test
    void aLargeDownloadGoesAtThePaceOfTheClient() throws Exception {
        BareRole role = started.add(new BareRole(request -> produce(request.response())));
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), edge(role))) {
            socket.getOutputStream()
                    .write("GET /users HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            Await.until(() -> passed.get() > 0);
            awaitStandstill(passed);
            assertThat(passed.get()).isLessThan(ON_THE_WAY);
            assertThat(read(socket.getInputStream())).isEqualTo(SIZE);
        }
    }

    private void produce(HttpServerResponse response) {
        response.putHeader("content-length", Long.toString(SIZE));
        response.drainHandler(nothing -> produceMore(response));
        produceMore(response);
    }

    private void produceMore(HttpServerResponse response) {
        while (passed.get() < SIZE && !response.writeQueueFull()) {
            response.write(Buffer.buffer(new byte[PIECE]));
            if (passed.addAndGet(PIECE) == SIZE) {
                response.end();
            }
        }
    }

    /** The number of bytes of the body. */
    private static long read(InputStream in) throws IOException {
        long read = 0;
        int newlines = 0;
        while (newlines < 2) {
            int c = in.read();
            newlines = c == '\n' ? newlines + 1 : c == '\r' ? newlines : 0;
        }
        while (read < SIZE) {
            read += in.readNBytes(PIECE).length;
        }
        return read;
    }

    private static void awaitStandstill(AtomicLong counter) throws InterruptedException {
        for (long before = -1; before != counter.get(); ) {
            before = counter.get();
            Thread.sleep(500);
        }
    }

    @Test
    void anAnswerThatBreaksOffAtOnceIsABadGateway() throws Exception {
        BareRole role = started.add(new BareRole(request -> {
            request.response().setChunked(true).write("half");
            request.response().reset(2);
        }));
        try (RawConnection connection = new RawConnection(edge(role))) {
            Answer answer = connection.call(RawRequest.of("GET", "/users"));
            assertThat(answer.status()).isEqualTo(502);
            assertThat(answer.member("code")).isEqualTo("broken_off");
        }
    }

    @Test
    @DisplayName("A rejected WebSocket leaves no connection to the role behind")
    void aRejectedWebSocketLeavesNoConnection() throws Exception {
        FakeRole role = started.add(FakeRole.start("/users"));
        int port = started.add(Edge.start(Map.of("users", role.address()))).port;
        for (int i = 0; i < 30; i++) {
            try (RawConnection connection = new RawConnection(port)) {
                connection.send("""
                        GET /users HTTP/1.1
                        Host: localhost
                        Connection: upgrade
                        Upgrade: websocket
                        Sec-WebSocket-Version: 13
                        Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==

                        """.replace("\n", "\r\n"));
                assertThat(connection.read().status()).isEqualTo(200);
            }
        }
        Await.until(() -> role.server.connections() < 15);
    }

    @Test
    void aLongAnswerThatBreaksOffIsNotTakenForTheWhole() throws Exception {
        BareRole role = started.add(new BareRole(request -> {
            request.response().setChunked(true).write(Buffer.buffer(new byte[2 << 20]));
            Objects.requireNonNull(Vertx.currentContext())
                    .owner()
                    .setTimer(500, timer -> request.response().reset(2));
        }));
        try (RawConnection connection = new RawConnection(edge(role))) {
            connection.send(RawRequest.of("GET", "/users"));
            assertThat(readToTheEnd(connection)).startsWith("HTTP/1.1 200").doesNotContain("\r\n0\r\n");
        }
    }

    @Test
    void aBodyThatBreaksOffReachesNoRole() throws Exception {
        BareRole role = started.add(new BareRole(request -> upload.complete(request)));
        int port = edge(role);
        try (RawConnection connection = new RawConnection(port)) {
            connection.send("PUT /users HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n");
        }
        try (RawConnection connection = new RawConnection(port)) {
            connection.send(RawRequest.of("GET", "/users/next"));
            assertThat(upload.get(10, TimeUnit.SECONDS).path()).isEqualTo("/users/next");
        }
    }

    private static String readToTheEnd(RawConnection connection) throws IOException {
        return new String(connection.readBytes(4 << 20), StandardCharsets.ISO_8859_1);
    }

    @Test
    void aWebSocketPassesThrough() throws Exception {
        BareRole role = started.add(new BareRole(
                request -> request.response().end(), socket -> socket.textMessageHandler(socket::writeTextMessage)));
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        try (HttpClient client = HttpClient.newHttpClient()) {
            WebSocket socket = client.newWebSocketBuilder()
                    .buildAsync(URI.create("ws://127.0.0.1:" + edge(role) + "/users"), listener(heard))
                    .get(10, TimeUnit.SECONDS);
            for (String text : new String[] {"hello", "x".repeat(10_000), "bye"}) {
                socket.sendText(text, true).get(10, TimeUnit.SECONDS);
                assertThat(heard.poll(10, TimeUnit.SECONDS)).isEqualTo(text);
            }
            socket.sendClose(WebSocket.NORMAL_CLOSURE, "").get(10, TimeUnit.SECONDS);
            assertThat(heard.poll(10, TimeUnit.SECONDS)).isEqualTo("closed");
        }
    }

    private static WebSocket.Listener listener(BlockingQueue<String> heard) {
        return new WebSocket.Listener() {
            private final StringBuilder text = new StringBuilder();

            @Override
            public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
                text.append(data);
                if (last) {
                    heard.add(text.toString());
                    text.setLength(0);
                }
                socket.request(1);
                return null;
            }

            @Override
            public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
                heard.add("closed");
                return null;
            }
        };
    }

    @Test
    void aWebSocketThatTheRoleRefusesIsRefused() throws Exception {
        BareRole role = started.add(new BareRole(request -> request.response().end()));
        try (RawConnection connection = new RawConnection(edge(role))) {
            Answer answer = connection.call(RawRequest.of("GET", "/users")
                    .header("connection", "upgrade")
                    .header("upgrade", "websocket")
                    .header("sec-websocket-version", "99")
                    .header("sec-websocket-key", "dGhlIHNhbXBsZSBub25jZQ=="));
            assertThat(answer.status()).isGreaterThanOrEqualTo(400).isLessThan(500);
        }
    }
}
