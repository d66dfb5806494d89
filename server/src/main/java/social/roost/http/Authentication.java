package social.roost.http;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.roost.base.Caller;
import social.roost.http.Route.Access;

/**
 * Identifies the caller of a request: by the token in the header {@code Authorization}, or, for browsers, by the token
 * in the session cookie. A token in the header must be valid on every route. A cookie, which browsers send
 * automatically, must be valid only where a session is required.
 */
final class Authentication {
    private static final String BEARER = "Bearer ";

    private final Authenticator authenticator;
    private final boolean secureCookies;

    /** @param secureCookies whether cookies are always {@code Secure}, even for requests without TLS */
    Authentication(Authenticator authenticator, boolean secureCookies) {
        this.authenticator = authenticator;
        this.secureCookies = secureCookies;
    }

    /**
     * Called before the handler.
     *
     * @throws Problem 401 if a valid token is required and missing, 403 if a page of another origin uses the cookie for
     *     a write
     */
    Identity identify(Route route, Sender sender) {
        String authorization = sender.header("authorization");
        if (authorization != null) {
            return byHeader(authorization);
        }
        String cookie = SessionCookie.token(sender.headers().getAll("cookie"), secureCookies || sender.isSecure());
        return cookie == null || route.isProbe() ? anonymous(route) : byCookie(route, sender, cookie);
    }

    private Identity byHeader(String authorization) {
        if (!authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw new Problem(401, "unauthorized", "The only supported scheme is 'Authorization: Bearer ...'.");
        }
        String token = authorization.substring(BEARER.length()).strip();
        Caller caller = authenticator.authenticate(token).orElseThrow(Authentication::invalidToken);
        return new Identity(caller, token, false);
    }

    private Identity byCookie(Route route, Sender sender, String token) {
        if (!route.isSafe()) {
            sender.requireOwnPage();
        }
        Optional<Caller> caller = authenticator.authenticate(token);
        if (caller.isEmpty() && route.access() == Access.LOGGED_IN) {
            throw invalidToken();
        }
        return caller.map(known -> new Identity(known, token, true)).orElseGet(() -> anonymous(route));
    }

    private Identity anonymous(Route route) {
        if (route.access() == Access.LOGGED_IN) {
            throw unauthorized();
        }
        if (!route.isProbe()) {
            authenticator.visit();
        }
        return Identity.NOBODY;
    }

    private static Problem invalidToken() {
        return new Problem(401, "invalid_token", "The token is invalid or expired: log in again.");
    }

    static Problem unauthorized() {
        return new Problem(401, "unauthorized", "Log in and send the token as 'Authorization: Bearer ...'.");
    }

    /** @param isByCookie whether a browser may have sent the token automatically */
    record Identity(@Nullable Caller caller, @Nullable String token, boolean isByCookie) {
        static final Identity NOBODY = new Identity(null, null, false);
    }
}
