package social.roost.user;

import java.time.InstantSource;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import social.roost.base.OverloadedException;
import social.roost.base.Rejection;
import social.roost.base.Rejection.Kind;
import social.roost.user.SecondFactorStore.SecondFactor;
import social.roost.user.UserStore.Credentials;

/** Logs users in with their passwords and, where they chose so, a second factor. */
public final class LogIns {
    private final UserStore users;
    private final Passwords passwords;
    private final SecondFactors secondFactors;
    private final Sessions sessions;
    private final LogInAttempts attempts;
    private final InstantSource clock;

    public LogIns(
            UserStore users,
            Passwords passwords,
            SecondFactors secondFactors,
            Sessions sessions,
            LogInAttempts attempts,
            InstantSource clock) {
        this.users = users;
        this.passwords = passwords;
        this.secondFactors = secondFactors;
        this.sessions = sessions;
        this.attempts = attempts;
        this.clock = clock;
    }

    /**
     * Starts a session, unless a second factor is needed.
     *
     * @param login a username or an email address
     * @throws Rejection UNAUTHENTICATED if the login or password is wrong, whether or not the user exists; FORBIDDEN if
     *     the user is suspended; TOO_MANY after too many failures
     */
    public Outcome logIn(String login, String password, Client client) {
        Optional<Credentials> found = users.findCredentials(login);
        return attempts.make(guess(login, found, client), () -> logIn(login, found, password, client));
    }

    private LogInAttempts.Guess guess(String login, Optional<Credentials> found, Client client) {
        String account = found.map(user -> "user " + user.userId())
                .orElseGet(() -> "login " + login.strip().toLowerCase(Locale.ROOT));
        String holder = found.map(user -> client.holder(user, clock.millis())).orElse(null);
        return new LogInAttempts.Guess(login, account, client.network(), client.site(), holder);
    }

    private Outcome logIn(String login, Optional<Credentials> found, String password, Client client) {
        String stored = found.map(Credentials::passwordHash).orElse(null);
        if (!passwords.matches(password, stored)) {
            throw wrongCredentials();
        }
        long userId = found.orElseThrow().userId();
        String hash = upgraded(login, userId, password, Objects.requireNonNull(stored));
        if (secondFactors.enabled(userId).isPresent()) {
            return new SecondFactorRequired(LogInChallenge.issue(userId, hash, clock.millis()));
        }
        LoggedIn loggedIn = begin(login, userId, hash, client);
        if (secondFactors.enabled(userId).isPresent()) {
            // It was enabled meanwhile, which may not have ended this session.
            sessions.end(userId, loggedIn.begun().session().id());
            throw wrongCredentials();
        }
        return loggedIn;
    }

    /**
     * The hash of a right password by the present settings, which replaces one by other settings.
     *
     * @throws Rejection UNAUTHENTICATED if the password was changed meanwhile
     */
    private String upgraded(String login, long userId, String password, String hash) {
        if (passwords.isCurrent(hash)) {
            return hash;
        }
        try {
            String better = passwords.hash(password);
            if (users.replacePassword(userId, hash, better)) {
                return better;
            }
        } catch (OverloadedException _) {
            return hash;
        }
        String changed =
                users.findCredentials(login).map(Credentials::passwordHash).orElse(null);
        if (!passwords.matches(password, changed)) {
            throw wrongCredentials();
        }
        return Objects.requireNonNull(changed);
    }

    /**
     * Starts a session with a code, after {@link #logIn} required one.
     *
     * @param challenge from the log-in
     * @param code of the authenticator app, or a recovery code
     * @throws Rejection UNAUTHENTICATED if the challenge is invalid or has expired, or the code is wrong or was used;
     *     FORBIDDEN if the user is suspended; TOO_MANY after too many failures
     */
    public LoggedIn logInWithCode(String challenge, String code, Client client) {
        LogInChallenge passed = LogInChallenge.parse(challenge).orElseThrow(LogIns::invalidChallenge);
        long userId = passed.userId();
        User user = users.find(new long[] {userId}).get(userId);
        String hash = user == null
                ? null
                : users.findCredentials(user.username())
                        .map(Credentials::passwordHash)
                        .orElse(null);
        if (user == null || hash == null || !passed.isValid(hash, clock.millis())) {
            throw invalidChallenge();
        }
        String username = user.username();
        SecondFactor factor = secondFactors.enabled(userId).orElseThrow(LogIns::invalidChallenge);
        return attempts.makeWithCode(codeGuess(userId, factor, hash, code, client), () -> {
            if (!secondFactors.use(userId, factor, code)) {
                throw SecondFactors.wrongCode(Kind.UNAUTHENTICATED);
            }
            return begin(username, userId, hash, client);
        });
    }

    /** A device counts as known only if it has passed a second factor before. */
    private LogInAttempts.CodeGuess codeGuess(
            long userId, SecondFactor factor, String hash, String code, Client client) {
        OptionalLong issuedAt = client.device() == null
                ? OptionalLong.empty()
                : KnownDevice.issuedAt(client.device(), userId, hash, clock.millis());
        boolean isKnown = issuedAt.isPresent() && issuedAt.getAsLong() > factor.enabledAt();
        return new LogInAttempts.CodeGuess(
                userId, client.network(), SecondFactors.isAppCode(code), isKnown ? client.device() : null);
    }

    private LoggedIn begin(String login, long userId, String hash, Client client) {
        Sessions.LogIn begun = sessions.begin(userId, client.userAgent());
        requireStillRight(login, hash, begun.session());
        return new LoggedIn(begun, KnownDevice.issue(userId, hash, clock.millis()));
    }

    private static Rejection wrongCredentials() {
        return new Rejection(Kind.UNAUTHENTICATED, "wrong_credentials", "Wrong username or password.");
    }

    private static Rejection invalidChallenge() {
        return new Rejection(
                Kind.UNAUTHENTICATED,
                "invalid_challenge",
                "The log-in took too long: enter your password again.",
                "challenge");
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

    /** What became of a log-in with the right password. */
    public sealed interface Outcome {}

    /**
     * A session began.
     *
     * @param device proves at the next log-in that there was one before, see {@link KnownDevice}
     */
    public record LoggedIn(Sessions.LogIn begun, String device) implements Outcome {}

    /**
     * A code is needed as well.
     *
     * @param challenge to send with it, within five minutes
     */
    public record SecondFactorRequired(String challenge) implements Outcome {}
}
