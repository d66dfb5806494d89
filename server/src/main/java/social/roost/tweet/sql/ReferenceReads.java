package social.roost.tweet.sql;

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
