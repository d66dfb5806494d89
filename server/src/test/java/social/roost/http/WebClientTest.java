package social.roost.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import social.roost.base.Lifecycle;
import social.roost.base.config.ConfigLoader;
import social.roost.base.config.ConfigSources;
import social.roost.http.Route.Access;

@DisplayName("The server serves the web client (J4)")
@Timeout(120)
class WebClientTest {
    private static final String PAGE =
            "<!doctype html><!--preview--><title>Roost</title><!--/preview-->" + "<p>".repeat(1_000);
    private static final String SCRIPT = "console.log('roost');".repeat(100);
    private static final Map<String, String> FILES = Map.of(
            "index.html", PAGE,
            "index.html.gz", "page, by gzip",
            "favicon.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>",
            "site.webmanifest", "{}",
            "assets/index-1a2B.js", SCRIPT,
            "assets/index-1a2B.js.br", "script, by brotli",
            "assets/index-1a2B.js.gz", "script, by gzip",
            "assets/logo.png", "x".repeat(5_000));

    @TempDir
    Path folder;

    private final Lifecycle started = new Lifecycle();
    private RawClient client;
    private int port;

    @BeforeEach
    void start() throws IOException {
        Path web = folder.resolve("web");
        for (Map.Entry<String, String> file : FILES.entrySet()) {
            Path path = web.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        Files.writeString(folder.resolve("secret.txt"), "secret");
        serve(web.resolve("index.html").toUri().toURL());
    }

    private void serve(@Nullable URL index) throws IOException {
        HttpSettings settings = ConfigLoader.load(
                        HttpSettings.class,
                        new ConfigSources(null, Map.of(), Map.of("port", "0", "drain-timeout", "1ms")))
                .value();
        List<Route> routes =
                List.of(Route.get("/api/roost/v1/own", Access.ANYONE, request -> Response.data(200, "own")));
        HttpServer server = started.add(new HttpServer(
                settings,
                routes,
                token -> Optional.empty(),
                new WebClient(index, Fallback.NOTHING, this::preview, new MediaOrigins("https://cdn.example", ""))));
        port = server.start();
        client = started.add(new RawClient(port));
    }

    @AfterEach
    void stop() {
        started.close();
    }

    private Answer get(String path) {
        return client.call(RawRequest.of("GET", path));
    }

    private static RawRequest browse(String path) {
        return RawRequest.of("GET", path).header("accept", "text/html,application/xhtml+xml,*/*;q=0.8");
    }

    private static void assertNotFound(Answer answer) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(404);
        assertThat(answer.member("code")).isEqualTo("not_found");
    }

