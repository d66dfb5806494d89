package social.roost.mute.redis;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import social.roost.driver.redis.CacheAside;
import social.roost.driver.redis.CachedForm;
import social.roost.driver.redis.Redis;
import social.roost.event.Event;
import social.roost.event.StreamConsumer;
import social.roost.mute.MutedWord;
import social.roost.mute.MutedWordStore;
import social.roost.mute.MutedWordsCodec;

/**
 * The muted words of a user, read from Redis first.
 *
 * <p>Key {@code muted-words.1:{<user's id>}}: the words as JSON, for an hour, with the steps of {@link CacheAside}.
 *
 * <p>In every process it consumes the events of users, before caches in memory reload.
 */
public final class CachedMutedWordStore implements MutedWordStore, StreamConsumer.OfUsers {
    private static final Duration LIFETIME = Duration.ofHours(1);

    private final MutedWordStore store;
    private final CacheAside<Long, List<MutedWord>> cache;

    public CachedMutedWordStore(MutedWordStore store, Redis redis) {
        this.store = store;
        this.cache = new CacheAside<>(
                redis,
                new CachedForm<>(
                        "muted-words.1",
                        CachedMutedWordStore::encode,
                        CachedMutedWordStore::decode,
                        words -> LIFETIME));
    }

    @Override
    public List<MutedWord> words(long userId) {
        Map<Long, List<MutedWord>> found = cache.find(List.of(userId), missing -> Map.of(userId, store.words(userId)));
        return Objects.requireNonNull(found.get(userId));
    }

    /** A write that fails may have been stored nevertheless. */
    @Override
    public void edit(long userId, UnaryOperator<List<MutedWord>> edit) {
        try {
            store.edit(userId, edit);
        } finally {
            cache.changed(List.of(userId));
        }
    }

    @Override
    public void consume(Event.OfUsers event) {
        if (event instanceof Event.MutedWordsChanged(long user)) {
            cache.mark(List.of(user));
        }
    }

    private static byte[] encode(List<MutedWord> words) {
        return MutedWordsCodec.encode(words).getBytes(StandardCharsets.UTF_8);
    }

    private static List<MutedWord> decode(byte[] bytes) {
        return MutedWordsCodec.decode(new String(bytes, StandardCharsets.UTF_8));
    }
}
