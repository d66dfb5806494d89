package social.roost.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import social.roost.base.Lifecycle;
import social.roost.http.Answer;
import social.roost.http.EventStream;
import social.roost.http.RawConnection;
import social.roost.http.RawHttp2;
import social.roost.http.Response;

/** Each request over HTTP/1.1 and HTTP/2, with and without TLS, to a listener and through a gateway. */
@DisplayName("HTTP's rules for requests (J3, SECURITY 16, CASES H)")
@Timeout(240)
class RequestRulesTest {
    private static final String BODY = "{}";

    @TempDir
    static Path folder;

    private static final Lifecycle STARTED = new Lifecycle();
    private static final Map<Boolean, Integer> LISTENERS = new HashMap<>();
    private static final Map<Boolean, Integer> GATEWAYS = new HashMap<>();
    private static TlsClient tls;

    @BeforeAll
    static void start() throws Exception {
        TestCertificates.write(folder);
        tls = TlsClient.anonymous(folder.resolve("ca.pem"));
        for (boolean secure : List.of(false, true)) {
            Map<String, String> settings = new HashMap<>(Map.of("port", "0", "drain-timeout", "1ms"));
            if (secure) {
                settings.put("tls.certificate", folder.resolve("all.pem").toString());
                settings.put("tls.key", folder.resolve("all-key.pem").toString());
            }
            LISTENERS.put(secure, role(settings).port);
            FakeRole behind = role(Map.of("port", "0", "drain-timeout", "1ms"));
            GATEWAYS.put(secure, STARTED.add(Edge.start(Map.of("users", behind.address()), settings)).port);
        }
    }

    private static FakeRole role(Map<String, String> settings) throws IOException {
        FakeRole role = STARTED.add(FakeRole.start("/users", settings));
        role.handler = request -> request.query("socket").isPresent()
                ? Response.webSocket(new NobodyListens())
                : Response.data(200, "done");
        return role;
    }

    @AfterAll
    static void stop() {
        STARTED.close();
    }

    /** How a request is sent. */
    record Way(boolean gateway, boolean secure) {
        static List<Way> all() {
            return List.of(new Way(false, false), new Way(false, true), new Way(true, false), new Way(true, true));
        }

        Socket connect(String protocol) throws IOException {
            int port = Objects.requireNonNull((gateway ? GATEWAYS : LISTENERS).get(secure));
            return secure ? tls.connect(port, protocol) : new Socket(InetAddress.getLoopbackAddress(), port);
        }

        Answer http1(String request) throws IOException {
            try (RawConnection connection = new RawConnection(connect("http/1.1"))) {
                connection.send(request);
                return connection.read();
            }
        }

        Answer http2(String request) throws IOException {
            String[] parts = request.split(" ", -1);
            List<String> headers = new ArrayList<>(List.of(":scheme", "http", ":method", parts[0], ":path", parts[1]));
            Arrays.stream(parts).skip(2).forEach(header -> headers.addAll(List.of(header.split("=", 2))));
            try (RawHttp2 connection = new RawHttp2(connect("h2"))) {
                return connection.call(parts[0].equals("POST") ? BODY : "", headers);
            }
        }
    }

    /** @param code of the problem; empty if there is none */
    record Case(String request, int status, String code) {}

    private static final String MALFORMED = "malformed_request";

