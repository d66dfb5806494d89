package social.roost.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Where a request comes from, as far as it tells.
 *
 * <p>A browser sends cookies along whichever page makes it ask, so what a cookie allows is for the server's own pages only.
 * Which page asks, the browser says in headers that no page can write: {@code Sec-Fetch-Site}, or, where it is older or the
 * address is not trusted with that, {@code Origin}. Other clients send neither, and no cookies they were not told to.
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

    /** Where it comes from, as {@link ClientAddress} numbers it. */
    long network() {
        return proxies.client(request).network();
    }

    /** The wider network that is in, as {@link ClientAddress} numbers it. */
    OptionalLong site() {
        return proxies.client(request).site();
    }

    /** Whether it comes from this machine. */
    boolean isLocal() {
        return proxies.client(request).address().isLoopbackAddress();
    }

    MultiMap headers() {
        return request.headers();
    }

    @Nullable
    String header(String name) {
        return request.getHeader(name);
    }

    /** What the client calls this server, without the port; empty when it does not say. */
    String host() {
        HostAndPort host = request.authority();
        return host == null ? "" : host.host();
    }

    /** Whether the client came by TLS: what a gateway says of its client goes before what is seen here. */
    boolean isSecure() {
        String scheme = header("x-forwarded-proto");
        return scheme == null ? request.isSSL() : scheme.equals("https");
    }

    /**
     * Refuses what a browser says the page of another origin asks for.
     *
     * @throws Problem 403 then
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

    /** The scheme is left out: in front of a proxy that ends TLS it is another. */
    private boolean isOwn(String origin) {
        HostAndPort host = request.authority();
        int end = origin.indexOf(SCHEME_END);
        return host != null
                && end > 0
                && origin.substring(end + SCHEME_END.length()).equalsIgnoreCase(host.toString());
    }
}
