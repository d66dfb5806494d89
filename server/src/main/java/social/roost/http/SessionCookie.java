package social.roost.http;

import io.netty.handler.codec.http.cookie.DefaultCookie;
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
    private static final BrowserCookie SESSION = new BrowserCookie("roost_session");
    private static final String MARK = "roost_signed_in";

    private SessionCookie() {}

    /** The values of {@code Set-Cookie} that have the browser keep a token for so long, by whole seconds. */
    public static List<String> keep(String token, Duration lifetime, boolean secure) {
        return List.of(SESSION.keep(token, lifetime, secure), mark("1", lifetime, secure));
    }

    /** The values of {@code Set-Cookie} that have the browser forget the token. */
    public static List<String> forget(boolean secure) {
        return List.of(SESSION.forget(secure), mark("", Duration.ZERO, secure));
    }

    /**
     * The token among what was sent; null for none.
     *
     * @param headers each {@code Cookie} of the request
     * @param secure whether cookies are for TLS only
     */
    static @Nullable String token(List<String> headers, boolean secure) {
        return SESSION.read(headers, secure);
    }

    private static String mark(String value, Duration lifetime, boolean secure) {
        DefaultCookie cookie = new DefaultCookie(MARK, value);
        cookie.setPath("/");
        return BrowserCookie.encode(cookie, lifetime.toSeconds(), secure);
    }
}
