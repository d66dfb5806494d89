package social.roost.graph;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The users whom a user's followees follow, ranked by how many of these do. Those who posted lately count double; of
 * equals, the most followed one comes first.
 *
 * <p>Looks at a random sample of the followees and at whom these followed last, so its cost has a limit.
 */
public final class FolloweesOfFollowees {
    private static final int SAMPLE = 50;
    private static final int OF_EACH = 100;
    private static final int SHOWN = 3;

    private final GraphStore store;
    private final ActiveUsers active;

    public FolloweesOfFollowees(GraphStore store, ActiveUsers active) {
        this.store = store;
        this.active = active;
    }

    /**
     * Finds the best ones.
     *
     * @param followees of the user
     * @param wanted whether one may be found
     */
    List<Near> of(long[] followees, LongPredicate wanted, int limit) {
        Map<Long, Near> found = new HashMap<>();
        store.newestFollowees(sample(followees), OF_EACH)
                .forEach((followee, theirs) -> LongStream.of(theirs)
                        .filter(wanted)
                        .forEach(id -> found.computeIfAbsent(id, Near::new).add(followee)));
        return found.values().stream()
                .sorted(Comparator.comparingInt(this::weight)
                        .thenComparingLong(near -> active.followers(near.userId))
                        .thenComparingLong(near -> near.userId)
                        .reversed())
                .limit(limit)
                .toList();
    }

    private int weight(Near near) {
        return active.include(near.userId) ? 2 * near.count : near.count;
    }

    private static long[] sample(long[] followees) {
        if (followees.length <= SAMPLE) {
            return followees;
        }
        // One of each part, so that none comes twice.
        return IntStream.range(0, SAMPLE)
                .mapToLong(part -> followees[
                        ThreadLocalRandom.current()
                                .nextInt(part * followees.length / SAMPLE, (part + 1) * followees.length / SAMPLE)])
                .toArray();
    }

    /** A user, and the followees who follow this user. */
    static final class Near {
        private final long userId;
        private final long[] followers = new long[SHOWN];
        private int count;

        Near(long userId) {
            this.userId = userId;
        }

        private void add(long follower) {
            if (count < SHOWN) {
                followers[count] = follower;
            }
            count++;
        }

        long userId() {
            return userId;
        }

        /** How many of the sample. */
        int count() {
            return count;
        }

        /** Up to three of them. */
        LongStream followers() {
            return LongStream.of(followers).limit(count);
        }
    }
}
