package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import social.roost.http.Answer;
import social.roost.http.RawConnection;
import social.roost.http.RawRequest;
import social.roost.http.Route;

/** HTTP/1.1 itself, valid and invalid, byte for byte. */
@DisplayName("On the wire (J3)")
@Timeout(240)
class WireTest {
    private static final String LIVE = "/health/live";
    private static final String SESSIONS = "/api/roost/v1/sessions";
    private static final String JSON_POST =
            "POST " + SESSIONS + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";

    @TempDir
    static Path folder;

    private static LocalServer roost;
    private static String alice;
    private static String tweet;

    @BeforeAll
    static void start() {
        roost = new LocalServer(folder);
        alice = roost.register("alice");
        tweet = roost.post(roost.token(alice), "hello");
    }

    @AfterAll
    static void stop() {
        roost.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0001\u0002\u0003",
                "GET",
                "GET /",
                "GET / HTTP/1.1 more",
                "G\u0000T / HTTP/1.1",
                "GET /\u0000 HTTP/1.1",
                "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003",
                "GET / HTTP/1.1\r\nno colon",
                "GET / HTTP/1.1\r\nbad name: x",
                "GET / HTTP/1.1\r\nname : x",
                "GET / HTTP/1.1\r\nname: a\u0000b",
                "GET / HTTP/1.1\r\nContent-Length: -1",
                "GET / HTTP/1.1\r\nContent-Length: x",
                "GET / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2",
                "GET / HTTP/1.1\r\nContent-Length: 99999999999999999999"
            })
    void whatIsNoRequestIsAnsweredSoAndTheConnectionEnds(String request) throws IOException {
        Answer answer = onlyAnswer(request + "\r\n\r\n");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.member("code")).isEqualTo("malformed_request");
    }

    @Test
    void anAddressOfMoreThan8KiBIsTooLong() throws IOException {
        Answer answer = onlyAnswer("GET /" + "x".repeat(8_192) + " HTTP/1.1\r\nHost: x\r\n\r\n");
        assertThat(answer.status()).isEqualTo(414);
        assertThat(answer.member("code")).isEqualTo("address_too_long");
    }

    @Test
    void headersOfMoreThan16KiBAreTooLarge() throws IOException {
        Answer answer = onlyAnswer(
                "GET " + LIVE + " HTTP/1.1\r\nHost: x\r\n" + "X: abcdefghijklmnopqrstuvwxyz\r\n".repeat(600) + "\r\n");
        assertThat(answer.status()).isEqualTo(431);
        assertThat(answer.member("code")).isEqualTo("headers_too_large");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zz\r\n{}\r\n0\r\n\r\n",
                "-2\r\n{}\r\n0\r\n\r\n",
                "ffffffffffffffff\r\n{}",
                "2\r\n{}xx0\r\n\r\n",
                "\r\n"
            })
    void chunksThatAreNoneAreRefused(String chunks) throws IOException {
        try (RawConnection connection = new RawConnection(roost.port)) {
            connection.send(JSON_POST + "Transfer-Encoding: chunked\r\n\r\n" + chunks);
            Answer answer = connection.read();
            FuzzTest.check(RawRequest.of("POST", chunks), answer);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.closes()).isTrue();
        }
        assertAlive();
    }

    @Test
    void aBodyShorterThanItsLengthIsNoRequest() throws IOException {
        try (RawConnection connection = new RawConnection(roost.port)) {
            connection.send(JSON_POST + "Content-Length: 10\r\n\r\n{}");
            connection.shutdownOutput();
            assertThat(connection.ends()).isTrue();
        }
        assertAlive();
    }

    @Test
    void whatFollowsABodyIsTheNextRequest() throws IOException {
        try (RawConnection connection = new RawConnection(roost.port)) {
            connection.send(JSON_POST + "Content-Length: 2\r\n\r\n{}GET " + LIVE + " HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(connection.read().status()).isEqualTo(422);
            assertThat(connection.read().status()).isEqualTo(200);
        }
    }

    @Test
    void lengthAndChunksTogetherSmuggleNothing() throws IOException {
        try (RawConnection connection = new RawConnection(roost.port)) {
            connection.send(JSON_POST + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
            Answer answer = connection.read();
            assertThat(answer.status()).isEqualTo(400);
        }
    }

    @Test
    void requestsInAPipelineAreAnsweredInTheirOrder() throws IOException {
        try (RawConnection connection = new RawConnection(roost.port)) {
            StringBuilder requests = new StringBuilder();
            for (int i = 0; i < 50; i++) {
                String path = i % 3 == 0 ? "/nothing" : i % 3 == 1 ? LIVE : "/api/roost/v1/users/" + alice;
                requests.append("GET " + path + " HTTP/1.1\r\nHost: x\r\nX-Request-Id: " + i + "\r\n\r\n");
            }
            connection.send(requests.toString());
            for (int i = 0; i < 50; i++) {
                Answer answer = connection.read();
                assertThat(answer.header("x-request-id")).hasValue("" + i);
                assertThat(answer.status()).isEqualTo(i % 3 == 0 ? 404 : 200);
            }
        }
    }

    /** Netty closes its side as soon as the client closes the other, so there may be no response. */
    @Test
    void aClientThatHangsUpWhileItIsAnsweredHarmsNobody() throws IOException {
        for (int i = 0; i < 20; i++) {
            try (RawConnection connection = new RawConnection(roost.port)) {
                connection.send("GET " + LIVE + " HTTP/1.1\r\nHost: x\r\n\r\n");
                connection.shutdownOutput();
            }
        }
        assertAlive();
    }

    /** Vert.x answers these itself, without a body. */
    @ParameterizedTest
    @ValueSource(strings = {"HTTP/9.9", "FTP/1.1"})
    void aVersionThatIsNoneIsRefused(String version) throws IOException {
        try (RawConnection connection = new RawConnection(roost.port)) {
            connection.send("GET / " + version + "\r\n\r\n");
            assertThat(connection.read().status()).isEqualTo(501);
            assertThat(connection.ends()).isTrue();
        }
        assertAlive();
    }

    @Test
    void aClientThatWaitsForTheGoAheadGetsIt() throws IOException {
        try (RawConnection connection = new RawConnection(roost.port)) {
            connection.send(JSON_POST + "Content-Length: 2\r\nExpect: 100-continue\r\n\r\n");
            assertThat(connection.read().status()).isEqualTo(100);
            connection.send("{}");
            assertThat(connection.read().status()).isEqualTo(422);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/roost/v1/sessions, 413",
        "POST, /api/roost/v1/nothing, 404",
        "PUT, /api/roost/v1/sessions, 405"
    })
    void aClientThatIsStillSendingGetsTheRefusal(String method, String path, int status) throws IOException {
        byte[] piece = new byte[64 * 1_024];
        try (RawConnection connection = new RawConnection(roost.port)) {
            connection.send(method + " " + path + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                    + "Content-Length: " + 64 * piece.length + "\r\n\r\n");
            for (int i = 0; i < 64; i++) {
                connection.send(piece);
            }
            Answer answer = connection.read();
            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.closes()).isTrue();
        }
        assertAlive();
    }

    @Test
    void headAnswersAsGetDoesButForTheBody() {
        for (Route route : roost.routes()) {
            if (route.method().equals("GET")) {
                String token = roost.token(alice);
                Answer get = roost.call(request("GET", route.template()).token(token));
                Answer head = roost.call(request("HEAD", route.template()).token(token));
                assertThat(head.status()).as(route.template()).isEqualTo(get.status());
                var named = named(get);
                // RFC 9112, section 6.1: a response to HEAD need not say how its body would be sent.
                var _ = named.remove("transfer-encoding");
                assertThat(named(head)).as(route.template()).isEqualTo(named);
                assertThat(head.body()).isEmpty();
            }
        }
    }

    @Test
    void optionsTellTheMethodsAndOthersAreRefusedWithThem() {
        Map<String, Set<String>> methods = new TreeMap<>();
        for (Route route : roost.routes()) {
            Set<String> allowed =
                    methods.computeIfAbsent(route.template(), template -> new TreeSet<>(Set.of("OPTIONS")));
            allowed.addAll(route.method().equals("GET") ? List.of("GET", "HEAD") : List.of(route.method()));
        }
        methods.forEach((template, allowed) -> {
            Answer options = roost.call(request("OPTIONS", template));
            assertThat(options.status()).isEqualTo(204);
            assertThat(allow(options)).as(template).isEqualTo(allowed);
            for (String method : List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "TRACE", "BREW")) {
                if (!allowed.contains(method)) {
                    Answer refusal = roost.call(request(method, template));
                    assertThat(refusal.status()).as("%s %s", method, template).isEqualTo(405);
                    assertThat(allow(refusal)).as(template).isEqualTo(allowed);
                }
            }
        });
    }

    private static RawRequest request(String method, String template) {
        String id = template.contains("/tweets/") ? tweet : alice;
        String path = template.replace("{username}", "alice").replaceAll("\\{[a-z]+}", id);
        return RawRequest.of(method, path.endsWith("/relationships") ? path + "?ids=" + alice : path)
                .header("x-request-id", "the-same");
    }

    /** Without what may change from one moment to the next. */
    private static Map<String, List<String>> named(Answer answer) {
        Map<String, List<String>> headers = new HashMap<>(answer.headers());
        headers.remove("date");
        return headers;
    }

    private static Set<String> allow(Answer answer) {
        return new TreeSet<>(List.of(answer.header("allow").orElseThrow().split(", ", -1)));
    }

    private static Answer onlyAnswer(String request) throws IOException {
        try (RawConnection connection = new RawConnection(roost.port)) {
            connection.send(request);
            Answer answer = connection.read();
            FuzzTest.check(RawRequest.of("raw", request), answer);
            assertThat(connection.ends()).as("the connection ends").isTrue();
            assertAlive();
            return answer;
        }
    }

    private static void assertAlive() {
        assertThat(roost.call(RawRequest.of("GET", LIVE)).status()).isEqualTo(200);
    }
}
