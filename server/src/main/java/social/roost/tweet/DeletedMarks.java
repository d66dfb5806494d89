package social.roost.tweet;

import java.util.List;
import org.jspecify.annotations.Nullable;
import social.roost.base.Ids;
import social.roost.event.Event;
import social.roost.event.StreamConsumer;
import social.roost.tweet.EngagementStore.Marked;

/**
 * Removes the likes and bookmarks of deleted tweets, so that users' lists do not fill up with hidden entries.
 *
 * <p>Marks that exist when the deletion is consumed are removed then, however many there are. A mark added during the
 * deletion is removed when its own event is consumed. Idempotent.
 */
public final class DeletedMarks implements StreamConsumer.OfTweets, StreamConsumer.OfEngagements {
    private static final int AT_ONCE = 100;

    private final TweetStore tweets;
    private final EngagementStore engagements;

    public DeletedMarks(TweetStore tweets, EngagementStore engagements) {
        this.tweets = tweets;
        this.engagements = engagements;
    }

    @Override
    public void consume(Event.OfTweets event) {
        if (event instanceof Event.TweetDeleted(long tweet, long _)) {
            removeAll(tweet);
        }
    }

    @Override
    public void consume(Event.OfEngagements event) {
        switch (event) {
            case Event.TweetLiked(long tweet, long user) -> removeIfGone(Mark.LIKE, tweet, user);
            case Event.TweetBookmarked(long tweet, long user) -> removeIfGone(Mark.BOOKMARK, tweet, user);
            default -> {}
        }
    }

    private void removeAll(long tweetId) {
        for (Mark mark : Mark.values()) {
            @Nullable Marked last = null;
            List<Marked> some;
            do {
                some = engagements.listMarkers(mark, tweetId, last, AT_ONCE);
                engagements.removeAll(mark, tweetId, Ids.of(some, Marked::id));
                last = some.isEmpty() ? null : some.getLast();
            } while (some.size() == AT_ONCE);
        }
    }

    private void removeIfGone(Mark mark, long tweetId, long userId) {
        if (tweets.find(new long[] {tweetId}).isEmpty()) {
            engagements.remove(mark, userId, tweetId);
        }
    }
}
