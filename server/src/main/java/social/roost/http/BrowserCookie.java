package social.roost.http;

import io.netty.handler.codec.http.cookie.Cookie;
import io.netty.handler.codec.http.cookie.CookieHeaderNames.SameSite;
import io.netty.handler.codec.http.cookie.DefaultCookie;
import io.netty.handler.codec.http.cookie.ServerCookieDecoder;
import io.netty.handler.codec.http.cookie.ServerCookieEncoder;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cookie that no script can read, and that is sent to this server alone.
 *
 * <p>Where it is for TLS only its name begins with {@code __Host-}: then browsers take it from this very host only. Without that, any
 * other host of the same domain could set a cookie with the name and a narrower path, which browsers send first: visitors would be
 * logged in as whoever that host likes. Without TLS there is no such protection, so of two cookies none counts.
 */
public record BrowserCookie(String name) {
    private static final String SECURE_PREFIX = "__Host-";
    private static final String PATH = "/api";

    /** The value of {@code Set-Cookie} that has the browser keep a value for so long, by whole seconds. */
    public String keep(String value, Duration lifetime, boolean secure) {
        DefaultCookie cookie = new DefaultCookie(name(secure), value);
        // What the prefix stands for is only taken for all paths.
        cookie.setPath(secure ? "/" : PATH);
        cookie.setHttpOnly(true);
        return encode(cookie, lifetime.toSeconds(), secure);
    }

    /** The value of {@code Set-Cookie} that has the browser forget it. */
    public String forget(boolean secure) {
        return keep("", Duration.ZERO, secure);
    }

    /**
     * The value among what was sent; null for none, and for several that differ.
     *
     * @param headers each {@code Cookie} of the request; HTTP/2 may bring them in pieces
     */
    @Nullable
    String read(List<String> headers, boolean secure) {
        if (headers.isEmpty()) {
            return null;
        }
        String wanted = name(secure);
        List<String> values = headers.stream()
                .flatMap(header -> ServerCookieDecoder.STRICT.decodeAll(header).stream())
                .filter(cookie ->
                        cookie.name().equals(wanted) && !cookie.value().isEmpty())
                .map(Cookie::value)
                .distinct()
                .limit(2)
                .toList();
        return values.size() == 1 ? values.getFirst() : null;
    }

    private String name(boolean secure) {
        return secure ? SECURE_PREFIX + name : name;
    }

    static String encode(DefaultCookie cookie, long seconds, boolean secure) {
        cookie.setMaxAge(seconds);
        cookie.setSameSite(SameSite.Strict);
        cookie.setSecure(secure);
        return ServerCookieEncoder.STRICT.encode(cookie);
    }
}
