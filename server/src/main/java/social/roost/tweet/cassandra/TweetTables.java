package social.roost.tweet.cassandra;

import java.util.List;
import social.roost.driver.cassandra.SchemaPart;

/**
 * The tables.
 *
 * <ul>
 * <li>{@code tweet}: a tweet by its id. {@code deletion} names the attempt that deleted it; {@code buried} means that
 *     it was given up before it was stored and does not exist, whatever else the row contains. Both are written
 *     conditionally. {@code edited} is the current version if the tweet was edited, {@code edits} are all versions but
 *     the one that was posted, and {@code edit} names the attempt that wrote them, see {@link EditRows}.
 * <li>{@code tweet_by_author}: the ids of an author's tweets that are not deleted, by {@link Bucket}.
 * <li>{@code own_tweet_by_author}: the same without replies to others.
 * <li>{@code media_tweet_by_author}: those with media.
 * <li>{@code tweet_by_parent}: the ids of the tweets that refer to a tweet, by {@link ParentList} and age.
 * <li>{@code author_bucket}: the buckets of an author. {@code tweets} is the count of a closed one, null while unknown;
 *     {@code version} changes whenever that count becomes invalid. Both are written conditionally.
 * <li>{@code idempotency_key}: the tweet of a key.
 * <li>{@code outbox}: events on their way to the log, by the minute they were written. Its gc_grace_seconds is also how
 *     long Cassandra tries to complete a batch that contains such a row: it drops older batches as a whole. {@code
 *     event} is present if the entry is for a change of a user's set, which started after it.
 * <li>{@code outbox_watermark}: the minute before which no event is left.
 * <li>{@code counted_set}: sets that know their size, see {@link CountedSets}.
 * <li>{@code tweet_count}: the sizes of a tweet's sets; the timestamp is their revision.
 * </ul>
 */
public final class TweetTables {
    /** Its version is that of keyspaces from before parts were introduced. */
    public static final SchemaPart PART = new SchemaPart(
            "version",
            List.of(
                    """
            CREATE TABLE IF NOT EXISTS tweet (id bigint PRIMARY KEY, author_id bigint, content text, entities text,
                reply_to_id bigint, reply_to_user_id bigint, quote_of_id bigint, retweet_of_id bigint, conversation_id bigint,
                deleted_at bigint, deletion bigint, buried boolean)""",
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
                deletion bigint, author_id bigint, event text, PRIMARY KEY ((shard, minute), written, tweet_id, deletion))
                WITH gc_grace_seconds = 86400 AND compaction = {'class': 'TimeWindowCompactionStrategy',
                'compaction_window_unit': 'HOURS', 'compaction_window_size': 6}""",
                    "CREATE TABLE IF NOT EXISTS outbox_watermark (shard int PRIMARY KEY, minute bigint)",
                    """
            CREATE TABLE IF NOT EXISTS own_tweet_by_author (author_id bigint, bucket int, id bigint,
                PRIMARY KEY ((author_id, bucket), id)) WITH CLUSTERING ORDER BY (id DESC)""",
                    """
            CREATE TABLE IF NOT EXISTS tweet_by_parent (parent_id bigint, list text, bucket int, id bigint,
                PRIMARY KEY ((parent_id, list, bucket), id)) WITH CLUSTERING ORDER BY (id DESC)""",
                    """
            CREATE TABLE IF NOT EXISTS counted_set (owner_id bigint, kind text, shard int, part int, at bigint,
                member_id bigint, size bigint, revision bigint, version bigint, present boolean, since bigint,
                cause bigint, PRIMARY KEY ((owner_id, kind, shard), part, at, member_id))
                WITH CLUSTERING ORDER BY (part ASC, at DESC, member_id DESC)""",
                    """
            CREATE TABLE IF NOT EXISTS tweet_count (tweet_id bigint, kind text, shard int, value bigint,
                PRIMARY KEY (tweet_id, kind, shard))""",
                    "ALTER TABLE tweet ADD IF NOT EXISTS visibility text",
                    "ALTER TABLE tweet ADD IF NOT EXISTS media_ids text",
                    "ALTER TABLE tweet ADD IF NOT EXISTS sensitive boolean",
                    "ALTER TABLE tweet ADD IF NOT EXISTS content_warning text",
                    "ALTER TABLE tweet ADD IF NOT EXISTS language text",
                    """
            CREATE TABLE IF NOT EXISTS media_tweet_by_author (author_id bigint, bucket int, id bigint,
                PRIMARY KEY ((author_id, bucket), id)) WITH CLUSTERING ORDER BY (id DESC)""",
                    "ALTER TABLE tweet ADD IF NOT EXISTS replies text",
                    "ALTER TABLE tweet ADD IF NOT EXISTS poll text",
                    "ALTER TABLE tweet ADD IF NOT EXISTS edit bigint",
                    "ALTER TABLE tweet ADD IF NOT EXISTS edited text",
                    "ALTER TABLE tweet ADD IF NOT EXISTS edits map<int, text>"));

    private TweetTables() {}
}
