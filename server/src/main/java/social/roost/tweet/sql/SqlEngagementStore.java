package social.roost.tweet.sql;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import social.roost.driver.sql.Database;
import social.roost.driver.sql.IdBatches;
import social.roost.driver.sql.LongColumn;
import social.roost.event.Event;
import social.roost.event.sql.SqlOutbox;
import social.roost.tweet.Counts;
import social.roost.tweet.EngagementStore;
import social.roost.tweet.Mark;

/** Marks in the tables {@code tweet_like} and {@code tweet_bookmark}, counted in {@code engagement_count}. */
public final class SqlEngagementStore implements EngagementStore {
    private final Database database;
    private final SqlOutbox outbox;

    public SqlEngagementStore(Database database, SqlOutbox outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    @Override
    public boolean add(Mark mark, long userId, long tweetId, long now) {
        String sql = "INSERT INTO " + table(mark)
                + " (user_id, tweet_id, created_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";
        return database.write(handle -> {
            boolean isNew = handle.execute(sql, userId, tweetId, now) == 1;
            if (isNew) {
                switch (mark) {
                    case LIKE -> {
                        EngagementCounts.addLikes(handle, tweetId, 1);
                        outbox.append(handle, new Event.TweetLiked(tweetId, userId));
                    }
                    case BOOKMARK -> outbox.append(handle, new Event.TweetBookmarked(tweetId, userId));
                }
            }
            return isNew;
        });
    }

    @Override
    public boolean remove(Mark mark, long userId, long tweetId) {
        return database.write(handle -> remove(handle, mark, userId, tweetId));
    }

    private boolean remove(Handle handle, Mark mark, long userId, long tweetId) {
        boolean wasThere =
                handle.execute("DELETE FROM " + table(mark) + " WHERE user_id = ? AND tweet_id = ?", userId, tweetId)
                        == 1;
        if (wasThere) {
            switch (mark) {
                case LIKE -> {
                    EngagementCounts.addLikes(handle, tweetId, -1);
                    outbox.append(handle, new Event.TweetUnliked(tweetId, userId));
                }
                case BOOKMARK -> outbox.append(handle, new Event.TweetUnbookmarked(tweetId, userId));
            }
        }
        return wasThere;
    }

    @Override
    public int removeAll(Mark mark, long tweetId, long[] userIds) {
        return database.write(handle -> {
            int removed = 0;
            for (long userId : userIds) {
                removed += remove(handle, mark, userId, tweetId) ? 1 : 0;
            }
            return removed;
        });
    }

    @Override
    public long[] marked(Mark mark, long userId, int limit) {
        String sql = "SELECT tweet_id FROM " + table(mark) + " WHERE user_id = ? ORDER BY tweet_id DESC LIMIT ?";
        return database.read(handle ->
                LongColumn.read(handle.createQuery(sql).bind(0, userId).bind(1, limit)));
    }

    @Override
    public long[] markedAmong(Mark mark, long userId, long[] tweetIds) {
        String sql = "SELECT tweet_id FROM " + table(mark) + " WHERE user_id = :user AND tweet_id IN (<ids>)";
        return database.read(handle -> {
            LongStream.Builder found = LongStream.builder();
            IdBatches.forEach(
                    tweetIds,
                    batch -> handle.createQuery(sql)
                            .bind("user", userId)
                            .bindList("ids", batch)
                            .mapTo(Long.class)
                            .forEach(found::add));
            return found.build().toArray();
        });
    }

    @Override
    public List<Marked> listMarked(Mark mark, long userId, @Nullable Marked before, int limit) {
        String sql = "SELECT tweet_id, created_at FROM " + table(mark) + """
                 WHERE user_id = :owner AND (created_at, tweet_id) < (:at, :id)
                ORDER BY created_at DESC, tweet_id DESC LIMIT :limit""";
        return database.read(handle -> list(handle.createQuery(sql), userId, before, limit));
    }

    @Override
    public List<Marked> listMarkers(Mark mark, long tweetId, @Nullable Marked before, int limit) {
        String sql = "SELECT user_id, created_at FROM " + table(mark) + """
                 WHERE tweet_id = :owner AND (created_at, user_id) < (:at, :id)
                ORDER BY created_at DESC, user_id DESC LIMIT :limit""";
        return database.read(handle -> list(handle.createQuery(sql), tweetId, before, limit));
    }

    @Override
    public Map<Long, Counts> counts(long[] tweetIds) {
        return database.read(handle -> EngagementCounts.find(handle, tweetIds));
    }

    @Override
    public List<Drift> recount() {
        return EngagementCounts.recount(database);
    }

    private static String table(Mark mark) {
        return switch (mark) {
            case LIKE -> "tweet_like";
            case BOOKMARK -> "tweet_bookmark";
        };
    }

    private static List<Marked> list(Query query, long owner, @Nullable Marked before, int limit) {
        Marked from = before == null ? new Marked(Long.MAX_VALUE, Long.MAX_VALUE) : before;
        return query.bind("owner", owner)
                .bind("at", from.at())
                .bind("id", from.id())
                .bind("limit", limit)
                .map((row, context) -> new Marked(row.getLong(1), row.getLong(2)))
                .list();
    }
}
