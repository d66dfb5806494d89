package social.roost.tweet.cassandra;

import java.util.List;

/**
 * The tables.
 *
 * <ul>
 *   <li>{@code tweet}: a tweet by its id. {@code deleted_at} is set by a conditional write, so exactly one deletes it.
 *   <li>{@code tweet_by_author}: the ids of an author's tweets that are not deleted, newest first, by {@link Bucket}.
 *   <li>{@code author_bucket}: the buckets that an author has tweets in. {@code tweets} is the count of one that is over, null
 *       while nobody has counted it; {@code version} rises whenever that count is made invalid.
 *   <li>{@code idempotency_key}: which tweet a key stands for, for a day.
 *   <li>{@code outbox}: events on their way to the log, by the ten seconds they were written in; {@code outbox_swept}: up to
 *       which of those there are none.
 * </ul>
 */
public final class TweetTables {
    /** To be run when they are not there. */
    public static final List<String> STATEMENTS = List.of(
            """
            CREATE TABLE IF NOT EXISTS tweet (id bigint PRIMARY KEY, author_id bigint, content text, entities text,
                reply_to_id bigint, conversation_id bigint, deleted_at bigint)""", """
            CREATE TABLE IF NOT EXISTS tweet_by_author (author_id bigint, bucket int, id bigint,
                PRIMARY KEY ((author_id, bucket), id)) WITH CLUSTERING ORDER BY (id DESC)""", """
            CREATE TABLE IF NOT EXISTS author_bucket (author_id bigint, bucket int, tweets bigint, version bigint,
                PRIMARY KEY (author_id, bucket)) WITH CLUSTERING ORDER BY (bucket DESC)""", """
            CREATE TABLE IF NOT EXISTS idempotency_key (author_id bigint, name text, request text, tweet_id bigint,
                created_at bigint, PRIMARY KEY ((author_id, name)))""", """
            CREATE TABLE IF NOT EXISTS outbox (shard int, slot bigint, tweet_id bigint, kind text, author_id bigint,
                PRIMARY KEY ((shard, slot), tweet_id, kind))
                WITH gc_grace_seconds = 3600
                AND compaction = {'class': 'TimeWindowCompactionStrategy', 'compaction_window_unit': 'HOURS',
                    'compaction_window_size': 1}""", "CREATE TABLE IF NOT EXISTS outbox_swept (shard int PRIMARY KEY, slot bigint)");

    private TweetTables() {}
}
