package social.roost.timeline;

import social.roost.event.Event;
import social.roost.event.StreamConsumer;
import social.roost.timeline.TimelineStore.Slice;
import social.roost.tweet.Tweet;
import social.roost.tweet.TweetListener;

/**
 * Keeps current what this process knows of famous authors: who they are, and their recent tweets.
 *
 * <p>An author is pulled from the first tweet that is not pushed until the tweets that were not pushed have been merged
 * into all followers' timelines.
 */
public final class FamousFeed implements StreamConsumer.OfTweets, StreamConsumer.OfGraph, TweetListener {
    private final FamousAuthors authors;
    private final FamousTweets tweets;
    private final FanOutPolicy policy;

    public FamousFeed(FamousAuthors authors, FamousTweets tweets, FanOutPolicy policy) {
        this.authors = authors;
        this.tweets = tweets;
        this.policy = policy;
    }

    @Override
    public void consume(Event.OfTweets event) {
        switch (event) {
            case Event.TweetPosted(long tweet, long author) -> tweets.add(author, tweet);
            case Event.TweetDeleted(long tweet, long author) -> tweets.remove(author, tweet);
            default -> {}
        }
    }

    @Override
    public void consume(Event.OfGraph event) {
        switch (event) {
            case Event.FameGained(long author) -> authors.add(author);
            case Event.PullEnded(long author) -> endPull(author);
            default -> {}
        }
    }

    /** The given authors whose tweets are pulled, ascending. */
    long[] among(long[] authorIds) {
        return authors.among(authorIds);
    }

    /** The newest tweets of a famous author. */
    Slice recent(long authorId) {
        return tweets.of(authorId);
    }

    @Override
    public void posted(Tweet tweet) {
        tweets.add(tweet.authorId(), tweet.id());
    }

    /** Unless the author has become famous again meanwhile. */
    private void endPull(long author) {
        if (policy.pushes(author)) {
            authors.remove(author);
        }
    }
}
