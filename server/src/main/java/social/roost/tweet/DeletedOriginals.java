package social.roost.tweet;

import social.roost.event.Event;
import social.roost.event.StreamConsumer;

/**
 * Deletes the retweets of deleted tweets, however many there are. They are hidden from the moment the original is
 * deleted; this removes them from counts, timelines and lists.
 */
public final class DeletedOriginals implements StreamConsumer.OfTweets {
    private static final int AT_ONCE = 100;

    private final TweetStore store;
    private final Publishing publishing;

    public DeletedOriginals(TweetStore store, Publishing publishing) {
        this.store = store;
        this.publishing = publishing;
    }

    @Override
    public void consume(Event.OfTweets event) {
        if (event instanceof Event.TweetDeleted(long tweet, long _)) {
            deleteRetweets(tweet);
        }
    }

    private void deleteRetweets(long originalId) {
        long[] retweets = store.referring(Reference.RETWEET, originalId, Long.MAX_VALUE, AT_ONCE);
        while (retweets.length > 0) {
            store.find(retweets).values().forEach(publishing::delete);
            retweets = store.referring(Reference.RETWEET, originalId, retweets[retweets.length - 1], AT_ONCE);
        }
    }
}