    static Stream<Case> http1() {
        String get = "GET /users HTTP/1.1|Host: x|";
        String post = "POST /users HTTP/1.1|Host: x|Content-Type: application/json|";
        String sized = "Content-Length: 2||{}";
        String chunks = "|2|{}|0||";
        return Stream.of(
                new Case(get, 200, ""),
                new Case("GET /users HTTP/1.1|hOST: roost.example:8080|", 200, ""),
                new Case("GET /users HTTP/1.1|Host: [::1]:8080|", 200, ""),
                new Case("GET http://x/users HTTP/1.1|Host: x|", 200, ""),
                new Case("GET HTTPS://x/users?a HTTP/1.1|Host: x|", 200, ""),
                new Case("GET /users HTTP/1.1|", 400, MALFORMED),
                new Case("GET /users HTTP/1.1|Host: x|Host: y|", 400, MALFORMED),
                new Case("GET /users HTTP/1.1|Host: x|Host: x|", 400, MALFORMED),
                new Case("GET /users HTTP/1.1|Host:|", 400, MALFORMED),
                new Case("GET /users HTTP/1.1|Host: a b@c/|", 400, MALFORMED),
                new Case("GET /users HTTP/1.1|Host: x:port|", 400, MALFORMED),
                new Case("GET /users HTTP/1.1|Host: x:99999|", 400, MALFORMED),
                new Case("GET /users HTTP/1.1|Host: [::1|", 400, MALFORMED),
                new Case("GET /users HTTP/1.1|Host: user@x|", 400, MALFORMED),
                new Case("GET /users HTTP/1.1|Host: x/users|", 400, MALFORMED),
                new Case("GET users HTTP/1.1|Host: x|", 400, MALFORMED),
                new Case("GET xusers HTTP/1.1|Host: x|", 400, MALFORMED),
                new Case("GET x/users HTTP/1.1|Host: x|", 400, MALFORMED),
                new Case("GET ftp://x/users HTTP/1.1|Host: x|", 400, MALFORMED),
                new Case("GET http:///users HTTP/1.1|Host: x|", 400, MALFORMED),
                new Case("GET * HTTP/1.1|Host: x|", 400, MALFORMED),
                new Case("CONNECT x:80 HTTP/1.1|Host: x|", 400, MALFORMED),
                new Case(get + "Authorization: Bearer a|Authorization: Bearer b|", 400, MALFORMED),
                new Case(get + "Origin: http://a|origin: http://b|", 400, MALFORMED),
                new Case(get + "Idempotency-Key: a|Idempotency-Key: b|", 400, MALFORMED),
                new Case(get + "Idempotency-Key: a|Idempotency-Key: a|", 200, ""),
                new Case(get + "Accept: a|Accept: b|", 200, ""),
                new Case(post + "Content-Type: text/plain|" + sized, 400, MALFORMED),
                new Case(post + sized, 200, ""),
                new Case(post + "Transfer-Encoding: Chunked|" + chunks, 200, ""),
                new Case(post + "Content-Encoding: identity|" + sized, 200, ""),
                new Case(post + "Content-Encoding: gzip|" + sized, 415, "unsupported_encoding"),
                new Case(
                        post + "Content-Encoding: identity|Content-Encoding: br|" + sized, 415, "unsupported_encoding"),
                new Case(post + "Transfer-Encoding: gzip, chunked|" + chunks, 501, "unsupported_transfer_encoding"),
                new Case(
                        post + "Transfer-Encoding: gzip|Transfer-Encoding: chunked|" + chunks,
                        501,
                        "unsupported_transfer_encoding"),
                new Case(post + "Transfer-Encoding: identity, chunked|" + chunks, 400, MALFORMED),
                new Case(post + "Transfer-Encoding: chunked, chunked|" + chunks, 400, MALFORMED),
                new Case(post + "Transfer-Encoding: chunked, gzip|" + chunks, 400, MALFORMED),
                new Case(post + "Transfer-Encoding: identity|" + chunks, 400, MALFORMED),
                new Case(post + "Transfer-Encoding:|" + chunks, 400, MALFORMED));
    }

    @ParameterizedTest
    @MethodSource
    void http1(Case each) throws IOException {
        for (Way way : Way.all()) {
            Answer answer = way.http1((each.request() + "|").replace("|", "\r\n"));
            check(way + " " + each, answer, each.status(), each.code());
            assertThat(answer.closes()).as("%s %s", way, each).isEqualTo(each.status() >= 400);
        }
    }

