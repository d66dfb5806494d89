package social.roost.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;
import social.roost.base.config.ConfigLoader;
import social.roost.base.config.ConfigSources;
import social.roost.http.Route.Access;

@DisplayName("Compression over HTTP/2 (J3)")
@Timeout(240)
class Http2CompressionTest {
    private static final String LARGE = "x".repeat(4_000);

    private HttpServer server;
    private RawHttp2 client;

    @BeforeEach
    void start() throws Exception {
        HttpSettings settings = ConfigLoader.load(
                        HttpSettings.class, new ConfigSources(null, Map.of(), Map.of("port", "0")))
                .value();
        List<Route> routes = List.of(
                Route.get("/small", Access.ANYONE, request -> Response.data(200, "small")),
                Route.get("/large", Access.ANYONE, request -> Response.data(200, LARGE)));
        server = new HttpServer(settings, routes, token -> Optional.empty());
        client = new RawHttp2(server.start());
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        server.close();
    }

    @RepeatedTest(2)
    void aLargeBodyIsCompressed() throws Exception {
        Answer response = call("GET", "/large");
        assertThat(response.header("content-encoding")).hasValue("gzip");
        assertThat(response.body().length).isLessThan(LARGE.length() / 4);
        byte[] plain = new GZIPInputStream(new ByteArrayInputStream(response.body())).readAllBytes();
        assertThat(new String(plain, StandardCharsets.UTF_8)).contains(LARGE);
    }

    @RepeatedTest(2)
    void aSmallBodyIsNot() throws Exception {
        Answer response = call("GET", "/small");
        assertPlain(response);
        assertThat(new String(response.body(), StandardCharsets.UTF_8)).isEqualTo("{\"data\":\"small\"}");
    }

    @RepeatedTest(2)
    void theAnswerToHeadSpeaksOfNoCompression() throws Exception {
        Answer response = call("HEAD", "/large");
        assertPlain(response);
        assertThat(Long.parseLong(response.header("content-length").orElseThrow()))
                .isGreaterThan(LARGE.length());
        assertThat(response.body()).isEmpty();
    }

    private static void assertPlain(Answer response) {
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.headers().getOrDefault("content-encoding", List.of()))
                .isSubsetOf("identity");
    }

    private Answer call(String method, String path) throws IOException {
        return client.call(method, path, "", "accept-encoding", "gzip");
    }
}
