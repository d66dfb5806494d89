package social.roost.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import social.roost.base.Lifecycle;
import social.roost.http.Answer;
import social.roost.http.RawConnection;
import social.roost.http.RawHttp2;
import social.roost.http.RawRequest;

@DisplayName("Headers that the gateway forwards (J1)")
@Timeout(240)
class HeadersTest {
    private record Seen(HttpVersion version, String method, String uri, MultiMap headers, String body) {}

    private final Lifecycle started = new Lifecycle();
    private final BlockingQueue<Seen> seen = new LinkedBlockingQueue<>();
    private int port;

    @BeforeEach
    void start() throws IOException {
        BareRole users = started.add(new BareRole(this::answer));
        port = started.add(Edge.start(Map.of("users", users.address()))).port;
    }

    @AfterEach
    void stop() {
        started.close();
    }

    private void answer(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            MultiMap headers = MultiMap.caseInsensitiveMultiMap().addAll(request.headers());
            seen.add(new Seen(request.version(), request.method().name(), request.uri(), headers, body.toString()));
            request.response().headers().add("set-cookie", "a=1").add("set-cookie", "b=2");
            request.response()
                    .putHeader("x-kept", "yes")
                    .putHeader("x-request-id", "the-role-s")
                    .end("seen");
        });
    }

    private Seen send(RawRequest request) throws Exception {
        try (RawConnection connection = new RawConnection(port)) {
            assertThat(connection.call(request).status()).isEqualTo(200);
        }
        return next();
    }

    private Seen next() throws InterruptedException {
        Seen next = seen.poll(5, TimeUnit.SECONDS);
        assertThat(next).isNotNull();
        return next;
    }

    @Test
    void rolesAreSpokenToInHttp2() throws Exception {
        Seen request = send(RawRequest.of("GET", "/users/7?a=%20b&c"));
        assertThat(request.version()).isEqualTo(HttpVersion.HTTP_2);
        assertThat(request.uri()).isEqualTo("/users/7?a=%20b&c");
    }

    @Test
    void headersOfOneConnectionStayBehind() throws Exception {
        MultiMap headers = send(RawRequest.of("GET", "/users")
                        .header("connection", "keep-alive, X-Secret , close-not")
                        .header("X-Secret", "1")
                        .header("close-not", "1")
                        .header("keep-alive", "timeout=5")
                        .header("te", "trailers")
                        .header("proxy-authorization", "Basic eA==")
                        .header("authorization", "Bearer t")
                        .header("x-kept", "yes"))
                .headers();
        assertThat(headers.names())
                .doesNotContain(
                        "connection", "x-secret", "close-not", "keep-alive", "te", "proxy-authorization", "upgrade");
        assertThat(headers.get("authorization")).isEqualTo("Bearer t");
        assertThat(headers.get("x-kept")).isEqualTo("yes");
    }

    @Test
    void whatAClientSaysOfItsOriginIsReplaced() throws Exception {
        MultiMap headers = send(RawRequest.of("GET", "/users")
                        .header("x-forwarded-for", "6.6.6.6")
                        .header("X-Forwarded-Proto", "https")
                        .header("x-forwarded-host", "evil.example")
                        .header("x-forwarded-user", "root")
                        .header("forwarded", "for=6.6.6.6")
                        .header("x-real-ip", "6.6.6.6")
                        .header("x-request-id", "mine"))
                .headers();
        assertThat(headers.getAll("x-forwarded-for")).containsExactly("127.0.0.1");
        assertThat(headers.getAll("x-forwarded-proto")).containsExactly("http");
        assertThat(headers.getAll("x-forwarded-host")).containsExactly("localhost");
        assertThat(headers.names()).doesNotContain("forwarded", "x-real-ip", "x-forwarded-user");
        assertThat(headers.getAll("x-request-id")).containsExactly("mine");
    }

    @Test
    void whatConnectionNamesCannotTakeAwayWhatTheGatewaySays() throws Exception {
        MultiMap headers = send(RawRequest.of("GET", "/users").header("connection", "x-forwarded-for, x-request-id"))
                .headers();
        assertThat(headers.get("x-forwarded-for")).isEqualTo("127.0.0.1");
        assertThat(headers.get("x-request-id")).isNotEmpty();
    }

    @Test
    void headersOfAnAnswerPassAndTheRequestIdIsOne() throws Exception {
        try (RawConnection connection = new RawConnection(port)) {
            Answer answer = connection.call(RawRequest.of("GET", "/users").header("x-request-id", "mine"));
            assertThat(answer.headers().get("set-cookie")).containsExactly("a=1", "b=2");
            assertThat(answer.header("x-kept")).hasValue("yes");
            assertThat(answer.headers().get("x-request-id")).containsExactly("mine");
        }
    }

    @Test
    void twoLengthsOfOneBodyDoNotSmuggleASecondRequest() throws Exception {
        String smuggled = "GET /users/smuggled HTTP/1.1\r\nHost: localhost\r\n\r\n";
        byte[] body = ("0\r\n\r\n" + smuggled).getBytes(StandardCharsets.ISO_8859_1);
        try (RawConnection connection = new RawConnection(port)) {
            connection.send("POST /users HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + body.length
                    + "\r\nTransfer-Encoding: chunked\r\n\r\n");
            connection.send(body);
            Answer answer = connection.read();
            assertThat(answer.status()).isEqualTo(400);
            assertThat(connection.ends()).isTrue();
        }
        assertThat(seen).isEmpty();
    }

    @Test
    void twoContentLengthsAreRefused() throws Exception {
        try (RawConnection connection = new RawConnection(port)) {
            Answer answer = connection.call(RawRequest.of("POST", "/users")
                    .header("content-length", "3")
                    .json("{}"));
            assertThat(answer.status()).isEqualTo(400);
        }
        assertThat(seen).isEmpty();
    }

    @Test
    void aBodyInPiecesPassesWhole() throws Exception {
        byte[] body = "x".repeat(10_000).getBytes(StandardCharsets.ISO_8859_1);
        Seen request = send(RawRequest.of("PUT", "/users").chunked(body, 999));
        assertThat(request.body()).hasSize(10_000);
        assertThat(request.headers().names()).doesNotContain("transfer-encoding");
    }

    @Test
    void aMalformedBodyIsRefusedAndNotTakenForTheWhole() throws Exception {
        try (RawConnection connection = new RawConnection(port)) {
            connection.send("POST /users HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n");
            connection.send("3\r\nabc\r\nno number\r\n");
            assertThat(connection.read().status()).isEqualTo(400);
        }
        assertThat(seen.poll(200, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void clientsMaySpeakHttp2() throws Exception {
        try (RawHttp2 client = new RawHttp2(port)) {
            for (int i = 0; i < 3; i++) {
                assertThat(client.call("POST", "/users", "hello").text()).isEqualTo("seen");
                assertThat(next().body()).isEqualTo("hello");
            }
        }
    }
}