    /** HTTP/1.0, which Vert.x does not support over TLS. */
    @ParameterizedTest
    @CsvSource({"'', 200", "Host: x|, 200", "Host: x|Host: y|, 400", "Host: a b|, 400"})
    void http10NeedsNoHost(String host, int status) throws IOException {
        for (Way way : Way.all()) {
            if (!way.secure()) {
                String request = "GET /users HTTP/1.0|" + host + "|";
                assertThat(way.http1(request.replace("|", "\r\n")).status())
                        .as("%s %s", way, host)
                        .isEqualTo(status);
            }
        }
    }

    /** A method, a path and headers, without the scheme, which is always the same. */
    static Stream<Case> http2() {
        return Stream.of(
                new Case("GET /users :authority=x", 200, ""),
                new Case("GET /users :authority=x:80 host=x:80", 200, ""),
                new Case("GET /users host=x", 200, ""),
                new Case("POST /users :authority=x content-encoding=identity", 200, ""),
                new Case("GET /users accept=x", 400, MALFORMED),
                new Case("GET /users :authority=x host=y", RawHttp2.RESET, ""),
                new Case("GET /users :authority=a@c/", RawHttp2.RESET, ""),
                new Case("GET /users :authority=x:port", RawHttp2.RESET, ""),
                new Case("GET users :authority=x", 400, MALFORMED),
                new Case("GET xusers :authority=x", 400, MALFORMED),
                new Case("GET x/users :authority=x", 400, MALFORMED),
                new Case("GET /users :authority=x authorization=a authorization=b", 400, MALFORMED),
                new Case("POST /users :authority=x content-encoding=gzip", 415, "unsupported_encoding"),
                new Case("GET /users :authority=x transfer-encoding=chunked", RawHttp2.RESET, ""),
                new Case("GET /users :authority=x connection=close", RawHttp2.RESET, ""));
    }

    @ParameterizedTest
    @MethodSource
    void http2(Case each) throws IOException {
        for (Way way : Way.all()) {
            Answer answer = way.http2(each.request());
            check(way + " " + each, answer, each.status(), each.code());
            assertThat(answer.headers()).doesNotContainKeys("connection", "upgrade", "transfer-encoding", "keep-alive");
        }
    }

    private static void check(String what, Answer answer, int status, String code) {
        assertThat(answer.status()).as("%s: %s", what, answer).isEqualTo(status);
        if (status != RawHttp2.RESET) {
            assertThat(answer.header("content-security-policy"))
                    .as(what)
                    .hasValue("default-src 'none'; frame-ancestors 'none'");
        }
        if (!code.isEmpty()) {
            assertThat(answer.member("code")).as(what).isEqualTo(code);
        }
    }

    static Stream<Arguments> upgradesToHttp2() {
        return Stream.of(
                        "Upgrade: h2c|Connection: Upgrade, HTTP2-Settings|HTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA|",
                        "Upgrade: h2c|Connection: Upgrade|",
                        "Upgrade: h2c|Connection: close, Upgrade|",
                        "Upgrade: h2c|",
                        "Upgrade: H2C|HTTP2-Settings: not base64!|Connection: upgrade, http2-settings|",
                        "Upgrade: h2c, h2c|Upgrade: h2c|Connection: Upgrade|")
                .flatMap(headers -> Stream.of("GET", "POST", "DELETE").map(method -> Arguments.of(method, headers)));
    }

    @ParameterizedTest
    @DisplayName("CASES H-12: a request to upgrade to HTTP/2 is answered over HTTP/1.1, at once")
    @MethodSource
    void upgradesToHttp2(String method, String headers) throws IOException {
        String request = (method + " /users HTTP/1.1|Host: x|Content-Type: application/json|" + headers
                        + (method.equals("POST") ? "Content-Length: 2||{}" : "|"))
                .replace("|", "\r\n");
        for (Way way : Way.all()) {
            try (RawConnection connection = new RawConnection(way.connect("http/1.1"))) {
                connection.send(request);
                Answer answer = connection.read();
                check(way + headers, answer, 200, "");
                assertThat(answer.json().path("data").asText()).isEqualTo("done");
                assertThat(answer.header("upgrade")).isEmpty();
                if (headers.contains("close")) {
                    assertThat(connection.ends()).isTrue();
                } else {
                    connection.send(request);
                    assertThat(connection.read().status()).isEqualTo(200);
                }
            }
        }
    }

