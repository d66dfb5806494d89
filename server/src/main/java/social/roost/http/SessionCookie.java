package social.roost.http;

import io.netty.handler.codec.http.cookie.Cookie;
import io.netty.handler.codec.http.cookie.CookieHeaderNames.SameSite;
import io.netty.handler.codec.http.cookie.DefaultCookie;
import io.netty.handler.codec.http.cookie.ServerCookieDecoder;
import io.netty.handler.codec.http.cookie.ServerCookieEncoder;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The cookie in which a browser keeps the token of its session, where no script can read it. */
public final class SessionCookie {
    static final String NAME = "roost_session";
    private static final String PATH = "/api";

    private SessionCookie() {}

    /** The value of a {@code Set-Cookie} that has the browser keep a token for so long, by whole seconds. */
    public static String keep(String token, Duration lifetime, boolean secure) {
        return encode(token, lifetime.toSeconds(), secure);
    }

    /** The value of a {@code Set-Cookie} that has the browser forget the token. */
    public static String forget(boolean secure) {
        return encode("", 0, secure);
    }

    /**
     * The token among what was sent; null for none.
     *
     * @param headers each {@code Cookie} of the request; HTTP/2 may bring them in pieces
     */
    static @Nullable String token(List<String> headers) {
        for (String header : headers) {
            for (Cookie cookie : ServerCookieDecoder.STRICT.decodeAll(header)) {
                if (cookie.name().equals(NAME) && !cookie.value().isEmpty()) {
                    return cookie.value();
                }
            }
        }
        return null;
    }

    private static String encode(String token, long seconds, boolean secure) {
        DefaultCookie cookie = new DefaultCookie(NAME, token);
        cookie.setPath(PATH);
        cookie.setMaxAge(seconds);
        cookie.setHttpOnly(true);
        cookie.setSameSite(SameSite.Strict);
        cookie.setSecure(secure);
        return ServerCookieEncoder.STRICT.encode(cookie);
    }
}
