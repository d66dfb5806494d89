package social.roost.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What every answer tells browsers beside its own headers: to come by TLS only (RFC 6797), and which pages of other origins may
 * read it (the CORS protocol of the Fetch standard). Those log in with a token: cookies are for the server's own pages.
 */
final class BrowserHeaders {
    private static final String ANY = "*";
    private static final String ORIGIN = "origin";
    private static final String ASKED_METHOD = "access-control-request-method";
    private static final String ALLOWED_ORIGIN = "access-control-allow-origin";
    private static final String READABLE = "x-request-id, retry-after, ratelimit, ratelimit-policy";
    private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE";
    private static final String SENDABLE = "authorization, content-type, idempotency-key, last-event-id, x-request-id";
    private static final String PREFLIGHT_SECONDS = "7200";

    private final Set<String> origins;
    private final @Nullable String strictTransport;

    BrowserHeaders(List<String> origins, Duration strictTransport) {
        this.origins = Set.copyOf(origins);
        this.strictTransport = strictTransport.isZero() ? null : "max-age=" + strictTransport.toSeconds();
    }

    /**
     * Checks an origin as browsers send it.
     *
     * @throws IllegalArgumentException when it is none
     */
    static void check(String origin) {
        if (!origin.equals(ANY) && !isOrigin(origin)) {
            throw new IllegalArgumentException("'" + origin
                    + "' is not a valid origin, expected one such as https://app.example.org, or * for any");
        }
    }

    private static boolean isOrigin(String text) {
        try {
            URI uri = new URI(text);
            return uri.getHost() != null && text.equals(uri.getScheme() + "://" + uri.getAuthority());
        } catch (URISyntaxException _) {
            return false;
        }
    }

    /** Whether a browser asks whether a page may ask. */
    boolean isPreflight(HttpServerRequest request) {
        return !origins.isEmpty()
                && request.method().equals(HttpMethod.OPTIONS)
                && request.getHeader(ORIGIN) != null
                && request.getHeader(ASKED_METHOD) != null;
    }

    /** The same for every address, whatever it takes; a browser finds out when it really asks. */
    static Response preflight() {
        return Response.noContent()
                .header("access-control-allow-methods", METHODS)
                .header("access-control-allow-headers", SENDABLE)
                .header("access-control-max-age", PREFLIGHT_SECONDS);
    }

    void add(HttpServerRequest request, boolean secure, MultiMap answer) {
        if (strictTransport != null && secure) {
            answer.set("strict-transport-security", strictTransport);
        }
        if (!origins.isEmpty()) {
            allow(request.getHeader(ORIGIN), answer);
        }
    }

    private void allow(@Nullable String origin, MultiMap answer) {
        if (origins.contains(ANY)) {
            answer.set(ALLOWED_ORIGIN, ANY).set("access-control-expose-headers", READABLE);
            return;
        }
        answer.add("vary", ORIGIN);
        if (origin != null && origins.contains(origin)) {
            answer.set(ALLOWED_ORIGIN, origin).set("access-control-expose-headers", READABLE);
        }
    }
}
