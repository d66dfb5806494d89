package social.roost.view;

import java.util.List;
import social.roost.tweet.StoredTweet;

/**
 * A tweet on a page.
 *
 * @param beside the tweets displayed with it, except those hidden from the viewer: the one it retweets or quotes, the
 *     one that a retweeted one quotes and, in a timeline, the one it replies to
 */
public record Entry(StoredTweet tweet, List<StoredTweet> beside) implements PageItem {
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
