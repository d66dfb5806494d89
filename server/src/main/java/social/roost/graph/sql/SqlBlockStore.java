package social.roost.graph.sql;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import social.roost.base.Ids;
import social.roost.driver.sql.BoundedDelete;
import social.roost.driver.sql.Database;
import social.roost.driver.sql.LongColumn;
import social.roost.event.Event;
import social.roost.event.sql.SqlOutbox;
import social.roost.graph.BlockStore;
import social.roost.graph.FollowOptions;
import social.roost.graph.GraphStore.Edge;
import social.roost.graph.Screen;

/**
 * Blocks and mutes in the tables {@code block} and {@code mute}, and options in {@code follow_option}. They are in the accounts database, so that what both
 * users see of a block changes in one transaction.
 */
public final class SqlBlockStore implements BlockStore {
    private final Database database;
    private final SqlOutbox outbox;

    public SqlBlockStore(Database database, SqlOutbox outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    @Override
    public boolean block(long userId, long otherId, long now) {
        return change(
                new Event.Blocked(userId, otherId),
                "INSERT INTO block (user_id, other_id, created_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                userId,
                otherId,
                now);
    }

    @Override
    public boolean unblock(long userId, long otherId) {
        return change(
                new Event.Unblocked(userId, otherId),
                "DELETE FROM block WHERE user_id = ? AND other_id = ?",
                userId,
                otherId);
    }

    /** An expired mute that was not removed yet counts as none. */
    @Override
    public boolean mute(long userId, long otherId, long now, long until) {
        return change(new Event.Muted(userId, otherId), """
                INSERT INTO mute (user_id, other_id, created_at, until) VALUES (?, ?, ?, ?)
                ON CONFLICT (user_id, other_id) DO UPDATE SET until = excluded.until,
                    created_at = CASE WHEN mute.until > excluded.created_at
                        THEN mute.created_at ELSE excluded.created_at END
                WHERE mute.until <> excluded.until""", userId, otherId, now, until);
    }

    @Override
    public boolean unmute(long userId, long otherId) {
        return change(
                new Event.Unmuted(userId, otherId),
                "DELETE FROM mute WHERE user_id = ? AND other_id = ?",
                userId,
                otherId);
    }

    @Override
    public boolean setOptions(long userId, long followeeId, FollowOptions options) {
        Event event = new Event.FollowOptionsChanged(userId, followeeId);
        return options.equals(FollowOptions.NONE)
                ? change(event, "DELETE FROM follow_option WHERE user_id = ? AND followee_id = ?", userId, followeeId)
                : change(event, """
                        INSERT INTO follow_option (user_id, followee_id, hiding_retweets, notifying) VALUES (?, ?, ?, ?)
                        ON CONFLICT (user_id, followee_id)
                            DO UPDATE SET hiding_retweets = excluded.hiding_retweets, notifying = excluded.notifying
                        WHERE follow_option.hiding_retweets <> excluded.hiding_retweets
                            OR follow_option.notifying <> excluded.notifying""", userId, followeeId, options.hidingRetweets(), options.notifying());
    }

    @Override
    public long[] notified(long authorId, long after, int limit) {
        return database.read(handle -> LongColumn.read(
                handle.createQuery("""
                        SELECT user_id FROM follow_option WHERE followee_id = ? AND notifying AND user_id > ?
                        ORDER BY user_id LIMIT ?""").bind(0, authorId).bind(1, after).bind(2, limit)));
    }

    @Override
    public boolean eitherBlocks(long userId, long otherId) {
        return database.read(handle -> handle.createQuery("""
                        SELECT 1 FROM block
                        WHERE (user_id = :user AND other_id = :other) OR (user_id = :other AND other_id = :user)
                        LIMIT 1""")
                .bind("user", userId)
                .bind("other", otherId)
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
    }

    @Override
    public Screen screen(long userId) {
        return database.read(handle -> {
            List<Mute> mutes = mutes(handle, userId);
            return new Screen(
                    ids(handle, "SELECT other_id FROM block WHERE user_id = ? ORDER BY other_id", userId),
                    ids(handle, "SELECT user_id FROM block WHERE other_id = ? ORDER BY user_id", userId),
                    Ids.of(mutes, Mute::otherId),
                    Ids.of(mutes, Mute::until),
                    ids(
                            handle,
                            "SELECT followee_id FROM follow_option WHERE user_id = ? AND hiding_retweets ORDER BY followee_id",
                            userId),
                    ids(
                            handle,
                            "SELECT followee_id FROM follow_option WHERE user_id = ? AND notifying ORDER BY followee_id",
                            userId));
        });
    }

    @Override
    public List<Edge> listBlocked(long userId, @Nullable Edge before, int limit) {
        return database.read(handle -> page(handle.createQuery("""
                        SELECT other_id, created_at FROM block
                        WHERE user_id = :user AND (created_at, other_id) < (:createdAt, :otherId)
                        ORDER BY created_at DESC, other_id DESC LIMIT :limit"""), userId, before, limit));
    }

    @Override
    public List<Edge> listMuted(long userId, long now, @Nullable Edge before, int limit) {
        return database.read(handle -> page(handle.createQuery("""
                        SELECT other_id, created_at FROM mute
                        WHERE user_id = :user AND (created_at, other_id) < (:createdAt, :otherId) AND until > :now
                        ORDER BY created_at DESC, other_id DESC LIMIT :limit
                        """).bind("now", now), userId, before, limit));
    }

    @Override
    public void deleteEnded(long now) {
        BoundedDelete.run(
                database,
                "DELETE FROM mute WHERE (user_id, other_id) IN (SELECT user_id, other_id FROM mute WHERE until <= ? LIMIT ?)",
                now);
    }

    private boolean change(Event event, String sql, Object... parameters) {
        return database.write(handle -> {
            boolean changed = handle.execute(sql, parameters) == 1;
            if (changed) {
                outbox.append(handle, event);
            }
            return changed;
        });
    }

    private static long[] ids(Handle handle, String sql, long userId) {
        return LongColumn.read(handle.createQuery(sql).bind(0, userId));
    }

    private static List<Mute> mutes(Handle handle, long userId) {
        return handle.createQuery("SELECT other_id, until FROM mute WHERE user_id = ? ORDER BY other_id")
                .bind(0, userId)
                .map((row, context) -> new Mute(row.getLong(1), row.getLong(2)))
                .list();
    }

    private static List<Edge> page(Query query, long userId, @Nullable Edge before, int limit) {
        Edge from = before == null ? new Edge(Long.MAX_VALUE, Long.MAX_VALUE) : before;
        return query.bind("user", userId)
                .bind("createdAt", from.createdAt())
                .bind("otherId", from.userId())
                .bind("limit", limit)
                .map((row, context) -> new Edge(row.getLong(1), row.getLong(2)))
                .list();
    }

    private record Mute(long otherId, long until) {}
}
