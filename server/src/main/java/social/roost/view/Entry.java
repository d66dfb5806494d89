package social.roost.view;

import org.jspecify.annotations.Nullable;
import social.roost.tweet.StoredTweet;

/**
 * A tweet that is shown.
 *
 * @param shown the tweet that it retweets or quotes; null when there is none, or the viewer does not get to see it
 */
public record Entry(StoredTweet tweet, @Nullable StoredTweet shown) implements PageItem {
    @Override
    public long id() {
        return tweet.id();
    }

    public long authorId() {
        return tweet.authorId();
    }

    public boolean isRetweet() {
        return tweet.tweet().isRetweet();
    }
}
