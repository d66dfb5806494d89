package social.roost.tweet.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import social.roost.driver.sql.IdBatches;
import social.roost.driver.sql.LongColumn;
import social.roost.tweet.Reference;

/** Queries on {@code tweet} for tweets that refer to others. */
final class ReferenceReads {
    private ReferenceReads() {}

    static long[] referring(Handle handle, Reference reference, long tweetId, long before, int limit) {
        String column = switch (reference) {
            case REPLY -> "reply_to_id";
            case QUOTE -> "quote_of_id";
            case RETWEET -> "retweet_of_id";
        };
        return LongColumn.read(handle.createQuery("SELECT id FROM tweet WHERE " + column
                        + " = :tweet AND id < :before AND deleted_at IS NULL ORDER BY id DESC LIMIT :limit")
                .bind("tweet", tweetId)
                .bind("before", before)
                .bind("limit", limit));
    }

    static long[] replies(Handle handle, long tweetId, long after, int limit) {
        return LongColumn.read(handle.createQuery("""
                        SELECT id FROM tweet WHERE reply_to_id = :tweet AND id > :after
                        ORDER BY id LIMIT :limit""")
                .bind("tweet", tweetId)
                .bind("after", after)
                .bind("limit", limit));
    }

    /** One index range for each tweet, in plain JDBC: a page has many. */
    static Map<Long, long[]> firstReplies(Connection connection, long[] tweetIds, int limit) {
        Map<Long, long[]> found = HashMap.newHashMap(tweetIds.length);
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT id FROM tweet WHERE reply_to_id = ? ORDER BY id LIMIT ?")) {
            for (long tweetId : tweetIds) {
                statement.setLong(1, tweetId);
                statement.setInt(2, limit);
                found.put(tweetId, ids(statement));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Could not read the replies to " + tweetIds.length + " tweets", e);
        }
        return found;
    }

    private static long[] ids(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            return LongColumn.read(rows);
        }
    }

    static @Nullable Long threadReply(Handle handle, long tweetId) {
        return handle.createQuery("""
                        SELECT min(id) FROM tweet
                        WHERE reply_to_id = ? AND reply_to_user_id = author_id AND deleted_at IS NULL""")
                .bind(0, tweetId)
                .mapTo(Long.class)
                .findOne()
                .orElse(null);
    }

    static @Nullable Long findRetweet(Handle handle, long authorId, long tweetId) {
        return handle.createQuery(
                        "SELECT id FROM tweet WHERE author_id = ? AND retweet_of_id = ? AND deleted_at IS NULL")
                .bind(0, authorId)
                .bind(1, tweetId)
                .mapTo(Long.class)
                .findOne()
                .orElse(null);
    }

    static long[] retweeted(Handle handle, long authorId, int limit) {
        return LongColumn.read(handle.createQuery("""
                        SELECT retweet_of_id FROM tweet
                        WHERE author_id = ? AND retweet_of_id IS NOT NULL AND deleted_at IS NULL
                        ORDER BY retweet_of_id DESC LIMIT ?""").bind(0, authorId).bind(1, limit));
    }

    static long[] retweetedAmong(Handle handle, long authorId, long[] tweetIds) {
        LongStream.Builder found = LongStream.builder();
        IdBatches.forEach(
                tweetIds,
                batch -> handle.createQuery("""
                                SELECT retweet_of_id FROM tweet
                                WHERE author_id = :author AND retweet_of_id IN (<ids>) AND deleted_at IS NULL""")
                        .bind("author", authorId)
                        .bindList("ids", batch)
                        .mapTo(Long.class)
                        .forEach(found::add));
        return found.build().toArray();
    }
}
