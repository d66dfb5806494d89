package social.roost.graph.postgres;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import social.roost.graph.GraphStore.Follow;

/**
 * The follower's side of edges: tables {@code following} and {@code edge_change}.
 *
 * <p>A change takes its version from a sequence after it has locked the edge's row, and holds the lock until the
 * commit. So the versions of an edge ascend in the order of its commits.
 */
final class FollowingTable {
    static final RowMapper<EdgeChange> CHANGE = (row, _) -> new EdgeChange(
            row.getLong("version"),
            row.getLong("follower_id"),
            row.getLong("followee_id"),
            row.getLong("created_at"),
            row.getBoolean("present"),
            row.getBoolean("told"));

    private FollowingTable() {}

    /** Adds the edges that do not exist; returns their changes. */
    static List<EdgeChange> add(Handle handle, List<Follow> follows, long now, boolean told) {
        return handle.createQuery("""
                        WITH added AS (
                            INSERT INTO following (user_id, followee_id, created_at)
                            SELECT DISTINCT edge.follower_id, edge.followee_id, :now
                            FROM unnest(:followers, :followees) AS edge (follower_id, followee_id)
                            ORDER BY 1, 2
                            ON CONFLICT DO NOTHING
                            RETURNING user_id, followee_id, created_at)
                        INSERT INTO edge_change (follower_id, followee_id, created_at, present, told)
                        SELECT user_id, followee_id, created_at, true, :told FROM added
                        RETURNING *""")
                .bindArray(
                        "followers",
                        Long.class,
                        follows.stream().map(Follow::followerId).toList())
                .bindArray(
                        "followees",
                        Long.class,
                        follows.stream().map(Follow::followeeId).toList())
                .bind("now", now)
                .bind("told", told)
                .map(CHANGE)
                .list();
    }

    /** Removes the edge if it exists; returns its change. */
    static List<EdgeChange> remove(Handle handle, Follow follow) {
        return handle.createQuery("""
                        WITH removed AS (
                            DELETE FROM following WHERE user_id = :follower AND followee_id = :followee
                            RETURNING user_id, followee_id, created_at)
                        INSERT INTO edge_change (follower_id, followee_id, created_at, present, told)
                        SELECT user_id, followee_id, created_at, false, true FROM removed
                        RETURNING *""")
                .bind("follower", follow.followerId())
                .bind("followee", follow.followeeId())
                .map(CHANGE)
                .list();
    }
}
