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
 * The cookie in which a browser keeps the token of its session, where no script can read it.
 *
 * <p>Beside it goes one that says nothing but that the first is there, and that scripts can read: so a page knows a visitor
 * without asking for somebody who is not logged in.
 */
public final class SessionCookie {
    static final String NAME = "roost_session";
    private static final String PATH = "/api";
    private static final String MARK = "roost_signed_in";

    private SessionCookie() {}

    /** The values of {@code Set-Cookie} that have the browser keep a token for so long, by whole seconds. */
    public static List<String> keep(String token, Duration lifetime, boolean secure) {
        long seconds = lifetime.toSeconds();
        return List.of(encode(session(token), seconds, secure), encode(mark("1"), seconds, secure));
    }

    /** The values of {@code Set-Cookie} that have the browser forget the token. */
    public static List<String> forget(boolean secure) {
        return List.of(encode(session(""), 0, secure), encode(mark(""), 0, secure));
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

    private static DefaultCookie session(String token) {
        DefaultCookie cookie = new DefaultCookie(NAME, token);
        cookie.setPath(PATH);
        cookie.setHttpOnly(true);
        return cookie;
    }

    private static DefaultCookie mark(String value) {
        DefaultCookie cookie = new DefaultCookie(MARK, value);
        cookie.setPath("/");
        return cookie;
    }

    private static String encode(DefaultCookie cookie, long seconds, boolean secure) {
        cookie.setMaxAge(seconds);
        cookie.setSameSite(SameSite.Strict);
        cookie.setSecure(secure);
        return ServerCookieEncoder.STRICT.encode(cookie);
    }
}
