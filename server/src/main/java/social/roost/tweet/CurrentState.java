package social.roost.tweet;

import org.jspecify.annotations.Nullable;
import social.roost.graph.GraphStore;

/**
 * The current state, whatever an event says: an event may arrive late, repeatedly, or without a change. Always reads
 * the stores, because recent writes of other processes may not have reached the caches of this one.
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

    /** Null if it was deleted or never existed. */
    public @Nullable Tweet tweet(long id) {
        return tweets.find(new long[] {id}).get(id);
    }

    /** Including deleted tweets. */
    public @Nullable Tweet postedTweet(long id) {
        return tweets.findPosted(id);
    }

    public boolean has(Mark mark, long userId, long tweetId) {
        return engagements.markedAmong(mark, userId, new long[] {tweetId}).length > 0;
    }

    /** The user's retweet of a tweet, null if there is none. */
    public @Nullable Long retweet(long userId, long tweetId) {
        return tweets.findRetweet(userId, tweetId);
    }

    public boolean follows(long followerId, long followeeId) {
        return graph.follows(followerId, followeeId);
    }
}
