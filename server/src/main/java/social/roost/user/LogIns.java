package social.roost.user;

import java.time.InstantSource;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.roost.base.Rejection;
import social.roost.base.Rejection.Kind;
import social.roost.user.UserStore.Credentials;

/** Logs users in with their passwords. */
public final class LogIns {
    private final UserStore users;
    private final Passwords passwords;
    private final Sessions sessions;
    private final LogInAttempts attempts;
    private final InstantSource clock;

    public LogIns(
            UserStore users, Passwords passwords, Sessions sessions, LogInAttempts attempts, InstantSource clock) {
        this.users = users;
        this.passwords = passwords;
        this.sessions = sessions;
        this.attempts = attempts;
        this.clock = clock;
    }

    /**
     * Starts a session.
     *
     * @param login a username or an email address
     * @throws Rejection UNAUTHENTICATED if the login or password is wrong, whether or not the user exists; FORBIDDEN if
     *     the user is suspended; TOO_MANY after too many failures
     */
    public LoggedIn logIn(String login, String password, Client client) {
        Optional<Credentials> found = users.findCredentials(login);
        return attempts.make(guess(login, found, client), () -> logIn(login, found, password, client));
    }

    private LogInAttempts.Guess guess(String login, Optional<Credentials> found, Client client) {
        String account = found.map(user -> "user " + user.userId())
                .orElseGet(() -> "login " + login.strip().toLowerCase(Locale.ROOT));
        String holder = found.map(user -> client.holder(user, clock.millis())).orElse(null);
        return new LogInAttempts.Guess(login, account, client.network(), client.site(), holder);
    }

    private LoggedIn logIn(String login, Optional<Credentials> found, String password, Client client) {
        String hash = found.map(Credentials::passwordHash).orElse(null);
        if (!passwords.matches(password, hash)) {
            throw wrongCredentials();
        }
        Sessions.LogIn begun = sessions.begin(found.orElseThrow().userId(), client.userAgent());
        requireStillRight(login, hash, begun.session());
        return new LoggedIn(
                begun, KnownDevice.issue(begun.session().userId(), Objects.requireNonNull(hash), clock.millis()));
    }

    private static Rejection wrongCredentials() {
        return new Rejection(Kind.UNAUTHENTICATED, "wrong_credentials", "Wrong username or password.");
    }

    /**
     * Checked after the session is stored: a concurrent suspension or password change either sees the session or is
     * seen here.
     */
    private void requireStillRight(String login, @Nullable String hash, Session session) {
        Optional<Credentials> now = users.findCredentials(login);
        boolean suspended = now.map(Credentials::suspended).orElse(false);
        if (suspended || !Objects.equals(now.map(Credentials::passwordHash).orElse(null), hash)) {
            sessions.end(session.userId(), session.id());
            throw suspended ? Suspensions.suspended(null) : wrongCredentials();
        }
    }

    /**
     * The result of a log-in.
     *
     * @param device proves at the next log-in that there was one before, see {@link KnownDevice}
     */
    public record LoggedIn(Sessions.LogIn begun, String device) {}
}