    @Test
    void thePageIsAskedForEachTimeAndItsFilesOnce() {
        Answer page = get("/");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).isEqualTo(PAGE);
        assertThat(page.header("content-type")).hasValue("text/html; charset=utf-8");
        assertThat(page.header("cache-control")).hasValue("no-cache");
        Answer script = get("/assets/index-1a2B.js");
        assertThat(script.text()).isEqualTo(SCRIPT);
        assertThat(script.header("content-type")).hasValue("text/javascript; charset=utf-8");
        assertThat(script.header("cache-control")).hasValue("public, max-age=31536000, immutable");
        assertThat(get("/favicon.svg").header("content-type")).hasValue("image/svg+xml");
        assertThat(get("/favicon.svg").header("cache-control")).hasValue("no-cache");
        assertThat(get("/site.webmanifest").header("content-type")).hasValue("application/manifest+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/alice", "/alice/status/17", "/settings/", "/apiary", "/healthy", "/a%2Fb", "/?q=a.b"})
    void everyAddressOfTheClientIsItsPage(String path) {
        assertThat(client.call(browse(path)).text()).isEqualTo(PAGE);
    }

    private @Nullable CompletableFuture<Optional<LinkPreview>> preview(Exchange exchange) {
        return switch (exchange.path()) {
            case "/@alice" ->
                CompletableFuture.completedFuture(Optional.of(
                        new LinkPreview("profile", "Al\"i'ce", "</title><script>alert(1)</script> & co", null)));
            case "/@bob" ->
                CompletableFuture.completedFuture(
                        Optional.of(new LinkPreview("profile", "Bob", "", "https://images.example/b.png?a&b")));
            case "/@hidden" -> CompletableFuture.completedFuture(Optional.empty());
            case "/@broken" -> CompletableFuture.failedFuture(new IllegalStateException("a test"));
            case "/@slow" -> new CompletableFuture<>();
            default -> null;
        };
    }

    @Test
    @DisplayName("A page that is about something says so in its head, for whoever fetches it (issue 18.3)")
    void aPageHasItsPreview() {
        for (RawRequest request : List.of(RawRequest.of("GET", "/@alice"), browse("/@alice"))) {
            Answer page = client.call(request);
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.header("content-type")).hasValue("text/html; charset=utf-8");
            assertThat(page.header("cache-control")).hasValue("no-cache");
            assertThat(page.header("content-security-policy")).isPresent();
            assertThat(page.text())
                    .startsWith("<!doctype html><title>Al&quot;i&#39;ce · Roost</title>\n")
                    .contains(
                            "property=\"og:title\" content=\"Al&quot;i&#39;ce\"",
                            "content=\"&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp; co\"",
                            "property=\"og:url\" content=\"http://localhost/@alice\"",
                            "property=\"og:image\" content=\"http://localhost/apple-touch-icon.png\"")
                    .doesNotContain("<script>")
                    .endsWith("<!--/preview-->" + "<p>".repeat(1_000));
        }
        assertThat(get("/@bob").text()).contains("content=\"https://images.example/b.png?a&amp;b\"");
        assertThat(client.call(RawRequest.of("POST", "/@alice").json("{}")).status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/@hidden", "/@broken", "/@slow"})
    void withoutAPreviewItIsThePageAsItIs(String path) {
        Answer page = get(path);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).isEqualTo(PAGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/missing.js",
                "/robots.txt",
                "/index.html.gz",
                "/assets/index-1a2B.js.br",
                "/api",
                "/api/",
                "/api/roost/v1/nothing",
                "/health/nothing",
                "/../secret.txt",
                "/assets/../../secret.txt",
                "/%2e%2e/secret.txt",
                "/..%2fsecret.txt",
                "/assets/..%5c..%5csecret.txt",
                "//secret.txt",
                "/web/index.html",
                "/assets/index-1a2B.js/x.js",
                "/assets/index-1a2B.js%00.png"
            })
    void whatIsNotThereIsAProblemForABrowserToo(String path) {
        assertNotFound(client.call(browse(path)));
    }

    @Test
    void whoeverAsksForNoPageGetsNone() {
        assertNotFound(get("/alice"));
        assertNotFound(client.call(RawRequest.of("GET", "/alice").header("accept", "application/json, */*")));
        assertNotFound(client.call(RawRequest.of("POST", "/alice").json("{}")));
        assertThat(get("/api/roost/v1/own").text()).isEqualTo("{\"data\":\"own\"}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /assets/index-1a2B.js | gzip, deflate, br   | br
            /assets/index-1a2B.js | gzip;q=1, br;q=0.5  | gzip
            /assets/index-1a2B.js | br;q=0, gzip;q=0    |
            /assets/index-1a2B.js | identity            |
            /assets/index-1a2B.js |                     |
            /                     | gzip, deflate, br   | gzip
            /assets/logo.png      | gzip, deflate, br   |
            """)
    void theVariantThatTheClientLikesMostIsSent(String path, @Nullable String accepted, @Nullable String encoding) {
        RawRequest request = RawRequest.of("GET", path);
        Answer answer = client.call(accepted == null ? request : request.header("accept-encoding", accepted));
        assertThat(answer.header("content-encoding")).isEqualTo(Optional.ofNullable(encoding));
        assertThat(answer.header("vary").orElseThrow()).isEqualToIgnoringCase("accept-encoding");
        String name = path.equals("/") ? "index.html" : path.substring(1);
        String end = encoding == null ? "" : encoding.equals("br") ? ".br" : ".gz";
        assertThat(answer.text()).isEqualTo(FILES.get(name + end));
        assertThat(answer.header("content-length")).hasValue(Integer.toString(answer.body().length));
    }

    @Test
    void whatAClientHasIsNotSentAgain() {
        String tag = get("/").header("etag").orElseThrow();
        for (String header : List.of(tag, "W/" + tag, "\"other\", " + tag, "*")) {
            Answer answer = client.call(
                    RawRequest.of("GET", "/alice").header("accept", "text/html").header("if-none-match", header));
            assertThat(answer.status()).isEqualTo(304);
            assertThat(answer.header("etag")).hasValue(tag);
            assertThat(answer.header("cache-control")).hasValue("no-cache");
            assertThat(answer.headers()).doesNotContainKeys("content-length", "content-type", "content-encoding");
        }
        RawRequest encoded = RawRequest.of("GET", "/").header("accept-encoding", "gzip");
        Answer other = client.call(encoded.header("if-none-match", tag));
        assertThat(other.status()).as("the same in another encoding is another").isEqualTo(200);
        assertThat(other.header("etag").orElseThrow()).isNotEqualTo(tag);
    }

    @Test
    void headAnswersTheSameWithoutTheBodyAndOtherMethodsAreRefused() {
        for (String encoding : List.of("identity", "gzip")) {
            Answer head = client.call(RawRequest.of("HEAD", "/").header("accept-encoding", encoding));
            Answer whole = client.call(RawRequest.of("GET", "/").header("accept-encoding", encoding));
            assertThat(head.status()).isEqualTo(200);
            for (String name : List.of("content-length", "content-type", "content-encoding", "etag", "vary")) {
                assertThat(head.header(name)).as(name).isEqualTo(whole.header(name));
            }
        }
        for (String method : List.of("POST", "PUT", "DELETE")) {
            Answer refused = client.call(RawRequest.of(method, "/"));
            assertThat(refused.status()).isEqualTo(405);
            assertThat(refused.header("allow")).hasValue("GET, HEAD, OPTIONS");
        }
        assertThat(client.call(RawRequest.of("OPTIONS", "/")).status()).isEqualTo(204);
        assertThat(client.call(RawRequest.of("GET", "/").body(new byte[10])).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/assets/index-1a2B.js"})
    void nothingElseIsLoadedRunOrFramed(String path) {
        Answer answer = get(path);
        assertThat(answer.header("content-security-policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self';", "frame-ancestors 'none'", "base-uri 'none'")
                .doesNotContain("unsafe", "http:", "*");
        assertThat(answer.header("x-content-type-options")).hasValue("nosniff");
        assertThat(answer.header("referrer-policy")).hasValue("same-origin");
        assertThat(answer.header("cross-origin-opener-policy")).hasValue("same-origin");
        assertThat(answer.header("permissions-policy").orElseThrow()).contains("camera=()");
    }

    @Test
    void theClientIsFoundInAJar() throws Exception {
        Path jar = folder.resolve("a jar.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out)) {
            entries.putNextEntry(new JarEntry("other/secret.txt"));
            entries.putNextEntry(new JarEntry("web/assets/"));
            for (Map.Entry<String, String> file : FILES.entrySet()) {
                entries.putNextEntry(new JarEntry("web/" + file.getKey()));
                entries.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        serve(URI.create("jar:" + jar.toUri() + "!/web/index.html").toURL());
        assertThat(get("/").text()).isEqualTo(PAGE);
        RawRequest script = RawRequest.of("GET", "/assets/index-1a2B.js").header("accept-encoding", "br");
        assertThat(client.call(script).text()).isEqualTo("script, by brotli");
        assertNotFound(get("/other/secret.txt"));
    }

    @Test
    void withoutAClientASentenceSaysHowToGetIt() throws Exception {
        serve(null);
        Answer answer = get("/");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("content-type")).hasValue("text/plain; charset=utf-8");
        assertThat(answer.text()).contains("./roost build", "/api/roost/v1/openapi.json");
        assertThat(client.call(RawRequest.of("POST", "/")).status()).isEqualTo(405);
        assertNotFound(client.call(browse("/alice")));
    }

    @ParameterizedTest
    @CsvSource({"GET,/,gzip,gzip", "HEAD,/,gzip,gzip", "GET,/assets/logo.png,gzip,", "HEAD,/assets/logo.png,gzip,"})
    void theSameHoldsOverHttp2(String method, String path, String accepted, @Nullable String encoding)
            throws Exception {
        try (RawHttp2 http2 = new RawHttp2(port)) {
            Answer answer = http2.call(method, path, "", "accept-encoding", accepted);
            assertThat(answer.header("content-encoding").filter(name -> !name.equals("identity")))
                    .isEqualTo(Optional.ofNullable(encoding));
            String name = path.equals("/") ? "index.html.gz" : path.substring(1);
            assertThat(answer.text()).isEqualTo(method.equals("HEAD") ? "" : FILES.get(name));
        }
    }
}
