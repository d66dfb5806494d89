package social.roost.view;

import org.jspecify.annotations.Nullable;
import social.roost.tweet.StoredTweet;

/**
 * A tweet on a page.
 *
 * @param shown the tweet it retweets or quotes; null if there is none, or it is hidden from the viewer
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
