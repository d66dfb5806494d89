package social.roost.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import social.roost.base.OverloadedException;
import social.roost.base.Rejection;
import social.roost.base.config.ConfigLoader;
import social.roost.base.config.ConfigSources;
import social.roost.http.Route.Access;

@DisplayName("The HTTP server (J3)")
@Timeout(240)
class HttpServerTest {
    private static final String LARGE = "x".repeat(4_000);

    private HttpServer server;
    private int port;
    private RawClient client;

    @BeforeEach
    void start() throws IOException {
        HttpSettings settings = ConfigLoader.load(
                        HttpSettings.class, new ConfigSources(null, Map.of(), Map.of("port", "0")))
                .value();
        server = new HttpServer(settings, routes(), token -> Optional.empty());
        port = server.start();
        client = new RawClient(port);
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private static List<Route> routes() {
        return List.of(
                Route.get("/small", Access.ANYONE, request -> Response.data(200, "small")),
                Route.get("/large", Access.ANYONE, request -> Response.data(200, LARGE)),
                Route.post(
                        "/echo",
                        Access.ANYONE,
                        request -> Response.data(200, request.json(Words.class).words())),
                Route.get("/busy", Access.ANYONE, request -> {
                    throw new OverloadedException("17 secrets wait already");
                }),
                Route.get("/wrong", Access.ANYONE, request -> {
                    throw Rejection.invalid("colour", "This must be red.");
                }),
                Route.get("/broken", Access.ANYONE, request -> {
                    throw new IllegalStateException("the secret cause");
                }),
                Route.get("/broken/badly", Access.ANYONE, request -> {
                    throw new StackOverflowError("the secret cause");
                }));
    }

    private record Words(String words) {}

    @ParameterizedTest
    @ValueSource(strings = {"GET /small", "HEAD /large", "POST /echo", "GET /nowhere"})
    void http2IsSpokenWithPriorKnowledge(String line) throws Exception {
        String method = line.substring(0, line.indexOf(' '));
        String path = line.substring(line.indexOf(' ') + 1);
        String body = method.equals("POST") ? "{\"words\":\"hello\"}" : "";
        try (RawHttp2 http = new RawHttp2(port)) {
            for (int i = 0; i < 3; i++) {
                Answer answer = http.call(method, path, body, "content-type", "application/json");
                assertThat(answer.status()).isEqualTo(line.contains("nowhere") ? 404 : 200);
                assertThat(answer.header("connection")).isEmpty();
                if (method.equals("POST")) {
                    assertThat(answer.text()).isEqualTo("{\"data\":\"hello\"}");
                }
            }
        }
    }

    @Test
    void http2IsSpokenToAClientThatKnowsIt() throws Exception {
        byte[] emptySettings = {0, 0, 0, 4, 0, 0, 0, 0, 0};
        try (RawConnection connection = new RawConnection(port)) {
            connection.send("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
            connection.send(emptySettings);
            byte[] frame = connection.readBytes(9);
            assertThat(frame[3]).as("type of the first frame: SETTINGS").isEqualTo((byte) 4);
        }
    }

    @Test
    void aLargeAnswerIsCompressedForThoseWhoAskForIt() throws Exception {
        Answer plain = client.call(RawRequest.of("GET", "/large"));
        Answer gzip = client.call(RawRequest.of("GET", "/large").header("accept-encoding", "gzip"));
        assertThat(plain.header("content-encoding")).isEmpty();
        assertThat(gzip.header("content-encoding")).hasValue("gzip");
        assertThat(gzip.body().length).isLessThan(plain.body().length / 4);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(gzip.body())).readAllBytes())
                .isEqualTo(plain.body());
    }

