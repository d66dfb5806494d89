package social.roost.tweet.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Handle;
import social.roost.driver.sql.LongColumn;

/**
 * Merges the tweets of many authors, one index range each.
 *
 * <p>A heap contains the best ids found so far. Once it is full, an author is asked only for ids that beat its worst,
 * so most authors cost one index access. Uses plain JDBC: a rebuild runs this statement for thousands of authors.
 */
final class AuthorScan {
    private static final String NEWEST = """
            SELECT id FROM tweet WHERE author_id = ? AND id > ? AND id < ? AND deleted_at IS NULL
            ORDER BY id DESC LIMIT ?""";
    private static final String OLDEST = """
            SELECT id FROM tweet WHERE author_id = ? AND id > ? AND id < ? AND deleted_at IS NULL
            ORDER BY id LIMIT ?""";

    /** As in the definitions of the indexes. */
    private static final String WITHOUT_REPLIES = " AND (reply_to_user_id IS NULL OR reply_to_user_id = author_id)";

    private static final String WITH_MEDIA = " AND media_ids IS NOT NULL";

    private AuthorScan() {}

    /** The greatest ids below this one, descending. */
    static long[] newest(Connection connection, long[] authorIds, long before, int limit) {
        PriorityQueue<Long> best = new PriorityQueue<>(limit + 1);
        scan(connection, NEWEST, authorIds, best, limit, 0, before);
        return best.stream()
                .sorted((a, b) -> Long.compare(b, a))
                .mapToLong(id -> id)
                .toArray();
    }

    /** The greatest ids of each author, descending. */
    static Map<Long, long[]> newestOfEach(Connection connection, long[] authorIds, int limit) {
        Map<Long, long[]> newest = HashMap.newHashMap(authorIds.length);
        try (PreparedStatement statement = connection.prepareStatement(NEWEST)) {
            statement.setLong(2, 0);
            statement.setLong(3, Long.MAX_VALUE);
            statement.setInt(4, limit);
            for (long author : authorIds) {
                statement.setLong(1, author);
                try (ResultSet rows = statement.executeQuery()) {
                    newest.put(author, LongColumn.read(rows));
                }
            }
        } catch (SQLException e) {
            throw failed(authorIds, e);
        }
        return newest;
    }

    /** The lowest ids above this one, descending. */
    static long[] oldest(Connection connection, long[] authorIds, long after, int limit) {
        PriorityQueue<Long> best = new PriorityQueue<>(limit + 1, (a, b) -> Long.compare(b, a));
        scan(connection, OLDEST, authorIds, best, limit, after, Long.MAX_VALUE);
        return best.stream()
                .sorted((a, b) -> Long.compare(b, a))
                .mapToLong(id -> id)
                .toArray();
    }

    static long[] newestWithoutReplies(Handle handle, long authorId, long before, int limit) {
        return newest(handle, WITHOUT_REPLIES, authorId, before, limit);
    }

    /** Descending. */
    static long[] oldestWithoutReplies(Handle handle, long authorId, long after, int limit) {
        return oldest(handle, WITHOUT_REPLIES, authorId, after, limit);
    }

    static long[] newestWithMedia(Handle handle, long authorId, long before, int limit) {
        return newest(handle, WITH_MEDIA, authorId, before, limit);
    }

    /** Descending. */
    static long[] oldestWithMedia(Handle handle, long authorId, long after, int limit) {
        return oldest(handle, WITH_MEDIA, authorId, after, limit);
    }

    private static long[] newest(Handle handle, String condition, long authorId, long before, int limit) {
        return some(handle, condition + " AND id < ? ORDER BY id DESC", authorId, before, limit);
    }

    private static long[] oldest(Handle handle, String condition, long authorId, long after, int limit) {
        long[] ids = some(handle, condition + " AND id > ? ORDER BY id", authorId, after, limit);
        return LongStream.rangeClosed(1, ids.length)
                .map(i -> ids[ids.length - (int) i])
                .toArray();
    }

    private static long[] some(Handle handle, String condition, long authorId, long bound, int limit) {
        return LongColumn.read(handle.createQuery(
                        "SELECT id FROM tweet WHERE author_id = ? AND deleted_at IS NULL" + condition + " LIMIT ?")
                .bind(0, authorId)
                .bind(1, bound)
                .bind(2, limit));
    }

    private static void scan(
            Connection connection,
            String sql,
            long[] authorIds,
            PriorityQueue<Long> best,
            int limit,
            long after,
            long before) {
        boolean rising = sql.equals(OLDEST);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (long author : authorIds) {
                boolean full = best.size() == limit;
                statement.setLong(1, author);
                statement.setLong(2, full && !rising ? best.element() : after);
                statement.setLong(3, full && rising ? best.element() : before);
                statement.setInt(4, limit);
                collect(statement, best, limit);
            }
        } catch (SQLException e) {
            throw failed(authorIds, e);
        }
    }

    private static IllegalStateException failed(long[] authorIds, SQLException cause) {
        return new IllegalStateException("Could not read the tweets of " + authorIds.length + " authors", cause);
    }

    private static void collect(PreparedStatement statement, PriorityQueue<Long> best, int limit) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                best.add(rows.getLong(1));
                if (best.size() > limit) {
                    best.remove();
                }
            }
        }
    }
}
