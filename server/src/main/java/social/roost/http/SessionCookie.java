package social.roost.http;

import io.netty.handler.codec.http.cookie.DefaultCookie;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The cookie with the token of a browser's session, which no script can read.
 *
 * <p>A second cookie, which scripts can read, says only that the first one exists. So a page knows whether the visitor
 * is logged in without a request.
 */
public final class SessionCookie {
    private static final BrowserCookie SESSION = new BrowserCookie("roost_session");
    private static final String MARK = "roost_signed_in";

    private SessionCookie() {}

    /** The values of {@code Set-Cookie} that store a token for a lifetime, in whole seconds. */
    public static List<String> keep(String token, Duration lifetime, boolean secure) {
        return List.of(SESSION.keep(token, lifetime, secure), mark("1", lifetime, secure));
    }

    /** The values of {@code Set-Cookie} that remove the token. */
    public static List<String> forget(boolean secure) {
        return List.of(SESSION.forget(secure), mark("", Duration.ZERO, secure));
    }

    /**
     * Returns the token; null if there is none.
     *
     * @param headers every {@code Cookie} of the request
     * @param secure whether cookies are always {@code Secure}
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
