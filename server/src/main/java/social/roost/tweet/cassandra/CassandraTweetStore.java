package social.roost.tweet.cassandra;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import social.roost.base.Scan;
import social.roost.driver.cassandra.CassandraCluster;
import social.roost.event.Event;
import social.roost.event.Outbox;
import social.roost.event.Relay;
import social.roost.event.cassandra.CassandraOutbox;
import social.roost.event.cassandra.OutboxKey;
import social.roost.tweet.IdempotencyKey;
import social.roost.tweet.Reference;
import social.roost.tweet.Revision;
import social.roost.tweet.Tweet;
import social.roost.tweet.TweetStore;
import social.roost.tweet.cassandra.KeyedPosts.Outcome;
import social.roost.tweet.cassandra.TweetRows.Stored;

/** Tweets in the tables of {@link TweetTables}. */
public final class CassandraTweetStore implements TweetStore {
    private final CassandraCluster cassandra;
    private final Relay relay;
    private final InstantSource clock;
    private final TweetRows rows;
    private final TweetScan scan;
    private final AuthorBuckets buckets;
    private final TweetLists lists;
    private final Replies replies;
    private final SetReads sets;
    private final TweetWriter writer;
    private final KeyedPosts keyed;
    private final RetweetPosts retweets;
    private final CassandraOutbox outbox;

    /** Reads the outbox's watermark, so Cassandra must be available. */
    public CassandraTweetStore(CassandraCluster cassandra, Relay relay, InstantSource clock) {
        this.cassandra = cassandra;
        this.relay = relay;
        this.clock = clock;
        rows = new TweetRows(cassandra);
        scan = new TweetScan(cassandra);
        buckets = new AuthorBuckets(cassandra, clock);
        lists = new TweetLists(
                new AuthorTweets(cassandra, buckets, "tweet_by_author"),
                new AuthorTweets(cassandra, buckets, "own_tweet_by_author"),
                new AuthorTweets(cassandra, buckets, "media_tweet_by_author"),
                new ReferringTweets(cassandra, clock));
        replies = new Replies(lists.referring());
        sets = new SetReads(cassandra);
        outbox = new CassandraOutbox(cassandra, clock);

        CountedSets countedSets = new CountedSets(cassandra);
        RetweetMarks marks = new RetweetMarks(cassandra, countedSets);
        writer = new TweetWriter(cassandra, rows, lists, buckets, marks, outbox.rows());
        keyed = new KeyedPosts(cassandra, new KeyClaims(cassandra), rows, writer, clock);
        retweets = new RetweetPosts(cassandra, marks, rows, writer, outbox.rows(), clock);
        TweetsLeftBehind leftBehind = new TweetsLeftBehind(
                outbox, rows, writer, buckets, new BegunChanges(countedSets, retweets, rows.edits()));
        outbox.own(Event.Stream.TWEETS, leftBehind);
        outbox.own(Event.Stream.ENGAGEMENTS, leftBehind);
    }

    /** The outbox of the keyspace, to be swept periodically by one process or by all. */
    public CassandraOutbox outbox() {
        return outbox;
    }

    /** Likes and bookmarks in the same tables, with the same outbox. */
    public CassandraEngagementStore engagements() {
        return new CassandraEngagementStore(cassandra, relay, outbox, clock);
    }

    @Override
    public Posted post(List<Tweet> thread, @Nullable IdempotencyKey key) {
        Outcome outcome = outcome(thread, key);
        outcome.entries().forEach(entry -> relay.committed(outbox, entry));
        return outcome.posted();
    }

    private Outcome outcome(List<Tweet> thread, @Nullable IdempotencyKey key) {
        if (thread.getFirst().isRetweet()) {
            return retweets.post(thread.getFirst());
        }
        return key == null ? Outcome.stored(writer.store(thread)) : keyed.post(thread, key);
    }

    @Override
    public @Nullable Posted findPosted(long authorId, IdempotencyKey key, long now) {
        return keyed.find(authorId, key, now);
    }

