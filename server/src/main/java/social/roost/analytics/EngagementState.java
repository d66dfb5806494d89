package social.roost.analytics;

import org.jspecify.annotations.Nullable;
import social.roost.graph.GraphStore;
import social.roost.tweet.EngagementStore;
import social.roost.tweet.Mark;
import social.roost.tweet.Tweet;
import social.roost.tweet.TweetStore;

/** What the stores say now, whatever an event says: an event may arrive late, repeatedly, or without a change. */
public final class EngagementState {
    private final TweetStore tweets;
    private final EngagementStore engagements;
    private final GraphStore graph;

    public EngagementState(TweetStore tweets, EngagementStore engagements, GraphStore graph) {
        this.tweets = tweets;
        this.engagements = engagements;
        this.graph = graph;
    }

    /** Null if it was deleted or never existed. */
    @Nullable
    Tweet tweet(long id) {
        return tweets.find(new long[] {id}).get(id);
    }

    /** Including deleted tweets. */
    @Nullable
    Tweet postedTweet(long id) {
        return tweets.findPosted(id);
    }

    boolean has(Mark mark, long userId, long tweetId) {
        return engagements.markedAmong(mark, userId, new long[] {tweetId}).length > 0;
    }

    /** The user's retweet of a tweet, null if there is none. */
    @Nullable
    Long retweet(long userId, long tweetId) {
        return tweets.findRetweet(userId, tweetId);
    }

    boolean follows(long followerId, long followeeId) {
        return graph.follows(followerId, followeeId);
    }
}
