package social.roost.user;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import social.roost.base.Timestamps;
import social.roost.http.Caller;
import social.roost.http.Problem;
import social.roost.http.Request;
import social.roost.http.Response;
import social.roost.http.Route;
import social.roost.http.Route.Access;
import social.roost.http.SessionCookie;

/** {@code /sessions}: log-in, log-out, and where one is logged in. */
public final class SessionRoutes {
    private static final String SET_COOKIE = "set-cookie";
    private static final int MAXIMUM_LOGIN = 254;
    private static final int MAXIMUM_PASSWORD = 512;
    private static final int MAXIMUM_USER_AGENT = 200;

    private final Sessions sessions;
    private final LogInAttempts attempts;
    private final boolean secureCookie;

    /** @param secureCookie whether cookies are for TLS only, however a request came here */
    public SessionRoutes(Sessions sessions, LogInAttempts attempts, boolean secureCookie) {
        this.sessions = sessions;
        this.attempts = attempts;
        this.secureCookie = secureCookie;
    }

    public List<Route> routes() {
        return List.of(
                Route.post("/api/v1/sessions", Access.ANYONE, this::logIn)
                        .in("log-in")
                        .hashingPassword(),
                Route.get("/api/v1/sessions", Access.LOGGED_IN, this::list),
                Route.delete("/api/v1/sessions/current", Access.LOGGED_IN, this::logOut),
                Route.delete("/api/v1/sessions/{id}", Access.LOGGED_IN, this::revoke));
    }

    private Response logIn(Request request) {
        Credentials credentials = request.json(Credentials.class);
        boolean cookie = Boolean.TRUE.equals(credentials.cookie());
        if (cookie) {
            // Or any page could log its visitors in as somebody it knows the password of.
            request.requireOwnPage();
        }
        String login = required("login", credentials.login(), MAXIMUM_LOGIN);
        String password = required("password", credentials.password(), MAXIMUM_PASSWORD);
        Sessions.LogIn logIn =
                attempts.make(login, request.network(), () -> sessions.logIn(login, password, userAgent(request)));
        return cookie ? withCookie(request, logIn) : loggedIn(logIn.session(), logIn.token());
    }

    private Response withCookie(Request request, Sessions.LogIn logIn) {
        Session session = logIn.session();
        Duration lifetime = Duration.ofMillis(session.expiresAt() - session.createdAt());
        return loggedIn(session, null)
                .header(SET_COOKIE, SessionCookie.keep(logIn.token(), lifetime, isSecure(request)));
    }

    private static Response loggedIn(Session session, @Nullable String token) {
        return Response.data(
                201, new LoggedIn(token, Long.toString(session.userId()), Timestamps.format(session.expiresAt())));
    }

    private boolean isSecure(Request request) {
        return secureCookie || request.isSecure();
    }

    private Response list(Request request) {
        Caller caller = request.caller();
        return Response.data(
                200,
                sessions.list(caller.userId()).stream()
                        .map(session -> SessionJson.of(session, caller))
                        .toList());
    }

    private Response logOut(Request request) {
        return end(request, request.caller().sessionId());
    }

    private Response revoke(Request request) {
        return end(request, request.pathId(0, "session"));
    }

    private Response end(Request request, long sessionId) {
        sessions.revoke(request.caller().userId(), sessionId);
        boolean own = sessionId == request.caller().sessionId();
        return own && request.isByCookie()
                ? Response.noContent().header(SET_COOKIE, SessionCookie.forget(isSecure(request)))
                : Response.noContent();
    }

    private static String required(String field, @Nullable String value, int maximum) {
        if (value == null || value.isEmpty() || value.length() > maximum) {
            throw Problem.invalid(field, "This is needed, with " + maximum + " characters at most.");
        }
        return value;
    }

    private static String userAgent(Request request) {
        String sent = Objects.requireNonNullElse(request.header("user-agent").orElse(null), "");
        return sent.substring(0, Math.min(sent.length(), MAXIMUM_USER_AGENT));
    }

    private record Credentials(
            @Nullable String login,
            @Nullable String password,
            @Nullable Boolean cookie) {}

    /** @param token null where it is in the cookie */
    private record LoggedIn(@Nullable String token, String userId, String expiresAt) {}

    private record SessionJson(String id, String userAgent, String createdAt, String expiresAt, boolean current) {
        static SessionJson of(Session session, Caller caller) {
            return new SessionJson(
                    Long.toString(session.id()),
                    session.userAgent(),
                    Timestamps.format(session.createdAt()),
                    Timestamps.format(session.expiresAt()),
                    session.id() == caller.sessionId());
        }
    }
}
