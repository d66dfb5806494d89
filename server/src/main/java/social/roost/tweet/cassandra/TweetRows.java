package social.roost.tweet.cassandra;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import social.roost.base.Snowflake;
import social.roost.driver.cassandra.CassandraCluster;
import social.roost.tweet.EditCodec;
import social.roost.tweet.EntitiesCodec;
import social.roost.tweet.Labels;
import social.roost.tweet.MediaIdsCodec;
import social.roost.tweet.PollCodec;
import social.roost.tweet.References;
import social.roost.tweet.ReplyRule;
import social.roost.tweet.Tweet;
import social.roost.tweet.Visibility;

/** The rows of {@code tweet}. */
final class TweetRows {
    private static final String POSTED = "id, author_id, content, entities, reply_to_id, reply_to_user_id, quote_of_id,"
            + " retweet_of_id, conversation_id, visibility, media_ids, sensitive, content_warning, language,"
            + " replies, poll";

    static final String COLUMNS = POSTED + ", edited";

    private final CassandraCluster cassandra;
    private final EditRows edits;
    private final PreparedStatement insert;
    private final PreparedStatement insertText;
    private final PreparedStatement insertWithoutText;
    private final PreparedStatement select;
    private final PreparedStatement delete;
    private final PreparedStatement bury;
    private final PreparedStatement buryAnyway;

    TweetRows(CassandraCluster cassandra) {
        this.cassandra = cassandra;
        edits = new EditRows(cassandra);
        insert = cassandra.prepare("INSERT INTO tweet (" + POSTED
                + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)" + " USING TIMESTAMP ?");
        insertText = cassandra.prepare("INSERT INTO tweet (id, content, entities, media_ids, sensitive,"
                + " content_warning, language, replies, poll) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) USING TIMESTAMP ?");
        insertWithoutText = cassandra.prepare("INSERT INTO tweet (id, author_id, reply_to_id, reply_to_user_id,"
                + " quote_of_id, conversation_id, visibility) VALUES (?, ?, ?, ?, ?, ?, ?) USING TIMESTAMP ?");
        select = cassandra.prepare("SELECT " + COLUMNS + ", deletion, buried FROM tweet WHERE id = ?");
        delete = cassandra.prepare("UPDATE tweet SET deleted_at = ?, deletion = ? WHERE id = ?"
                + " IF author_id = ? AND deletion = null AND buried = null");
        bury = cassandra.prepare("UPDATE tweet SET buried = true WHERE id = ? IF author_id = null");
        buryAnyway = cassandra.prepare("UPDATE tweet SET buried = true WHERE id = ? IF buried = null");
    }

    /** What edits write in the same rows. */
    EditRows edits() {
        return edits;
    }

    /** The timestamp of what a post writes: later removals need a greater one. */
    static long timestamp(long tweetId) {
        return Snowflake.millis(tweetId) * 1_000;
    }

    BoundStatement insert(Tweet tweet) {
        References references = tweet.references();
        return CassandraCluster.bindNew(
                insert,
                tweet.id(),
                tweet.authorId(),
                tweet.content(),
                EntitiesCodec.encode(tweet.entities()),
                references.replyToId(),
                references.replyToUserId(),
                references.quoteOfId(),
                references.retweetOfId(),
                tweet.conversationId(),
                tweet.visibility().text(),
                MediaIdsCodec.encode(tweet.mediaIds()),
                tweet.labels().sensitive() ? true : null,
                tweet.labels().contentWarning(),
                tweet.labels().language(),
                text(tweet.labels().replies()),
                PollCodec.encode(tweet.poll()),
                timestamp(tweet.id()));
    }

    /** The text of a tweet, which is not there without {@link #insertWithoutText the rest}. */
    BoundStatement insertText(Tweet tweet) {
        return CassandraCluster.bindNew(
                insertText,
                tweet.id(),
                tweet.content(),
                EntitiesCodec.encode(tweet.entities()),
                MediaIdsCodec.encode(tweet.mediaIds()),
                tweet.labels().sensitive() ? true : null,
                tweet.labels().contentWarning(),
                tweet.labels().language(),
                text(tweet.labels().replies()),
                PollCodec.encode(tweet.poll()),
                timestamp(tweet.id()));
    }

    BoundStatement insertWithoutText(Tweet tweet) {
        References references = tweet.references();
        return CassandraCluster.bindNew(
                insertWithoutText,
                tweet.id(),
                tweet.authorId(),
                references.replyToId(),
                references.replyToUserId(),
                references.quoteOfId(),
                tweet.conversationId(),
                tweet.visibility().text(),
                timestamp(tweet.id()));
    }

