package social.roost.timeline;

import social.roost.tweet.Tweet;
import social.roost.tweet.TweetListener;

/**
 * Delivers a new tweet to where its author reads next, before the response: to what readers of a famous author and of
 * lists pull, then to the author's own timeline. All other timelines get it through its event.
 */
public final class PromptDelivery implements TweetListener {
    private final FamousFeed feed;
    private final RecentTweets recent;
    private final FanOut fanOut;

    public PromptDelivery(FamousFeed feed, RecentTweets recent, FanOut fanOut) {
        this.feed = feed;
        this.recent = recent;
        this.fanOut = fanOut;
    }

    @Override
    public void posted(Tweet tweet) {
        feed.posted(tweet);
        recent.posted(tweet.authorId(), tweet.id());
        fanOut.posted(tweet);
    }
}
