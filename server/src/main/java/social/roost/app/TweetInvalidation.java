package social.roost.app;

import social.roost.event.Event;
import social.roost.event.StreamConsumer;
import social.roost.tweet.Tweets;
import social.roost.tweet.ViewerMarks;

/** Drops cached tweets, counts and marks that another process has changed. */
record TweetInvalidation(Tweets tweets, ViewerMarks marks)
        implements StreamConsumer.OfTweets, StreamConsumer.OfEngagements {

    /** The tweet may be a retweet, which is also a mark of its author. */
    @Override
    public void consume(Event.OfTweets event) {
        switch (event) {
            case Event.TweetPosted(long tweet, long _) -> tweets.appeared(tweet);
            case Event.TweetDeleted(long tweet, long _) -> tweets.forget(tweet);
            case Event.TweetEdited(long tweet, long _) -> tweets.forget(tweet);
        }
        marks.changed(event.actor());
    }

    @Override
    public void consume(Event.OfEngagements event) {
        switch (event) {
            case Event.OfMarks mark -> marks.changed(mark.userId());
            case Event.CountsChanged(long tweet) -> tweets.forget(tweet);
        }
    }
}