    /**
     * The event is written first: if this is interrupted, the sweep of the outbox finds it and completes the deletion.
     */
    @Override
    public boolean delete(long id, long now) {
        Stored stored = rows.findPosted(id);
        if (stored == null || stored.isDeleted()) {
            return false;
        }
        long deletion = ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);
        long authorId = stored.tweet().authorId();
        Outbox.Entry<OutboxKey> entry = TweetEntries.deleted(id, authorId, deletion, clock.millis());
        cassandra.write(outbox.rows().insert(entry));
        if (!writer.delete(stored.tweet(), deletion, now)) {
            outbox.remove(List.of(entry.key()));
            return false;
        }
        relay.committed(outbox, entry);
        return true;
    }

    /** The event is written first: if this is interrupted, the sweep of the outbox finds it, and prevents a late edit. */
    @Override
    public boolean edit(Tweet edited) {
        long attempt = EditRows.attempt();
        Outbox.Entry<OutboxKey> entry = TweetEntries.edited(edited.id(), edited.authorId(), attempt, clock.millis());
        cassandra.write(outbox.rows().insertWithEvent(entry));
        if (!rows.edits().edit(edited, attempt)) {
            outbox.remove(List.of(entry.key()));
            return false;
        }
        relay.committed(outbox, entry);
        return true;
    }

    @Override
    public List<Revision> revisions(long id) {
        return rows.edits().revisions(id);
    }

    @Override
    public Map<Long, Tweet> find(long[] ids) {
        return rows.find(ids);
    }

    /**
     * {@inheritDoc}
     *
     * <p>The order is that of the ids' tokens, by which Cassandra distributes them, so it is random.
     */
    @Override
    public Scan.Part<Tweet> scan(String after, int limit) {
        return scan.read(after, limit);
    }

    @Override
    public @Nullable Tweet findPosted(long id) {
        Stored stored = rows.findPosted(id);
        return stored == null ? null : stored.tweet();
    }

    @Override
    public long[] newest(long[] authorIds, long before, int limit) {
        return lists.authors().newest(authorIds, before, limit);
    }

    @Override
    public Map<Long, long[]> newestOfEach(long[] authorIds, int limit) {
        return lists.authors().newestOfEach(authorIds, limit);
    }

    @Override
    public long[] oldest(long[] authorIds, long after, int limit) {
        return lists.authors().oldest(authorIds, after, limit);
    }

    @Override
    public long[] newestWithoutReplies(long authorId, long before, int limit) {
        return lists.own().newest(new long[] {authorId}, before, limit);
    }

    @Override
    public long[] oldestWithoutReplies(long authorId, long after, int limit) {
        return lists.own().oldest(new long[] {authorId}, after, limit);
    }

    @Override
    public long[] newestWithMedia(long authorId, long before, int limit) {
        return lists.media().newest(new long[] {authorId}, before, limit);
    }

    @Override
    public long[] oldestWithMedia(long authorId, long after, int limit) {
        return lists.media().oldest(new long[] {authorId}, after, limit);
    }

    @Override
    public long[] referring(Reference reference, long tweetId, long before, int limit) {
        return lists.referring().newest(ParentList.of(reference), tweetId, before, limit);
    }

    @Override
    public long[] replies(long tweetId, long after, int limit) {
        return replies.oldest(tweetId, after, limit);
    }

    @Override
    public Map<Long, long[]> firstReplies(long[] tweetIds, int limit) {
        return replies.first(tweetIds, limit);
    }

    @Override
    public @Nullable Long threadReply(long tweetId) {
        long[] first = lists.referring().oldest(ParentList.THREAD, tweetId, 0, 1);
        return first.length == 0 ? null : (Long) first[0];
    }

    @Override
    public @Nullable Long findRetweet(long authorId, long tweetId) {
        return retweets.find(authorId, tweetId);
    }

    @Override
    public long[] retweeted(long authorId, int limit) {
        return sets.greatest(SetKey.ofUser(authorId, SetKind.RETWEET), limit);
    }

    @Override
    public long[] retweetedAmong(long authorId, long[] tweetIds) {
        return sets.among(SetKey.ofUser(authorId, SetKind.RETWEET), tweetIds);
    }

    @Override
    public Map<Long, Long> counts(long[] authorIds) {
        return buckets.counts(authorIds);
    }
}
