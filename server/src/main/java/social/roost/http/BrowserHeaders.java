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
 * Headers for browsers in every response: to use only TLS (RFC 6797), and which pages of other origins may read it (the
 * CORS protocol of the Fetch standard). Those pages log in with a token, because cookies work only for the server's own
 * pages.
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
     * Validates an origin in the form that browsers send.
     *
     * @throws IllegalArgumentException if it is invalid
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

    /** Whether the request is a CORS preflight. */
    boolean isPreflight(HttpServerRequest request) {
        return !origins.isEmpty()
                && request.method().equals(HttpMethod.OPTIONS)
                && request.getHeader(ORIGIN) != null
                && request.getHeader(ASKED_METHOD) != null;
    }

    /** The same for every path and method; the browser gets the real answer with its actual request. */
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
