package social.roost.graph.postgres;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import social.roost.driver.sql.LongColumn;
import social.roost.graph.GraphStore.Counts;
import social.roost.graph.GraphStore.Edge;
import social.roost.graph.GraphStore.Follow;

/** Queries on the rows of a shard. */
final class EdgeReads {
    private EdgeReads() {}

    static boolean follows(Handle handle, long followerId, long followeeId) {
        return handle.createQuery("SELECT 1 FROM following WHERE user_id = ? AND followee_id = ?")
                .bind(0, followerId)
                .bind(1, followeeId)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    static long[] followersAmong(Handle handle, long userId, long[] candidates) {
        return LongColumn.read(array(handle.createQuery("""
                                SELECT follower_id FROM follower
                                WHERE user_id = :user AND follower_id = ANY(:ids) AND present
                                ORDER BY follower_id"""), candidates).bind("user", userId));
    }

    static long[] followees(Handle handle, long userId) {
        return LongColumn.read(
                handle.createQuery("SELECT followee_id FROM following WHERE user_id = ? ORDER BY followee_id")
                        .bind(0, userId));
    }

    static Map<Long, long[]> newestFollowees(Handle handle, long[] userIds, int limit) {
        Map<Long, LongStream.Builder> found = HashMap.newHashMap(userIds.length);
        array(handle.createQuery("""
                                SELECT asked.id, newest.followee_id FROM unnest(:ids) AS asked (id)
                                CROSS JOIN LATERAL (
                                    SELECT followee_id FROM following WHERE user_id = asked.id
                                    ORDER BY created_at DESC, followee_id DESC LIMIT :limit) AS newest"""), userIds)
                .bind("limit", limit)
                .map((row, _) -> found.computeIfAbsent(row.getLong(1), _ -> LongStream.builder())
                        .add(row.getLong(2)))
                .list();
        return found.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().build().toArray()));
    }

    static long[] followers(Handle handle, long userId) {
        return LongColumn.read(handle.createQuery(
                        "SELECT follower_id FROM follower WHERE user_id = ? AND present ORDER BY follower_id")
                .bind(0, userId));
    }

    static long[] followers(Handle handle, long userId, long after, long last, int limit) {
        return LongColumn.read(handle.createQuery("""
                        SELECT follower_id FROM follower
                        WHERE user_id = :user AND follower_id > :after AND follower_id <= :last AND present
                        ORDER BY follower_id LIMIT :limit""")
                .bind("user", userId)
                .bind("after", after)
                .bind("last", last)
                .bind("limit", limit));
    }

    static List<Edge> listFollowing(Handle handle, long userId, @Nullable Edge before, int limit) {
        return list(handle.createQuery("""
                        SELECT followee_id, created_at FROM following
                        WHERE user_id = :user AND (created_at, followee_id) < (:createdAt, :otherId)
                        ORDER BY created_at DESC, followee_id DESC LIMIT :limit"""), userId, before, limit);
    }

    static List<Edge> listFollowers(Handle handle, long userId, @Nullable Edge before, int limit) {
        return list(handle.createQuery("""
                        SELECT follower_id, created_at FROM follower
                        WHERE user_id = :user AND (created_at, follower_id) < (:createdAt, :otherId) AND present
                        ORDER BY created_at DESC, follower_id DESC LIMIT :limit"""), userId, before, limit);
    }

    private static List<Edge> list(Query query, long userId, @Nullable Edge before, int limit) {
        Edge from = before == null ? new Edge(Long.MAX_VALUE, Long.MAX_VALUE) : before;
        return query.bind("user", userId)
                .bind("createdAt", from.createdAt())
                .bind("otherId", from.userId())
                .bind("limit", limit)
                .map((row, _) -> new Edge(row.getLong(1), row.getLong(2)))
                .list();
    }

    static Map<Long, Counts> counts(Handle handle, long[] userIds) {
        Map<Long, Counts> found = HashMap.newHashMap(userIds.length);
        array(
                        handle.createQuery(
                                "SELECT user_id, followers, following FROM graph_count WHERE user_id = ANY(:ids)"),
                        userIds)
                .map((row, _) -> found.put(row.getLong(1), new Counts(row.getLong(2), row.getLong(3))))
                .list();
        return found;
    }

    static boolean isFamous(Handle handle, long userId) {
        return handle.createQuery("SELECT famous FROM graph_count WHERE user_id = ?")
                .bind(0, userId)
                .mapTo(Boolean.class)
                .findOne()
                .orElse(false);
    }

    static long[] famous(Handle handle) {
        return LongColumn.read(handle.createQuery("SELECT user_id FROM graph_count WHERE famous ORDER BY user_id"));
    }

    /** The edges after one, by follower and followee. */
    static List<Follow> scan(Handle handle, Follow after, int limit) {
        return handle.createQuery("""
                        SELECT user_id, followee_id FROM following
                        WHERE (user_id, followee_id) > (:follower, :followee) ORDER BY user_id, followee_id LIMIT :limit""")
                .bind("follower", after.followerId())
                .bind("followee", after.followeeId())
                .bind("limit", limit)
                .map((row, _) -> new Follow(row.getLong(1), row.getLong(2)))
                .list();
    }

    private static Query array(Query query, long[] ids) {
        return query.bindArray("ids", Long.class, Arrays.stream(ids).boxed().toList());
    }
}
