package social.roost.api;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import social.roost.base.Caller;
import social.roost.base.Rejection;
import social.roost.base.Timestamps;
import social.roost.http.BrowserCookie;
import social.roost.http.Problem;
import social.roost.http.Request;
import social.roost.http.Response;
import social.roost.http.Route;
import social.roost.http.Route.Access;
import social.roost.http.SessionCookie;
import social.roost.user.Client;
import social.roost.user.KnownDevice;
import social.roost.user.LogIns;
import social.roost.user.LogIns.LoggedIn;
import social.roost.user.LogIns.SecondFactorRequired;
import social.roost.user.Session;
import social.roost.user.Sessions;

/** {@code /sessions}: log in, log out, and list sessions. */
public final class SessionRoutes {
    private static final String SET_COOKIE = "set-cookie";
    private static final int MAXIMUM_LOGIN = 254;
    private static final int MAXIMUM_PASSWORD = 512;
    private static final int MAXIMUM_CHALLENGE = 100;
    private static final int MAXIMUM_USER_AGENT = 200;

    /** For the next log-in in the same browser, so it outlives the session. */
    static final BrowserCookie DEVICE = new BrowserCookie("roost_device");

    private final Sessions sessions;
    private final LogIns logIns;
    private final boolean secureCookie;

    /** @param secureCookie whether cookies are always {@code Secure}, even for requests without TLS */
    public SessionRoutes(Sessions sessions, LogIns logIns, boolean secureCookie) {
        this.sessions = sessions;
        this.logIns = logIns;
        this.secureCookie = secureCookie;
    }

    public List<Route> routes() {
        return List.of(
                Route.post("/api/roost/v1/sessions", Access.ANYONE, this::logIn)
                        .in("log-in")
                        .hashingPassword(),
                Route.post("/api/roost/v1/sessions/second-factor", Access.ANYONE, this::logInWithCode)
                        .in("log-in"),
                Route.get("/api/roost/v1/sessions", Access.LOGGED_IN, this::list),
                Route.delete("/api/roost/v1/sessions", Access.LOGGED_IN, this::revokeOthers),
                Route.delete("/api/roost/v1/sessions/current", Access.LOGGED_IN, this::logOut),
                Route.delete("/api/roost/v1/sessions/{id}", Access.LOGGED_IN, this::revoke));
    }

    private Response logIn(Request request) {
        Credentials credentials = request.json(Credentials.class);
        boolean cookie = wantsCookie(request, credentials.cookie());
        String login = required("login", credentials.login(), MAXIMUM_LOGIN);
        String password = required("password", credentials.password(), MAXIMUM_PASSWORD);
        return switch (logIns.logIn(login, password, client(request, credentials.device()))) {
            case LoggedIn loggedIn -> answer(request, loggedIn, cookie);
            case SecondFactorRequired(String challenge) ->
                throw new Problem(401, "second_factor_required", "Enter a code to complete the log-in.")
                        .challenge(challenge);
        };
    }

    private Response logInWithCode(Request request) {
        Code sent = request.json(Code.class);
        boolean cookie = wantsCookie(request, sent.cookie());
        String challenge = required("challenge", sent.challenge(), MAXIMUM_CHALLENGE);
        String code = required("code", sent.code(), SecondFactorRoutes.MAXIMUM_CODE);
        return answer(request, logIns.logInWithCode(challenge, code, client(request, sent.device())), cookie);
    }

    private static boolean wantsCookie(Request request, @Nullable Boolean wanted) {
        boolean cookie = Boolean.TRUE.equals(wanted);
        if (cookie) {
            // Otherwise any page could log in its visitors as a user whose password it knows.
            request.requireOwnPage();
        }
        return cookie;
    }

    private Response answer(Request request, LoggedIn loggedIn, boolean cookie) {
        return cookie ? withCookie(request, loggedIn) : withToken(loggedIn);
    }

    private Client client(Request request, @Nullable String sentDevice) {
        String device = sentDevice == null ? request.cookie(DEVICE, isSecure(request)) : sentDevice;
        return new Client(
                userAgent(request),
                request.network(),
                request.site(),
                device,
                request.optionalCaller().orElse(null));
    }

    /** Ends the browser's previous session, because its cookie is replaced. */
    private Response withCookie(Request request, LoggedIn loggedIn) {
        if (request.isByCookie()) {
            Caller before = request.caller();
            sessions.end(before.userId(), before.sessionId());
        }
        Session session = loggedIn.begun().session();
        Duration lifetime = Duration.ofMillis(session.expiresAt() - session.createdAt());
        boolean secure = isSecure(request);
        List<String> cookies =
                new ArrayList<>(SessionCookie.keep(loggedIn.begun().token(), lifetime, secure));
        cookies.add(1, DEVICE.keep(loggedIn.device(), KnownDevice.LIFETIME, secure));
        return answer(session, null, null).header(SET_COOKIE, cookies);
    }

    private static Response withToken(LoggedIn loggedIn) {
        return answer(loggedIn.begun().session(), loggedIn.begun().token(), loggedIn.device());
    }

    private static Response answer(Session session, @Nullable String token, @Nullable String device) {
        return Response.data(
                201,
                new LogInJson(token, device, Long.toString(session.userId()), Timestamps.format(session.expiresAt())));
    }

    private boolean isSecure(Request request) {
        return secureCookie || request.isSecure();
    }

    private Response list(Request request) {
        Caller caller = request.caller();
        return Response.data(
                200,
                sessions.list(caller).stream()
                        .map(used -> SessionJson.of(used, caller))
                        .toList());
    }

    /** Ends all sessions but the caller's. */
    private Response revokeOthers(Request request) {
        sessions.revokeOthers(request.caller().userId(), request.caller().sessionId());
        return Response.noContent();
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
            throw Rejection.invalid(field, "Required; at most " + maximum + " characters are allowed.");
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
            @Nullable Boolean cookie,
            @Nullable String device) {}

    private record Code(
            @Nullable String challenge,
            @Nullable String code,
            @Nullable Boolean cookie,
            @Nullable String device) {}

    /** Token and device are null if they are sent as cookies. */
    private record LogInJson(
            @Nullable String token, @Nullable String device, String userId, String expiresAt) {}

    private record SessionJson(
            String id, String userAgent, String createdAt, String expiresAt, String lastUsedAt, boolean current) {
        static SessionJson of(Sessions.Used used, Caller caller) {
            Session session = used.session();
            return new SessionJson(
                    Long.toString(session.id()),
                    session.userAgent(),
                    Timestamps.format(session.createdAt()),
                    Timestamps.format(session.expiresAt()),
                    Timestamps.format(used.at()),
                    session.id() == caller.sessionId());
        }
    }
}
