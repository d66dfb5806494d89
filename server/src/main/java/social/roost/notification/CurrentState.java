package social.roost.notification;

import org.jspecify.annotations.Nullable;
import social.roost.graph.GraphStore;
import social.roost.tweet.EngagementStore;
import social.roost.tweet.Mark;
import social.roost.tweet.Tweet;
import social.roost.tweet.TweetStore;

/**
 * How things stand now, whatever an event says: one may come late, again, or without a change. Always from the stores, as what
 * another process did a moment ago may not have reached the memory of this one.
 */
public final class CurrentState {
    private final TweetStore tweets;
    private final EngagementStore engagements;
    private final GraphStore graph;

    public CurrentState(TweetStore tweets, EngagementStore engagements, GraphStore graph) {
        this.tweets = tweets;
        this.engagements = engagements;
        this.graph = graph;
    }

    /** Null when it was deleted, or never was. */
    @Nullable
    Tweet tweet(long id) {
        return tweets.find(new long[] {id}).get(id);
    }

    /** Also when it was deleted since. */
    @Nullable
    Tweet postedTweet(long id) {
        return tweets.findPosted(id);
    }

    boolean likes(long userId, long tweetId) {
        return engagements.markedAmong(Mark.LIKE, userId, new long[] {tweetId}).length > 0;
    }

    /** The user's retweet of a tweet, null when there is none. */
    @Nullable
    Long retweet(long userId, long tweetId) {
        return tweets.findRetweet(userId, tweetId);
    }

    boolean follows(long followerId, long followeeId) {
        return graph.follows(followerId, followeeId);
    }
}
