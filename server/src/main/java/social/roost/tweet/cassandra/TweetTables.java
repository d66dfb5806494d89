package social.roost.tweet.cassandra;

import java.util.List;

/**
 * The tables.
 *
 * <ul>
 *   <li>{@code tweet}: a tweet by its id. {@code deletion} names the attempt that deleted it, {@code buried} tells that it was
 *       given up before it was stored and is not there, whatever else the row holds; both are written on a condition.
 *   <li>{@code tweet_by_author}: the ids of an author's tweets that are not deleted, by {@link Bucket}.
 *   <li>{@code author_bucket}: the buckets an author has. {@code tweets} is the count of one that is over, null while not
 *       known; {@code version} changes whenever that count is no longer valid. Both are written on a condition.
 *   <li>{@code idempotency_key}: which tweet a key stands for.
 *   <li>{@code outbox}: events on their way to the log, by the minute they were written in. Its gc_grace_seconds is also how
 *       long Cassandra goes on trying to complete a batch with such a row in it: it drops older ones as a whole.
 *   <li>{@code outbox_watermark}: the minute before which no event is left.
 * </ul>
 */
public final class TweetTables {
    /** What makes each version of the schema out of the one before; only added to. */
    public static final List<String> STATEMENTS = List.of(
            """
            CREATE TABLE IF NOT EXISTS tweet (id bigint PRIMARY KEY, author_id bigint, content text, entities text,
                reply_to_id bigint, conversation_id bigint, deleted_at bigint, deletion bigint, buried boolean)""",
            """
            CREATE TABLE IF NOT EXISTS tweet_by_author (author_id bigint, bucket int, id bigint,
                PRIMARY KEY ((author_id, bucket), id)) WITH CLUSTERING ORDER BY (id DESC)""",
            """
            CREATE TABLE IF NOT EXISTS author_bucket (author_id bigint, bucket int, tweets bigint, version bigint,
                PRIMARY KEY (author_id, bucket)) WITH CLUSTERING ORDER BY (bucket DESC)""",
            """
            CREATE TABLE IF NOT EXISTS idempotency_key (author_id bigint, name text, request text, tweet_id bigint,
                created_at bigint, claimed_at bigint, PRIMARY KEY ((author_id, name)))""",
            """
            CREATE TABLE IF NOT EXISTS outbox (shard int, minute bigint, written bigint, tweet_id bigint,
                deletion bigint, author_id bigint, PRIMARY KEY ((shard, minute), written, tweet_id, deletion))
                WITH gc_grace_seconds = 86400 AND compaction = {'class': 'TimeWindowCompactionStrategy',
                'compaction_window_unit': 'HOURS', 'compaction_window_size': 6}""",
            "CREATE TABLE IF NOT EXISTS outbox_watermark (shard int PRIMARY KEY, minute bigint)");

    private TweetTables() {}
}
