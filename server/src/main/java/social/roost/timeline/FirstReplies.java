package social.roost.timeline;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import social.roost.base.CacheUse;
import social.roost.base.Ids;

/**
 * The first replies to tweets, cached: a conversation that many read would otherwise cost a cluster two queries for each
 * reply that it shows.
 *
 * <p>What was loaded is used while the tweet has the same number of replies, for at most ten seconds. So a reply appears
 * as soon as it is counted; only if another was deleted meanwhile, it can be ten seconds late.
 */
final class FirstReplies {
    /** Replies loaded for each tweet. */
    static final int MOST = 4;

    /** With about 150 bytes each. */
    private static final int MOST_TWEETS = 20_000;

    private static final Duration LIFETIME = Duration.ofSeconds(10);
    private static final long[] NONE = {};

    private final Function<long[], Map<Long, long[]>> load;
    private final Cache<Long, Known> cache = Caffeine.newBuilder()
            .maximumSize(MOST_TWEETS)
            .expireAfterWrite(LIFETIME)
            .recordStats()
            .build();

    /** @param load returns up to {@link #MOST} replies to each of these tweets, ascending */
    FirstReplies(Function<long[], Map<Long, long[]>> load) {
        this.load = load;
    }

    CacheUse cache() {
        return new CacheUse(cache);
    }

    /**
     * Finds the first replies, including deleted ones.
     *
     * @param limit at most this many for each tweet, up to {@link #MOST}
     * @return by tweet, ascending
     */
    Map<Long, long[]> to(List<Reply> parents, int limit) {
        Map<Long, long[]> found = HashMap.newHashMap(parents.size());
        List<Reply> missing = new ArrayList<>();
        for (Reply parent : parents) {
            Known known = cache.getIfPresent(parent.id());
            if (known != null && known.count == parent.replies()) {
                found.put(parent.id(), known.first(limit));
            } else {
                missing.add(parent);
            }
        }
        if (!missing.isEmpty()) {
            load(missing).forEach((id, known) -> found.put(id, known.first(limit)));
        }
        return found;
    }

    /** The counts were read before, so what is loaded is never older than them. */
    private Map<Long, Known> load(List<Reply> parents) {
        Map<Long, long[]> rows = load.apply(Ids.of(parents, Reply::id));
        Map<Long, Known> loaded = HashMap.newHashMap(parents.size());
        parents.forEach(parent ->
                loaded.put(parent.id(), new Known(parent.replies(), rows.getOrDefault(parent.id(), NONE))));
        cache.putAll(loaded);
        return loaded;
    }

    private static final class Known {
        final long count;
        private final long[] replies;

        /** @param count how many replies the tweet had */
        Known(long count, long[] replies) {
            this.count = count;
            this.replies = replies;
        }

        long[] first(int limit) {
            return replies.length <= limit ? replies : Arrays.copyOf(replies, limit);
        }
    }
}
