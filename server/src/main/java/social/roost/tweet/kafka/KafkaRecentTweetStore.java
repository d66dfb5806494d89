package social.roost.tweet.kafka;

import java.util.Collection;
import java.util.concurrent.ConcurrentSkipListMap;
import social.roost.event.Event;
import social.roost.event.StreamConsumer;
import social.roost.event.kafka.KafkaEventLog;
import social.roost.tweet.RecentTweetStore;

/**
 * The newest tweets in the memory of each process, because the stored tweets are in no common order: filled from the end
 * of the log after the start, and current because the process follows the log. What the log has removed by age is lost
 * at the next start.
 */
public final class KafkaRecentTweetStore implements RecentTweetStore, StreamConsumer.OfTweets {
    private final KafkaEventLog log;
    private final int kept;

    /** The authors by tweet. */
    private final ConcurrentSkipListMap<Long, Long> tweets = new ConcurrentSkipListMap<>();

    private boolean filled;

    public KafkaRecentTweetStore(KafkaEventLog log) {
        this(log, KEPT);
    }

    KafkaRecentTweetStore(KafkaEventLog log, int kept) {
        this.log = log;
        this.kept = kept;
    }

    /** Reads the end of the log, once; called again if that fails. The process must already follow the log. */
    public synchronized void fill() {
        if (!filled) {
            log.last(Event.Stream.TWEETS, kept).forEach(this::consume);
            filled = true;
        }
    }

    @Override
    public void consume(Event.OfTweets event) {
        switch (event) {
            case Event.TweetPosted(long tweet, long author) -> add(tweet, author);
            case Event.TweetDeleted(long tweet, long _) -> tweets.remove(tweet);
            case Event.TweetEdited _ -> {}
        }
    }

    private void add(long tweet, long author) {
        tweets.put(tweet, author);
        if (tweets.size() > kept) {
            var _ = tweets.pollFirstEntry();
        }
    }

    @Override
    public long[] older(long before, int limit) {
        return ids(tweets.headMap(before, false).descendingKeySet(), limit);
    }

    @Override
    public long[] newer(long after, int limit) {
        long[] rising = ids(tweets.tailMap(after, false).keySet(), limit);
        for (int i = 0; i < rising.length / 2; i++) {
            long swap = rising[i];
            rising[i] = rising[rising.length - 1 - i];
            rising[rising.length - 1 - i] = swap;
        }
        return rising;
    }

    @Override
    public long[] authors(int limit) {
        return tweets.descendingMap().values().stream()
                .distinct()
                .limit(limit)
                .mapToLong(author -> author)
                .toArray();
    }

    private static long[] ids(Collection<Long> ids, int limit) {
        return ids.stream().limit(limit).mapToLong(id -> id).toArray();
    }
}
