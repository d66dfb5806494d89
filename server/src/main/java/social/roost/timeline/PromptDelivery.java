package social.roost.timeline;

import social.roost.tweet.Tweet;
import social.roost.tweet.TweetListener;

/**
 * Delivers a new tweet to where its author reads next, before the response: the list from which readers of a famous
 * author pull, then the author's own timeline. All other timelines get it through its event.
 */
public final class PromptDelivery implements TweetListener {
    private final FamousFeed feed;
    private final FanOut fanOut;

    public PromptDelivery(FamousFeed feed, FanOut fanOut) {
        this.feed = feed;
        this.fanOut = fanOut;
    }

    @Override
    public void posted(Tweet tweet) {
        feed.posted(tweet);
        fanOut.posted(tweet);
    }
}
