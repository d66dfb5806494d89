package social.roost.graph.postgres;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import social.roost.graph.Fame;

/** The table {@code graph_count}. Its rows are always locked in the order of their ids, to avoid deadlocks. */
final class CountTable {
    private CountTable() {}

    /** Adds to the counts of users. */
    static List<Standing> add(Handle handle, More more) {
        if (more.followers.isEmpty()) {
            return List.of();
        }
        return handle.createQuery("""
                        INSERT INTO graph_count AS old (user_id, followers, following, famous)
                        SELECT more.user_id, more.followers, more.following, false
                        FROM unnest(:users, :followers, :following) AS more (user_id, followers, following)
                        ORDER BY 1
                        ON CONFLICT (user_id) DO UPDATE
                        SET followers = old.followers + excluded.followers,
                            following = old.following + excluded.following
                        RETURNING user_id, followers, famous""")
                .bindArray("users", Long.class, more.followers.keySet())
                .bindArray("followers", Long.class, more.followers.values())
                .bindArray("following", Long.class, more.following.values())
                .map((row, _) -> new Standing(row.getLong(1), row.getLong(2), row.getBoolean(3)))
                .list();
    }

    /** The first counts of users above an id. */
    static List<Standing> page(Handle handle, long after, int limit) {
        return handle.createQuery("""
                        SELECT user_id, followers, famous FROM graph_count
                        WHERE user_id > ? ORDER BY user_id LIMIT ?""")
                .bind(0, after)
                .bind(1, limit)
                .map((row, _) -> new Standing(row.getLong(1), row.getLong(2), row.getBoolean(3)))
                .list();
    }

    static List<Standing> lock(Handle handle, long userId) {
        return handle.createQuery("SELECT user_id, followers, famous FROM graph_count WHERE user_id = ? FOR UPDATE")
                .bind(0, userId)
                .map((row, _) -> new Standing(row.getLong(1), row.getLong(2), row.getBoolean(3)))
                .list();
    }

    static void setFamous(Handle handle, long userId, boolean famous) {
        handle.execute("UPDATE graph_count SET famous = ? WHERE user_id = ?", famous, userId);
    }

    /** The increments by user. */
    static final class More {
        private final SortedMap<Long, Long> followers = new TreeMap<>();
        private final SortedMap<Long, Long> following = new TreeMap<>();

        void followers(long userId, long count) {
            add(userId, count, 0);
        }

        void following(long userId, long count) {
            add(userId, 0, count);
        }

        private void add(long userId, long moreFollowers, long moreFollowing) {
            followers.merge(userId, moreFollowers, Long::sum);
            following.merge(userId, moreFollowing, Long::sum);
        }
    }

    /** A user's follower count and fame. */
    record Standing(long userId, long followers, boolean famous) {
        boolean becomesFamous(Fame fame) {
            return !famous && followers >= fame.gainedAt();
        }

        boolean becomesOrdinary(Fame fame) {
            return famous && followers <= fame.effectiveLostAt();
        }
    }
}
