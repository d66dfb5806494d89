package social.roost.tweet.cassandra;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import social.roost.tweet.Counts;
import social.roost.tweet.EngagementStore;
import social.roost.tweet.Mark;

/** Engagement in the tables of {@link TweetTables}. */
public final class CassandraEngagementStore implements EngagementStore {
    @Override
    public boolean add(Mark mark, long userId, long tweetId, long now) {
        throw new IllegalStateException("not yet");
    }

    @Override
    public boolean remove(Mark mark, long userId, long tweetId) {
        throw new IllegalStateException("not yet");
    }

    @Override
    public long[] marked(Mark mark, long userId, int limit) {
        throw new IllegalStateException("not yet");
    }

    @Override
    public long[] markedAmong(Mark mark, long userId, long[] tweetIds) {
        throw new IllegalStateException("not yet");
    }

    @Override
    public List<Marked> listMarked(Mark mark, long userId, @Nullable Marked before, int limit) {
        throw new IllegalStateException("not yet");
    }

    @Override
    public List<Marked> listLikers(long tweetId, @Nullable Marked before, int limit) {
        throw new IllegalStateException("not yet");
    }

    @Override
    public Map<Long, Counts> counts(long[] tweetIds) {
        throw new IllegalStateException("not yet");
    }

    @Override
    public List<Drift> recount() {
        throw new IllegalStateException("not yet");
    }
}