    @Test
    void aSmallAnswerIsNeverCompressed() {
        Answer answer = client.call(RawRequest.of("GET", "/small").header("accept-encoding", "gzip"));
        assertThat(answer.header("content-encoding")).isEmpty();
        assertThat(answer.text()).isEqualTo("{\"data\":\"small\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "gzip;q=0", "br;q=0, gzip;q=0", ""})
    void aLargeAnswerIsNotCompressedForThoseWhoDoNotWantIt(String accepted) {
        Answer answer = client.call(RawRequest.of("GET", "/large").header("accept-encoding", accepted));
        assertThat(answer.header("content-encoding")).isEmpty();
        assertThat(answer.text()).contains(LARGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "0f8b7a52-5d0e-4c1b-9d5f-3a1e64f0b2c7", "A.b_c-9"})
    void theRequestIdIsTheClients(String id) {
        Answer answer = client.call(RawRequest.of("GET", "/wrong").header("x-request-id", id));
        assertThat(answer.header("x-request-id")).hasValue(id);
        assertThat(answer.member("request_id")).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "<script>", "\"quoted\"", "\u00e9", "a,b", "{}"})
    void aRequestIdThatDoesNotFitIsReplaced(String id) {
        Answer answer = client.call(RawRequest.of("GET", "/wrong").header("x-request-id", id));
        assertThat(answer.header("x-request-id"))
                .hasValueSatisfying(made -> assertThat(made).matches("[0-9a-f]{16}"));
        assertThat(answer.member("request_id"))
                .isEqualTo(answer.header("x-request-id").orElseThrow());
    }

    @Test
    void aRequestIdOfMoreThan64CharactersIsReplaced() {
        String longest = "a".repeat(64);
        assertThat(client.call(RawRequest.of("GET", "/small").header("x-request-id", longest))
                        .header("x-request-id"))
                .hasValue(longest);
        assertThat(client.call(RawRequest.of("GET", "/small").header("x-request-id", longest + "a"))
                        .header("x-request-id"))
                .hasValueSatisfying(made -> assertThat(made).hasSize(16));
    }

    @Test
    void everyRequestWithoutAnIdGetsAnother() {
        Answer first = client.call(RawRequest.of("GET", "/small"));
        Answer second = client.call(RawRequest.of("GET", "/small"));
        assertThat(first.header("x-request-id")).isNotEqualTo(second.header("x-request-id"));
    }

    @Test
    void theConnectionOutlivesOrdinaryProblems() throws Exception {
        try (RawConnection connection = new RawConnection(port)) {
            for (String path : List.of("/nowhere", "/wrong", "/busy", "/broken", "/small")) {
                Answer answer = connection.call(RawRequest.of("GET", path));
                assertThat(answer.header("connection")).as(path).isEmpty();
            }
            assertThat(connection.call(RawRequest.of("DELETE", "/small")).status())
                    .isEqualTo(405);
            assertThat(connection.call(RawRequest.of("GET", "/small")).status()).isEqualTo(200);
        }
    }

    @Test
    void theConnectionEndsWhenTheClientAsksForIt() throws Exception {
        try (RawConnection connection = new RawConnection(port)) {
            assertThat(connection
                            .call(RawRequest.of("GET", "/small").header("connection", "close"))
                            .status())
                    .isEqualTo(200);
            assertThat(connection.ends()).isTrue();
        }
    }

    @Test
    void aProblemNamesTheField() {
        Answer answer = client.call(RawRequest.of("GET", "/wrong").header("x-request-id", "it"));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.header("content-type")).hasValue("application/problem+json");
        assertThat(answer.text())
                .isEqualTo("{\"type\":\"urn:roost:problem:invalid_value\",\"title\":\"Invalid value\",\"status\":422,"
                        + "\"detail\":\"This must be red.\",\"code\":\"invalid_value\",\"field\":\"colour\","
                        + "\"request_id\":\"it\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/broken", "/broken/badly"})
    void aFailureIsToldToTheOperatorAndNotToTheClient(String path) {
        Logger logger = (Logger) LoggerFactory.getLogger(Dispatcher.class);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        logger.addAppender(log);
        try {
            Answer answer = client.call(RawRequest.of("GET", path).header("x-request-id", "find-me"));
            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.member("code")).isEqualTo("internal");
            assertThat(answer.text()).doesNotContain("secret", "Exception", "social.roost");
        } finally {
            logger.detachAppender(log);
        }
        assertThat(log.list).singleElement().satisfies(event -> {
            assertThat(event.getLevel()).isEqualTo(Level.ERROR);
            assertThat(event.getFormattedMessage()).contains("find-me", path);
            assertThat(event.getThrowableProxy().getMessage()).isEqualTo("the secret cause");
        });
    }

    @Test
    @DisplayName("J2: overload causes a 503 with Retry-After")
    void overloadIsAnsweredWithWhenToTryAgain() {
        Answer answer = client.call(RawRequest.of("GET", "/busy"));
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("retry-after")).hasValue("1");
        assertThat(answer.member("code")).isEqualTo("overloaded");
        assertThat(answer.text()).doesNotContain("secrets");
    }
}
