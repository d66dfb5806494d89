package social.roost.tweet.cassandra;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import social.roost.driver.cassandra.CassandraCluster;
import social.roost.event.EventConsumer;
import social.roost.event.EventLog;
import social.roost.event.Relay;
import social.roost.event.cassandra.CassandraOutbox;
import social.roost.tweet.Counts;
import social.roost.tweet.EngagementStore;
import social.roost.tweet.Mark;

/**
 * Engagement in the tables of {@link TweetTables}. A user's sets of marked tweets are authoritative; who marks a tweet,
 * and how many, is updated when the {@link #counter} has consumed the event.
 */
public final class CassandraEngagementStore implements EngagementStore {
    private final CassandraCluster cassandra;
    private final UserMarks marks;
    private final CountedSets sets;
    private final SetReads reads;
    private final TweetCounts counts;
    private final SourceSets sources;
    private final TweetSets tweetSets;

    CassandraEngagementStore(CassandraCluster cassandra, Relay relay, CassandraOutbox outbox, InstantSource clock) {
        this.cassandra = cassandra;
        sets = new CountedSets(cassandra);
        marks = new UserMarks(cassandra, sets, outbox, relay, clock);
        reads = new SetReads(cassandra);
        counts = new TweetCounts(cassandra);
        sources = new SourceSets(cassandra, sets, new TweetRows(cassandra));
        tweetSets = new TweetSets(cassandra, sets, counts);
    }

    /** The consumer that updates the counts; it publishes changes in this log. */
    public EventConsumer counter(EventLog events) {
        return new EngagementCounter(sources, tweetSets, events);
    }

    @Override
    public boolean add(Mark mark, long userId, long tweetId, long now) {
        return marks.add(mark, userId, tweetId, now);
    }

    @Override
    public boolean remove(Mark mark, long userId, long tweetId) {
        return marks.remove(mark, userId, tweetId);
    }

    @Override
    public long[] marked(Mark mark, long userId, int limit) {
        return reads.greatest(SetKey.ofUser(userId, SetKind.of(mark)), limit);
    }

    @Override
    public long[] markedAmong(Mark mark, long userId, long[] tweetIds) {
        return reads.among(SetKey.ofUser(userId, SetKind.of(mark)), tweetIds);
    }

    @Override
    public List<Marked> listMarked(Mark mark, long userId, @Nullable Marked before, int limit) {
        return reads.latest(List.of(SetKey.ofUser(userId, SetKind.of(mark))), before, limit);
    }

    @Override
    public List<Marked> listMarkers(Mark mark, long tweetId, @Nullable Marked before, int limit) {
        return reads.latest(SetKey.allOfTweet(tweetId, SetKind.markers(mark)).toList(), before, limit);
    }

    @Override
    public int removeAll(Mark mark, long tweetId, long[] userIds) {
        return Math.toIntExact(LongStream.of(userIds)
                .filter(userId -> remove(mark, userId, tweetId))
                .count());
    }

    @Override
    public Map<Long, Counts> counts(long[] tweetIds) {
        return counts.find(tweetIds);
    }

    @Override
    public List<Drift> recount() {
        return new Recount(cassandra, counts, sources, tweetSets, new SetSizes(cassandra, sets, counts)).all();
    }
}
