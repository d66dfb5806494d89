package social.roost.user.redis;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import social.roost.driver.redis.CacheAside;
import social.roost.driver.redis.CachedForm;
import social.roost.driver.redis.Redis;
import social.roost.driver.redis.Seal;
import social.roost.event.Event;
import social.roost.event.StreamConsumer;
import social.roost.user.Session;
import social.roost.user.SessionStore;
import social.roost.user.TokenHash;

/**
 * Sessions by the hash of their token, read from Redis first. Lists are read from the store behind it.
 *
 * <p>Key {@code session.2:{<hash in hexadecimal>}}: a {@link Seal}, since the value decides who the caller is; id,
 * user, times of creation and expiry in 8 bytes each, then the user agent. It is set when the session is created and
 * stays for a day at most, never beyond its expiry; otherwise with the steps of {@link CacheAside}.
 *
 * <p>In every process it consumes the events of users, before caches in memory reload.
 */
public final class CachedSessionStore implements SessionStore, StreamConsumer.OfUsers {
    private static final long LONGEST_MILLIS = Duration.ofDays(1).toMillis();

    private final SessionStore store;
    private final CacheAside<String, Session> cache;

    public CachedSessionStore(SessionStore store, Redis redis, Seal seal, InstantSource clock) {
        this.store = store;
        this.cache = new CacheAside<>(
                redis,
                new CachedForm<>(
                        "session.2",
                        CachedSessionStore::encode,
                        CachedSessionStore::decode,
                        session -> lifetime(session, clock.millis())),
                seal);
    }

    @Override
    public List<TokenHash> create(Session session, TokenHash tokenHash) {
        List<TokenHash> ended = store.create(session, tokenHash);
        cache.add(tokenHash.hex(), session);
        return forgotten(ended);
    }

    @Override
    public List<TokenHash> deleteAll(long userId, long kept) {
        return forgotten(store.deleteAll(userId, kept));
    }

    private List<TokenHash> forgotten(List<TokenHash> ended) {
        if (!ended.isEmpty()) {
            cache.changed(ended.stream().map(TokenHash::hex).toList());
        }
        return ended;
    }

    @Override
    public Optional<Session> find(TokenHash tokenHash) {
        String hash = tokenHash.hex();
        return Optional.ofNullable(
                cache.find(List.of(hash), missing -> load(tokenHash)).get(hash));
    }

    @Override
    public List<Session> list(long userId, long now) {
        return store.list(userId, now);
    }

    @Override
    public Optional<TokenHash> delete(long userId, long sessionId) {
        Optional<TokenHash> deleted = store.delete(userId, sessionId);
        deleted.ifPresent(hash -> cache.changed(List.of(hash.hex())));
        return deleted;
    }

    @Override
    public void recordUses(Map<TokenHash, Long> uses) {
        store.recordUses(uses);
    }

    @Override
    public Map<Long, Long> lastUses(long userId) {
        return store.lastUses(userId);
    }

    /** Expired sessions leave the cache by themselves. */
    @Override
    public void deleteExpired(long now) {
        store.deleteExpired(now);
    }

    @Override
    public void consume(Event.OfUsers event) {
        if (event instanceof Event.SessionEnded(long _, long _, String tokenHash)) {
            cache.mark(List.of(tokenHash));
        }
    }

    private Map<String, Session> load(TokenHash hash) {
        return store.find(hash).map(session -> Map.of(hash.hex(), session)).orElse(Map.of());
    }

    private static Duration lifetime(Session session, long now) {
        return Duration.ofMillis(Math.min(LONGEST_MILLIS, session.expiresAt() - now));
    }

    private static byte[] encode(Session session) {
        byte[] userAgent = session.userAgent().getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(4 * Long.BYTES + userAgent.length)
                .putLong(session.id())
                .putLong(session.userId())
                .putLong(session.createdAt())
                .putLong(session.expiresAt())
                .put(userAgent)
                .array();
    }

    private static Session decode(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        long id = buffer.getLong();
        long userId = buffer.getLong();
        long createdAt = buffer.getLong();
        long expiresAt = buffer.getLong();
        return new Session(id, userId, StandardCharsets.UTF_8.decode(buffer).toString(), createdAt, expiresAt);
    }
}