    @ParameterizedTest
    @DisplayName("CASES H-9: 'close' closes, wherever it is in Connection")
    @ValueSource(
            strings = {
                "close",
                "Close",
                "close, x",
                "x, close",
                "keep-alive , CLOSE",
                "x|Connection: close",
                "close|Connection: x"
            })
    void closeInAListCloses(String connection) throws IOException {
        for (Way way : Way.all()) {
            try (RawConnection open = new RawConnection(way.connect("http/1.1"))) {
                open.send("GET /users HTTP/1.1\r\nHost: x\r\n\r\n");
                assertThat(open.read().closes()).as("%s", way).isFalse();
                open.send(("GET /users HTTP/1.1|Host: x|Connection: " + connection + "||").replace("|", "\r\n"));
                Answer answer = open.read();
                check(way + " " + connection, answer, 200, "");
                assertThat(answer.closes()).as("%s", way).isTrue();
                assertThat(open.ends()).as("%s", way).isTrue();
            }
        }
    }

    @ParameterizedTest
    @DisplayName("CASES H-10: pipelined requests are answered up to a limit, and the next one is rejected with a 429")
    @ValueSource(ints = {90, 129, 1_000})
    void pipelinedRequestsAreAnsweredInTheirOrder(int count) throws IOException {
        String requests = "GET /users HTTP/1.1\r\nHost: x\r\n\r\n".repeat(count);
        for (Way way : Way.all()) {
            try (RawConnection connection = new RawConnection(way.connect("http/1.1"))) {
                connection.send(requests);
                int answered = 0;
                Answer answer = connection.read();
                while (answer.status() == 200 && ++answered < count) {
                    answer = connection.read();
                }
                // The system decides how many arrive at once; each batch is answered before the next is read.
                assertThat(answered).as("%s", way).isGreaterThanOrEqualTo(Math.min(count, 100));
                if (answered < count) {
                    check(way.toString(), answer, 429, "too_many_pipelined");
                    assertThat(answer.closes()).isTrue();
                    assertThat(connection.ends()).isTrue();
                }
            }
        }
    }

    @ParameterizedTest
    @DisplayName("SECURITY 16: no client is told to send a body that is too long")
    @MethodSource("ways")
    void aBodyIsInvitedIfItMayBeSent(Way way) throws IOException {
        String head =
                "POST /users HTTP/1.1|Host: x|Content-Type: application/json|Expect: 100-Continue|Content-Length: "
                        .replace("|", "\r\n");
        try (RawConnection connection = new RawConnection(way.connect("http/1.1"))) {
            connection.send(head + "1073741824\r\n\r\n");
            Answer answer = connection.read();
            check("1 GiB", answer, 413, "body_too_large");
            assertThat(answer.closes()).isTrue();
        }
        try (RawConnection connection = new RawConnection(way.connect("http/1.1"))) {
            connection.send(head + "2\r\n\r\n");
            assertThat(connection.read().status()).isEqualTo(100);
            connection.send(BODY);
            assertThat(connection.read().status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @DisplayName(
            "CASES H-11: who asks for a WebSocket without an upgrade is told to, in words that the protocol allows")
    @MethodSource("ways")
    void aWebSocketNeedsAnUpgrade(Way way) throws IOException {
        Answer first = way.http1("GET /users?socket=1 HTTP/1.1\r\nHost: x\r\n\r\n");
        check("HTTP/1.1", first, 426, "upgrade_required");
        assertThat(first.header("upgrade")).hasValue("websocket");
        Answer second = way.http2("GET /users?socket=1 :authority=x");
        check("HTTP/2", second, 426, "upgrade_required");
        assertThat(second.headers()).doesNotContainKeys("connection", "upgrade");
    }

    static List<Way> ways() {
        return Way.all();
    }

    private static final class NobodyListens implements EventStream.Listener {
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
