package social.roost.graph.postgres;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * The followee's side of edges: tables {@code follower} and {@code edge_settled}.
 *
 * <p>A change is applied only if it is newer than what was applied to its row. So changes may arrive late, in any
 * order, and repeatedly. Therefore the row of a removed edge stays until {@link #settle} has recorded that every change
 * up to some version has been applied; then a change up to that version that finds no row is outdated too.
 */
final class FollowerTable {
    private FollowerTable() {}

    /**
     * Applies changes of different edges.
     *
     * @param origin the shard of the changes
     * @return what they have changed
     */
    static List<Applied> apply(Handle handle, int origin, Collection<EdgeChange> changes) {
        List<Applied> applied = bind(handle.createQuery("""
                                INSERT INTO follower AS old
                                    (user_id, follower_id, created_at, version, present, change)
                                SELECT edge.user_id, edge.follower_id,
                                    CASE WHEN edge.present THEN edge.created_at ELSE now_millis() END,
                                    edge.version, edge.present, edge.present::INTEGER
                                FROM unnest(:followees, :followers, :times, :versions, :presents)
                                    AS edge (user_id, follower_id, created_at, version, present)
                                ORDER BY 1, 2
                                ON CONFLICT (user_id, follower_id) DO UPDATE
                                SET created_at = excluded.created_at, version = excluded.version,
                                    present = excluded.present,
                                    change = excluded.present::INTEGER - old.present::INTEGER
                                WHERE old.version < excluded.version
                                RETURNING user_id, follower_id, version, change"""), changes)
                .map((row, _) -> new Applied(row.getLong(1), row.getLong(2), row.getLong(3), row.getInt(4)))
                .list();
        List<Long> old = removeOld(handle, origin, applied);
        return old.isEmpty()
                ? applied
                : applied.stream()
                        .filter(change -> !old.contains(change.version()))
                        .toList();
    }

    private static <S extends SqlStatement<S>> S bind(S statement, Collection<EdgeChange> changes) {
        return statement
                .bindArray("followees", Long.class, column(changes, EdgeChange::followeeId))
                .bindArray("followers", Long.class, column(changes, EdgeChange::followerId))
                .bindArray("times", Long.class, column(changes, EdgeChange::createdAt))
                .bindArray("versions", Long.class, column(changes, EdgeChange::version))
                .bindArray("presents", Boolean.class, column(changes, EdgeChange::present));
    }

    private static <S, T> List<T> column(Collection<S> rows, Function<S, T> value) {
        return rows.stream().map(value).toList();
    }

    /**
     * Reverts outdated changes. This must be a separate statement after the first one: only then does it see what was
     * settled in the transaction that removed the row which the first one missed.
     *
     * @return the reverted versions
     */
    private static List<Long> removeOld(Handle handle, int origin, List<Applied> applied) {
        List<Applied> perhapsOld =
                applied.stream().filter(change -> change.followers() == 1).toList();
        if (perhapsOld.isEmpty()) {
            return List.of();
        }
        return handle.createQuery("""
                        DELETE FROM follower
                        USING unnest(:users, :followers, :versions) AS applied (user_id, follower_id, version),
                            edge_settled AS settled
                        WHERE settled.shard = :origin AND applied.version <= settled.version
                            AND follower.user_id = applied.user_id AND follower.follower_id = applied.follower_id
                            AND follower.version = applied.version
                        RETURNING follower.version""")
                .bindArray("users", Long.class, column(perhapsOld, Applied::userId))
                .bindArray("followers", Long.class, column(perhapsOld, Applied::followerId))
                .bindArray("versions", Long.class, column(perhapsOld, Applied::version))
                .bind("origin", origin)
                .mapTo(Long.class)
                .list();
    }

    /** Edges that were removed more than this many milliseconds ago, oldest first. */
    static List<Ended> ended(Handle handle, long milliseconds, int limit) {
        return handle.createQuery("""
                        SELECT user_id, follower_id, version FROM follower
                        WHERE NOT present AND created_at < (SELECT now_millis()) - ? ORDER BY created_at LIMIT ?""")
                .bind(0, milliseconds)
                .bind(1, limit)
                .map((row, _) -> new Ended(row.getLong(1), row.getLong(2), row.getLong(3)))
                .list();
    }

    /**
     * Records up to which version all changes of a shard have been applied, and removes rows that no late change can
     * need.
     */
    static int settle(Handle handle, int origin, long version, List<Ended> ended) {
        handle.execute("""
                INSERT INTO edge_settled AS old (shard, version) VALUES (?, ?)
                ON CONFLICT (shard) DO UPDATE SET version = greatest(old.version, excluded.version)
                """, origin, version);
        return handle.createUpdate("""
                        DELETE FROM follower USING unnest(:users, :followers) AS ended (user_id, follower_id)
                        WHERE follower.user_id = ended.user_id AND follower.follower_id = ended.follower_id
                            AND NOT present AND version <= :version""")
                .bindArray("users", Long.class, column(ended, Ended::userId))
                .bindArray("followers", Long.class, column(ended, Ended::followerId))
                .bind("version", version)
                .execute();
    }

    /** The change of a user's follower count: 1, 0 or -1. */
    record Applied(long userId, long followerId, long version, int followers) {}

    record Ended(long userId, long followerId, long version) {}
}
