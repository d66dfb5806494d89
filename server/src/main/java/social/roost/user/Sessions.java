package social.roost.user;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import social.roost.base.CacheUse;
import social.roost.base.Snowflake;
import social.roost.http.Authenticator;
import social.roost.http.Caller;
import social.roost.http.Problem;

/** Logs users in and out, and knows whose token it is. */
public final class Sessions implements Authenticator {
    private static final int TOKEN_BYTES = 32;
    private static final int TOKEN_LENGTH = 43;
    private static final int MAXIMUM_CACHED = 50_000;

    private final SessionStore store;
    private final UserStore users;
    private final Passwords passwords;
    private final Snowflake ids;
    private final InstantSource clock;
    private final Duration lifetime;
    private final SecureRandom random = new SecureRandom();
    private final Cache<TokenHash, @Nullable Caller> cache =
            Caffeine.newBuilder().maximumSize(MAXIMUM_CACHED).recordStats().build();
    private final LongAdder begun = new LongAdder();

    public Sessions(
            SessionStore store,
            UserStore users,
            Passwords passwords,
            Snowflake ids,
            InstantSource clock,
            Duration lifetime) {
        this.store = store;
        this.users = users;
        this.passwords = passwords;
        this.ids = ids;
        this.clock = clock;
        this.lifetime = lifetime;
    }

    /**
     * Begins a session.
     *
     * @param login a username or an e-mail address
     * @throws Problem 401 when the two do not belong together, the same whether or not there is such a user; 403 when the user
     *     is suspended
     */
    public LogIn logIn(String login, String password, String userAgent) {
        Optional<UserStore.Credentials> credentials = users.findCredentials(login);
        String hash = credentials.map(UserStore.Credentials::passwordHash).orElse(null);
        if (!passwords.matches(password, hash)) {
            throw new Problem(401, "wrong_credentials", "The login or the password is wrong.");
        }
        LogIn logIn = begin(credentials.orElseThrow().userId(), userAgent);
        // Asked after the session is there: whoever suspends the user now finds it.
        if (users.findCredentials(login).map(UserStore.Credentials::suspended).orElse(true)) {
            end(logIn.session());
            throw Suspensions.suspended();
        }
        return logIn;
    }

    /** A session for someone who is known to be who they say. */
    public LogIn begin(long userId, String userAgent) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        long now = clock.millis();
        Session session = new Session(ids.next(), userId, userAgent, now, now + lifetime.toMillis());
        store.create(session, TokenHash.of(token));
        begun.increment();
        return new LogIn(token, session);
    }

    /** How many were begun here. */
    public long begun() {
        return begun.sum();
    }

    /** Of whose token it is. */
    public CacheUse cache() {
        return new CacheUse(cache);
    }

    @Override
    public Optional<Caller> authenticate(String token) {
        return token.length() == TOKEN_LENGTH ? authenticate(TokenHash.of(token)) : Optional.empty();
    }

    /** As the other, for a token of which only the hash is known. */
    Optional<Caller> authenticate(TokenHash hash) {
        Caller caller = cache.get(hash, this::load);
        return caller == null || caller.expiresAt() <= clock.millis() ? Optional.empty() : Optional.of(caller);
    }

    /** The user's sessions, newest first. */
    public List<Session> list(long userId) {
        return store.list(userId, clock.millis());
    }

    /**
     * Ends a session: its token is refused from now on.
     *
     * @throws Problem 404 when the user has no such session
     */
    public void revoke(long userId, long sessionId) {
        forget(store.delete(userId, sessionId).orElseThrow(() -> Problem.notFound("session")));
    }

    /** Ends all sessions of a user; one that ends by itself meanwhile is no error. */
    void revokeAll(long userId) {
        list(userId).forEach(this::end);
    }

    private void end(Session session) {
        store.delete(session.userId(), session.id()).ifPresent(this::forget);
    }

    /** Call it when a session was ended, here or in another process: its token is looked for in the store again. */
    public void forget(TokenHash hash) {
        var _ = cache.asMap().compute(hash, (_, _) -> null);
    }

    /** Removes what has expired from the store. */
    public void removeExpired() {
        store.deleteExpired(clock.millis());
    }

    private @Nullable Caller load(TokenHash hash) {
        return store.find(hash)
                .map(session -> new Caller(session.userId(), session.id(), session.expiresAt()))
                .orElse(null);
    }

    /** A session and its token, which is told this once. */
    public record LogIn(String token, Session session) {}
}
