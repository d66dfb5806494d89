package social.roost.user;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import social.roost.base.CacheUse;
import social.roost.base.Caller;
import social.roost.base.Rejection;
import social.roost.base.Snowflake;

/** Starts and ends sessions, and resolves the owner of a token. */
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
    private final SessionUses uses;
    private final Cache<TokenHash, @Nullable Known> cache =
            Caffeine.newBuilder().maximumSize(MAXIMUM_CACHED).recordStats().build();
    private final LongAdder begun = new LongAdder();

    public Sessions(
            SessionStore store, Suspensions suspensions, Snowflake ids, InstantSource clock, Duration lifetime) {
        this.store = store;
        this.uses = new SessionUses(store);
        this.suspensions = suspensions;
        this.ids = ids;
        this.clock = clock;
        this.lifetime = lifetime;
    }

    /** Starts a session for an authenticated user. If the user has too many, the oldest ends. */
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

    /** The number of sessions started by this process. */
    public long begun() {
        return begun.sum();
    }

    /** Usage of the token cache. */
    public CacheUse cache() {
        return new CacheUse(cache);
    }

    /** The owner of a token; empty if the token is malformed, unknown, expired or revoked. */
    public Optional<Caller> authenticate(String token) {
        return token.length() == TOKEN_LENGTH ? authenticate(TokenHash.of(token)) : Optional.empty();
    }

    /** Like {@link #authenticate(String)}, if only the hash of the token is known. */
    Optional<Caller> authenticate(TokenHash hash) {
        Known known = cache.get(hash, this::load);
        long now = clock.millis();
        if (known == null || known.caller.expiresAt() <= now || suspensions.include(known.caller.userId())) {
            return Optional.empty();
        }
        known.notedAt = uses.note(hash, known.notedAt, now);
        return Optional.of(known.caller);
    }

    /** All sessions of the caller, newest first; their number is limited. */
    public List<Used> list(Caller caller) {
        long now = clock.millis();
        Map<Long, Long> lastUses = store.lastUses(caller.userId());
        return store.list(caller.userId(), now).stream()
                .map(session -> new Used(
                        session,
                        session.id() == caller.sessionId()
                                ? now
                                : lastUses.getOrDefault(session.id(), session.createdAt())))
                .toList();
    }

    /** Stores when sessions were used. */
    public void storeUses() {
        uses.store();
    }

    /**
     * Ends a session: its token is rejected from now on.
     *
     * @throws Rejection NOT_FOUND if the user has no such session
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

    /** Ends a session; it may have ended already. */
    public void end(long userId, long sessionId) {
        store.delete(userId, sessionId).ifPresent(this::forget);
    }

    /** Called when a session has ended, in any process: its token is looked up in the store again. */
    public void forget(TokenHash hash) {
        var _ = cache.asMap().compute(hash, (_, _) -> null);
    }

    /** Removes expired sessions from the store. */
    public void removeExpired() {
        store.deleteExpired(clock.millis());
    }

    private @Nullable Known load(TokenHash hash) {
        return store.find(hash)
                .map(session -> new Known(new Caller(session.userId(), session.id(), session.expiresAt())))
                .orElse(null);
    }

    /** The owner of a token, and when a use of it was noted; of concurrent changes any may win. */
    private static final class Known {
        private final Caller caller;
        private volatile long notedAt;

        Known(Caller caller) {
            this.caller = caller;
        }
    }

    /**
     * A session.
     *
     * @param at of its last use, to about an hour, in milliseconds since 1970
     */
    public record Used(Session session, long at) {}

    /** A session and its token, which is available only now. */
    public record LogIn(String token, Session session) {}
}
