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
 * A cookie that no script can read, and that is sent only to this server.
 *
 * <p>Over TLS its name begins with {@code __Host-}, so browsers accept it only from this host. Without the prefix, any
 * other host of the same domain could set a cookie with the same name and a narrower path, which browsers send first:
 * visitors would be logged in as a user of that host's choice. Without TLS there is no such protection, so of two
 * different cookies neither counts.
 */
public record BrowserCookie(String name) {
    private static final String SECURE_PREFIX = "__Host-";
    private static final String PATH = "/api";

    /** The value of {@code Set-Cookie} that stores a value for a lifetime, in whole seconds. */
    public String keep(String value, Duration lifetime, boolean secure) {
        DefaultCookie cookie = new DefaultCookie(name(secure), value);
        // Browsers accept the prefix only with the root path.
        cookie.setPath(secure ? "/" : PATH);
        cookie.setHttpOnly(true);
        return encode(cookie, lifetime.toSeconds(), secure);
    }

    /** The value of {@code Set-Cookie} that removes the cookie. */
    public String forget(boolean secure) {
        return keep("", Duration.ZERO, secure);
    }

    /**
     * Returns the cookie's value; null if it is missing, or occurs with different values.
     *
     * @param headers every {@code Cookie} of the request; HTTP/2 may split them
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