    /** Tweets that are not deleted. */
    Map<Long, Tweet> find(long[] ids) {
        Map<Long, Tweet> found = HashMap.newHashMap(ids.length);
        forEach(ids, row -> {
            if (row.isNull("deletion")) {
                found.put(row.getLong("id"), tweet(row));
            }
        });
        return found;
    }

    /** Tweets, including deleted ones. */
    List<Stored> findPosted(long[] ids) {
        List<Stored> found = new ArrayList<>(ids.length);
        forEach(ids, row -> found.add(new Stored(tweet(row), row.getLong("deletion"))));
        return found;
    }

    private void forEach(long[] ids, Consumer<Row> taker) {
        cassandra.forEach(
                ids.length,
                i -> select.bind(ids[i]),
                (_, rows) -> rows.stream().filter(TweetRows::isStored).forEach(taker));
    }

    @Nullable
    Stored findPosted(long id) {
        return stored(cassandra.readOne(select.bind(id)));
    }

    /** Finds a tweet, after completing any partial {@link #delete} or {@link #bury}. */
    @Nullable
    Stored findSettled(long id) {
        return stored(cassandra.readOne(select.bind(id).setConsistencyLevel(ConsistencyLevel.SERIAL)));
    }

    /** Whether all of these tweets were stored; deleted ones count. Settles them like {@link #findSettled}. */
    boolean areSettled(long[] ids) {
        boolean[] stored = new boolean[ids.length];
        cassandra.forEach(
                ids.length,
                i -> select.bind(ids[i]).setConsistencyLevel(ConsistencyLevel.SERIAL),
                (i, rows) -> stored[i] = rows.stream().anyMatch(TweetRows::isStored));
        return IntStream.range(0, ids.length).allMatch(i -> stored[i]);
    }

    /**
     * Marks the tweet as deleted.
     *
     * @param deletion names this attempt; repeating it changes nothing
     * @return false if another attempt deleted it, or the tweet does not exist
     */
    boolean delete(Tweet tweet, long deletion, long now) {
        Row row = cassandra.writeIf(delete.bind(now, deletion, tweet.id(), tweet.authorId()));
        return row.getBoolean("[applied]") || row.getLong("deletion") == deletion;
    }

    /** Ensures that a tweet that was never stored will not exist, even if its post completes; false if it exists. */
    boolean bury(long id) {
        return cassandra.writeIf(bury.bind(id)).getBoolean("[applied]");
    }

    /** Ensures that a tweet does not exist, whether or not it was stored. */
    void buryAnyway(long id) {
        var _ = cassandra.writeIf(buryAnyway.bind(id));
    }

    private static @Nullable Stored stored(@Nullable Row row) {
        return row != null && isStored(row) ? new Stored(tweet(row), row.getLong("deletion")) : null;
    }

    static boolean isStored(Row row) {
        return !row.isNull("author_id") && row.isNull("buried");
    }

    static Tweet tweet(Row row) {
        return EditCodec.apply(posted(row), row.getString("edited"));
    }

    /** The tweet as it was posted. */
    static Tweet posted(Row row) {
        String entities = Objects.requireNonNull(row.getString("entities"));
        return new Tweet(
                row.getLong("id"),
                row.getLong("author_id"),
                Objects.requireNonNull(row.getString("content")),
                EntitiesCodec.decode(entities),
                references(row),
                row.getLong("conversation_id"),
                Visibility.stored(row.getString("visibility")),
                MediaIdsCodec.decode(row.getString("media_ids")),
                Labels.of(
                        row.getBoolean("sensitive"),
                        row.getString("content_warning"),
                        row.getString("language"),
                        ReplyRule.stored(row.getString("replies"))),
                PollCodec.decode(row.getString("poll")));
    }

    private static @Nullable String text(@Nullable ReplyRule rule) {
        return rule == null ? null : rule.text();
    }

    private static References references(Row row) {
        return new References(
                row.get("reply_to_id", Long.class),
                row.get("reply_to_user_id", Long.class),
                row.get("quote_of_id", Long.class),
                row.get("retweet_of_id", Long.class));
    }

    /**
     * A tweet that was stored.
     *
     * @param deletion the attempt that deleted it, 0 if it is not deleted
     */
    record Stored(Tweet tweet, long deletion) {
        boolean isDeleted() {
            return deletion != 0;
        }
    }
}
