package social.roost.tweet.sql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import social.roost.driver.sql.Database;
import social.roost.driver.sql.IdBatches;
import social.roost.driver.sql.LongColumn;
import social.roost.tweet.Counts;
import social.roost.tweet.EngagementStore.Drift;
import social.roost.tweet.References;

/** The table {@code engagement_count}, changed in the transactions of the rows it counts. */
final class EngagementCounts {
    private static final int TWEETS_AT_ONCE = 500;
    private static final RowMapper<Counts> COUNTS = (row, context) ->
            new Counts(row.getLong("likes"), row.getLong("retweets"), row.getLong("replies"), row.getLong("quotes"));

    private EngagementCounts() {}

    static void addLikes(Handle handle, long tweetId, int more) {
        add(handle, tweetId, "likes", more);
    }

    /** Counts a tweet, or undoes that, for the tweets it refers to. */
    static void addReferences(Handle handle, References references, int more) {
        if (references.replyToId() != null) {
            add(handle, references.replyToId(), "replies", more);
        }
        if (references.quoteOfId() != null) {
            add(handle, references.quoteOfId(), "quotes", more);
        }
        if (references.retweetOfId() != null) {
            add(handle, references.retweetOfId(), "retweets", more);
        }
    }

    private static void add(Handle handle, long tweetId, String column, int more) {
        handle.execute(
                "INSERT INTO engagement_count (tweet_id, " + column + ") VALUES (?, ?)"
                        + " ON CONFLICT (tweet_id) DO UPDATE SET " + column + " = engagement_count." + column
                        + " + excluded." + column,
                tweetId,
                more);
    }

    static Map<Long, Counts> find(Handle handle, long[] tweetIds) {
        Map<Long, Counts> found = HashMap.newHashMap(tweetIds.length);
        IdBatches.forEach(
                tweetIds,
                batch -> handle.createQuery("SELECT * FROM engagement_count WHERE tweet_id IN (<ids>)")
                        .bindList("ids", batch)
                        .map((row, context) -> found.put(row.getLong("tweet_id"), COUNTS.map(row, context)))
                        .list());
        return found;
    }

    /** Checks all tweets, some in each transaction, so that other writes get their turn. */
    static List<Drift> recount(Database database) {
        List<Drift> drifts = new ArrayList<>();
        long[] tweets = page(database, 0);
        while (tweets.length > 0) {
            long[] some = tweets;
            drifts.addAll(database.write(handle -> recount(handle, some)));
            tweets = page(database, tweets[tweets.length - 1]);
        }
        return drifts;
    }

    /** Tweets with a count have been counted at some time; the count of others may be missing. */
    private static long[] page(Database database, long after) {
        return database.read(handle ->
                LongColumn.read(handle.createQuery("""
                        SELECT id FROM tweet WHERE id > :after
                        UNION SELECT tweet_id FROM engagement_count WHERE tweet_id > :after
                        ORDER BY 1 LIMIT :limit""").bind("after", after).bind("limit", TWEETS_AT_ONCE)));
    }

    private static List<Drift> recount(Handle handle, long[] tweetIds) {
        Map<Long, Counts> counted = find(handle, tweetIds);
        List<Drift> drifts = new ArrayList<>();
        for (long tweetId : tweetIds) {
            Counts rows = rows(handle, tweetId);
            Counts count = counted.getOrDefault(tweetId, Counts.NONE);
            if (!rows.equals(count)) {
                set(handle, tweetId, rows);
                drifts.add(new Drift(tweetId, count, rows));
            }
        }
        return drifts;
    }

    private static Counts rows(Handle handle, long tweetId) {
        return handle.createQuery("""
                        SELECT (SELECT count(*) FROM tweet_like WHERE tweet_id = :id) AS likes,
                            (SELECT count(*) FROM tweet WHERE retweet_of_id = :id AND deleted_at IS NULL) AS retweets,
                            (SELECT count(*) FROM tweet WHERE reply_to_id = :id AND deleted_at IS NULL) AS replies,
                            (SELECT count(*) FROM tweet WHERE quote_of_id = :id AND deleted_at IS NULL) AS quotes
                        """).bind("id", tweetId).map(COUNTS).one();
    }

    private static void set(Handle handle, long tweetId, Counts counts) {
        handle.execute("""
                INSERT INTO engagement_count (tweet_id, likes, retweets, replies, quotes) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (tweet_id) DO UPDATE SET likes = excluded.likes, retweets = excluded.retweets,
                    replies = excluded.replies, quotes = excluded.quotes
                """, tweetId, counts.likes(), counts.retweets(), counts.replies(), counts.quotes());
    }
}
