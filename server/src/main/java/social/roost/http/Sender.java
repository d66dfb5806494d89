package social.roost.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The origin of a request, as far as it is known.
 *
 * <p>A browser sends cookies with the requests of any page, so a cookie counts only for the server's own pages. The
 * browser names the page in headers that no page can set: {@code Sec-Fetch-Site}, or {@code Origin} in older browsers
 * and for insecure addresses. Other clients send neither, and only cookies that they were given.
 */
final class Sender {
    private static final String UPGRADE = "upgrade";
    private static final String SCHEME_END = "://";

    private final HttpServerRequest request;
    private final TrustedProxies proxies;

    Sender(HttpServerRequest request, TrustedProxies proxies) {
        this.request = request;
        this.proxies = proxies;
    }

    /** The client's network, as numbered by {@link ClientAddress}. */
    long network() {
        return proxies.client(request).network();
    }

    /** The client's site, as numbered by {@link ClientAddress}. */
    OptionalLong site() {
        return proxies.client(request).site();
    }

    /** Whether the request comes from this machine. */
    boolean isLocal() {
        return proxies.client(request).address().isLoopbackAddress();
    }

    boolean isHead() {
        return request.method().equals(HttpMethod.HEAD);
    }

    MultiMap headers() {
        return request.headers();
    }

    @Nullable
    String header(String name) {
        return request.getHeader(name);
    }

    /** The host name that the client requested, without the port; empty if there is none. */
    String host() {
        HostAndPort host = request.authority();
        return host == null ? "" : host.host();
    }

    /** The address of this server as the client requested it, such as {@code https://example.org}. */
    String origin() {
        return (isSecure() ? "https" : "http")
                + SCHEME_END
                + Objects.requireNonNullElse(request.authority(), "localhost");
    }

    /** Whether the client uses TLS: a gateway's statement about its client takes precedence. */
    boolean isSecure() {
        String scheme = header("x-forwarded-proto");
        return scheme == null ? request.isSSL() : scheme.equals("https");
    }

    /**
     * Rejects requests that browsers send for pages of other origins.
     *
     * @throws Problem 403
     */
    void requireOwnPage() {
        if (!isOwnPage()) {
            throw new Problem(
                    403, "cross_origin", "A page of another origin may not use the session cookie for this request.");
        }
    }

    private boolean isOwnPage() {
        String site = header("sec-fetch-site");
        String origin = header("origin");
        if (site != null) {
            boolean own = site.equals("same-origin") || site.equals("none");
            return own && (origin == null || header(UPGRADE) == null || isOwn(origin));
        }
        return origin == null || isOwn(origin);
    }

    /** The scheme is ignored: it differs behind a proxy that terminates TLS. */
    private boolean isOwn(String origin) {
        HostAndPort host = request.authority();
        int end = origin.indexOf(SCHEME_END);
        return host != null
                && end > 0
                && origin.substring(end + SCHEME_END.length()).equalsIgnoreCase(host.toString());
    }
}
