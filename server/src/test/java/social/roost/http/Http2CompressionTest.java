package social.roost.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
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

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
    private HttpServer server;
    private int port;

    @BeforeEach
    void start() throws Exception {
        HttpSettings settings = ConfigLoader.load(
                        HttpSettings.class, new ConfigSources(null, Map.of(), Map.of("port", "0")))
                .value();
        List<Route> routes = List.of(
                Route.get("/small", Access.ANYONE, request -> Response.data(200, "small")),
                Route.get("/large", Access.ANYONE, request -> Response.data(200, LARGE)));
        server = new HttpServer(settings, routes, token -> Optional.empty());
        port = server.start();
        call("GET", "/nowhere"); // The one that is sent as HTTP/1.1, to be upgraded.
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @RepeatedTest(2)
    void aLargeBodyIsCompressed() throws Exception {
        HttpResponse<byte[]> response = call("GET", "/large");
        assertThat(response.headers().firstValue("content-encoding")).hasValue("gzip");
        assertThat(response.body().length).isLessThan(LARGE.length() / 4);
        byte[] plain = new GZIPInputStream(new ByteArrayInputStream(response.body())).readAllBytes();
        assertThat(new String(plain, StandardCharsets.UTF_8)).contains(LARGE);
    }

    @RepeatedTest(2)
    void aSmallBodyIsNot() throws Exception {
        HttpResponse<byte[]> response = call("GET", "/small");
        assertPlain(response);
        assertThat(new String(response.body(), StandardCharsets.UTF_8)).isEqualTo("{\"data\":\"small\"}");
    }

    @RepeatedTest(2)
    void theAnswerToHeadSpeaksOfNoCompression() throws Exception {
        HttpResponse<byte[]> response = call("HEAD", "/large");
        assertPlain(response);
        assertThat(response.headers().firstValueAsLong("content-length").orElseThrow())
                .isGreaterThan(LARGE.length());
        assertThat(response.body()).isEmpty();
    }

    private static void assertPlain(HttpResponse<byte[]> response) {
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().allValues("content-encoding")).isSubsetOf("identity");
    }

    private HttpResponse<byte[]> call(String method, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, BodyPublishers.noBody())
                .header("accept-encoding", "gzip")
                .build();
        HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
        assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_2);
        return response;
    }
}
