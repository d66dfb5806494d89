package social.roost.http;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.net.URL;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Serves the web client at {@code /}, from the class path folder {@code web} that its build fills; other requests go to
 * another fallback.
 *
 * <p>The client decides by the address what it shows. So every address outside the API returns its page, unless it
 * looks like a file. The page is revalidated at each load; the names of the files below {@code /assets} contain the
 * hash of their content, so they are requested once.
 *
 * <p>A page that is about something has its preview in the head, for sites and messengers that show links. If it cannot
 * be found soon, the page has the preview of Roost.
 */
public final class WebClient implements Fallback {
    private static final String INDEX = "/index.html";
    private static final String ASSETS = "/assets/";
    private static final long PATIENCE_MILLIS = 300;
    private static final Buffer NOT_BUILT = Buffer.buffer("""
            This Roost was built without its web client: install Node.js, and have './roost build' build it.
            The API is there, and described at /api/roost/v1/openapi.json.
            """);

    private static final String POLICY = "content-security-policy";
    private static final Map<String, String> SECURITY = Map.of(
            "referrer-policy",
            "same-origin",
            "cross-origin-opener-policy",
            "same-origin",
            "cross-origin-resource-policy",
            "same-origin",
            "permissions-policy",
            "camera=(), geolocation=(), microphone=(), payment=(), usb=()");

    private final @Nullable URL index;
    private final Fallback next;
    private final LinkPreviews previews;
    private final String policy;
    private @Nullable WebPage page;
    private Map<String, WebFile> files = Map.of();

    /** The client that was built into this program, if any. */
    public WebClient(Fallback next, LinkPreviews previews, MediaOrigins media) {
        this(WebClient.class.getResource("/web" + INDEX), next, previews, media);
    }

    /** @param index the page, with the other files next to it and below; null if there is none */
    WebClient(@Nullable URL index, Fallback next, LinkPreviews previews, MediaOrigins media) {
        this.policy = media.contentSecurityPolicy();
        this.index = index;
        this.next = next;
        this.previews = previews;
    }

    @Override
    public void start(Vertx vertx) throws IOException {
        if (index != null) {
            files = WebFiles.read(index);
            WebFile file = files.get(INDEX);
            page = file == null ? null : WebPage.of(file.identity().bytes().getBytes());
        }
        next.start(vertx);
    }

    @Override
    public void stop() {
        next.stop();
    }

    @Override
    public void take(Exchange exchange) {
        String path = exchange.path();
        WebFile file = files.get(path);
        WebPage about = page;
        CompletableFuture<Optional<LinkPreview>> preview =
                file == null && about != null && isRead(exchange) ? previews.of(exchange) : null;
        if (preview != null && about != null) {
            answerPage(exchange, about, preview);
        } else {
            take(exchange, file == null && isPage(exchange, path) ? files.get(INDEX) : file);
        }
    }

    private void take(Exchange exchange, @Nullable WebFile file) {
        String path = exchange.path();
        boolean isSentence = file == null && files.isEmpty() && path.equals("/");
        if (file == null && !isSentence) {
            next.take(exchange);
        } else if (!isRead(exchange)) {
            exchange.answerNoRoute(Set.of("GET"));
        } else {
            exchange.answer(file == null ? notBuilt() : answer(exchange, path, file));
        }
    }

    private static boolean isRead(Exchange exchange) {
        return exchange.method().equals("GET") || exchange.method().equals("HEAD");
    }

    private void answerPage(Exchange exchange, WebPage about, CompletableFuture<Optional<LinkPreview>> preview) {
        var _ = preview.exceptionally(_ -> Optional.empty())
                .completeOnTimeout(Optional.empty(), PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
                .thenAccept(found -> exchange.answer(found.map(one -> page(exchange, about, one))
                        .orElseGet(() -> answer(exchange, INDEX, Objects.requireNonNull(files.get(INDEX))))));
    }

    private Response page(Exchange exchange, WebPage about, LinkPreview preview) {
        return secured(Response.bytes(
                        200,
                        "text/html; charset=utf-8",
                        about.with(preview, exchange.sender().origin(), exchange.path())))
                .header("cache-control", "no-cache");
    }

    private static boolean isPage(Exchange exchange, String path) {
        if (path.equals("/")) {
            return true;
        }
        String accepted = exchange.request().getHeader("accept");
        return accepted != null
                && accepted.contains("text/html")
                && path.indexOf('.', path.lastIndexOf('/') + 1) < 0
                && !isBelow(path, "/api")
                && !isBelow(path, "/health");
    }

    private static boolean isBelow(String path, String root) {
        return path.startsWith(root) && (path.length() == root.length() || path.charAt(root.length()) == '/');
    }

    private Response notBuilt() {
        return secured(Response.bytes(200, "text/plain; charset=utf-8", NOT_BUILT));
    }

    private Response answer(Exchange exchange, String path, WebFile file) {
        return secured(file.response(exchange.request().headers()))
                .header("cache-control", path.startsWith(ASSETS) ? "public, max-age=31536000, immutable" : "no-cache");
    }

    private Response secured(Response response) {
        SECURITY.forEach(response::header);
        return response.header(POLICY, policy);
    }
}
