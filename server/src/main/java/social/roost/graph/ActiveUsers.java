package social.roost.graph;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.LongStream;
import social.roost.base.Ids;

/**
 * The users who posted lately, with their followers, as of the last {@link #refresh}: in the memory of each process, so
 * that reads cost nothing.
 */
public final class ActiveUsers {
    private static final int MAXIMUM = 10_000;
    private static final int MAXIMUM_POPULAR = 1_000;
    private static final GraphStore.Counts NO_EDGES = new GraphStore.Counts(0, 0);

    private final IntFunction<long[]> newestAuthors;
    private final GraphStore store;
    private volatile Ranking ranking = new Ranking(Map.of(), Ids.NONE);

    /** @param newestAuthors at most a number of users, who posted last of all */
    public ActiveUsers(IntFunction<long[]> newestAuthors, GraphStore store) {
        this.newestAuthors = newestAuthors;
        this.store = store;
    }

    /** Reads them from the stores. */
    public void refresh() {
        long[] active = newestAuthors.apply(MAXIMUM);
        Map<Long, GraphStore.Counts> counts = store.counts(active);
        Map<Long, Long> followers = HashMap.newHashMap(active.length);
        for (long id : active) {
            followers.put(id, counts.getOrDefault(id, NO_EDGES).followers());
        }
        // Sorting is stable: of users with equally many followers, the one who posted last is first.
        long[] popular = LongStream.of(active)
                .boxed()
                .sorted(Comparator.comparing((Long id) -> followers.get(id)).reversed())
                .limit(MAXIMUM_POPULAR)
                .mapToLong(id -> id)
                .toArray();
        ranking = new Ranking(followers, popular);
    }

    boolean include(long userId) {
        return ranking.followers.containsKey(userId);
    }

    /** How many followers an active user has; 0 for others. */
    long followers(long userId) {
        return ranking.followers.getOrDefault(userId, 0L);
    }

    /** The most followed ones first, not all of them. While there are none, looks again each time. */
    long[] popular() {
        if (ranking.popular.length == 0) {
            refresh();
        }
        return ranking.popular;
    }

    private static final class Ranking {
        private final Map<Long, Long> followers;
        private final long[] popular;

        Ranking(Map<Long, Long> followers, long[] popular) {
            this.followers = followers;
            this.popular = popular;
        }
    }
}
