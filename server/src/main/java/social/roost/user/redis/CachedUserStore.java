package social.roost.user.redis;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import social.roost.base.Ids;
import social.roost.base.Scan;
import social.roost.driver.redis.CacheAside;
import social.roost.driver.redis.CachedForm;
import social.roost.driver.redis.Redis;
import social.roost.event.Event;
import social.roost.event.StreamConsumer;
import social.roost.user.NewAccount;
import social.roost.user.User;
import social.roost.user.UserStore;

/**
 * Users by id, read from Redis first (SPEC A3). Everything else goes to the store behind it: names are looked up
 * rarely, and credentials must not be cached.
 *
 * <p>Key {@code user.1:{<id>}}: the {@link User} as JSON, for an hour, with the steps of {@link CacheAside}.
 *
 * <p>In every process it consumes the events of users, before caches in memory reload.
 */
public final class CachedUserStore implements UserStore, StreamConsumer.OfUsers {
    private static final Duration LIFETIME = Duration.ofHours(1);
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final UserStore store;
    private final CacheAside<Long, User> cache;

    public CachedUserStore(UserStore store, Redis redis) {
        this.store = store;
        this.cache = new CacheAside<>(
                redis, new CachedForm<>("user.1", CachedUserStore::encode, CachedUserStore::decode, user -> LIFETIME));
    }

    @Override
    public Created create(NewAccount account) {
        return store.create(account);
    }

    @Override
    public long[] createAll(List<NewAccount> accounts) {
        return store.createAll(accounts);
    }

    @Override
    public Map<Long, User> find(long[] ids) {
        return cache.find(LongStream.of(ids).boxed().toList(), missing -> store.find(Ids.of(missing, Long::longValue)));
    }

    @Override
    public Optional<User> findByUsername(String username) {
        return store.findByUsername(username);
    }

    @Override
    public Optional<Credentials> findCredentials(String login) {
        return store.findCredentials(login);
    }

    /** A write that fails may have been stored nevertheless. */
    @Override
    public boolean update(long id, UnaryOperator<User> edit) {
        try {
            return store.update(id, edit);
        } finally {
            cache.changed(List.of(id));
        }
    }

    @Override
    public boolean replacePassword(long id, String presentHash, String newHash) {
        return store.replacePassword(id, presentHash, newHash);
    }

    @Override
    public boolean setPassword(long id, String hash) {
        return store.setPassword(id, hash);
    }

    @Override
    public boolean suspend(long id, long at) {
        return store.suspend(id, at);
    }

    @Override
    public boolean reinstate(long id) {
        return store.reinstate(id);
    }

    @Override
    public long[] suspended() {
        return store.suspended();
    }

    @Override
    public long greatestId() {
        return store.greatestId();
    }

    @Override
    public Scan.Part<User> scan(String after, int limit) {
        return store.scan(after, limit);
    }

    @Override
    public void consume(Event.OfUsers event) {
        if (event instanceof Event.UserUpdated(long user)) {
            cache.mark(List.of(user));
        }
    }

    private static byte[] encode(User user) {
        try {
            return MAPPER.writeValueAsBytes(user);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static User decode(byte[] json) {
        try {
            return MAPPER.readValue(json, User.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
