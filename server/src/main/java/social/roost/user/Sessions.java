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
import social.roost.base.Caller;
import social.roost.base.Rejection;
import social.roost.base.Snowflake;

/** Begins and ends sessions, and knows whose token it is. */
public final class Sessions {
    private static final int TOKEN_BYTES = 32;
    private static final int TOKEN_LENGTH = 43;
    private static final int MAXIMUM_CACHED = 50_000;

    private final SessionStore store;
    private final Suspensions suspensions;
    private final Snowflake ids;
    private final InstantSource clock;
    private final Duration lifetime;
    private final SecureRandom random = new SecureRandom();
    private final Cache<TokenHash, @Nullable Caller> cache =
            Caffeine.newBuilder().maximumSize(MAXIMUM_CACHED).recordStats().build();
    private final LongAdder begun = new LongAdder();

    public Sessions(
            SessionStore store, Suspensions suspensions, Snowflake ids, InstantSource clock, Duration lifetime) {
        this.store = store;
        this.suspensions = suspensions;
        this.ids = ids;
        this.clock = clock;
        this.lifetime = lifetime;
    }

    /** A session for someone who is known to be who they say. Of very many the oldest ends. */
    public LogIn begin(long userId, String userAgent) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        long now = clock.millis();
        Session session = new Session(ids.next(), userId, userAgent, now, now + lifetime.toMillis());
        store.create(session, TokenHash.of(token)).forEach(this::forget);
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

    /** Whose token it is; empty when it is malformed, unknown, expired or revoked. */
    public Optional<Caller> authenticate(String token) {
        return token.length() == TOKEN_LENGTH ? authenticate(TokenHash.of(token)) : Optional.empty();
    }

    /** As the other, for a token of which only the hash is known. */
    Optional<Caller> authenticate(TokenHash hash) {
        Caller caller = cache.get(hash, this::load);
        if (caller == null || caller.expiresAt() <= clock.millis() || suspensions.include(caller.userId())) {
            return Optional.empty();
        }
        return Optional.of(caller);
    }

    /** The user's sessions, newest first: all of them, as there is a maximum. */
    public List<Session> list(long userId) {
        return store.list(userId, clock.millis());
    }

    /**
     * Ends a session: its token is refused from now on.
     *
     * @throws Rejection NOT_FOUND when the user has no such session
     */
    public void revoke(long userId, long sessionId) {
        forget(store.delete(userId, sessionId).orElseThrow(() -> Rejection.notFound("session")));
    }

    /** Ends all sessions of a user. */
    void revokeAll(long userId) {
        revokeOthers(userId, 0);
    }

    /** Ends all sessions of a user but the one with this id. */
    public void revokeOthers(long userId, long kept) {
        store.deleteAll(userId, kept).forEach(this::forget);
    }

    /** Ends a session; one that has ended meanwhile is no error. */
    public void end(long userId, long sessionId) {
        store.delete(userId, sessionId).ifPresent(this::forget);
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
