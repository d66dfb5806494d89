package social.roost.app;

import social.roost.event.Event;
import social.roost.event.StreamConsumer;
import social.roost.graph.Blocks;
import social.roost.graph.Graph;
import social.roost.timeline.FamousFeed;
import social.roost.tweet.Tweets;
import social.roost.tweet.ViewerMarks;
import social.roost.user.Sessions;
import social.roost.user.Suspensions;
import social.roost.user.TokenHash;
import social.roost.user.Users;

/**
 * What this process keeps in memory of stores that other processes write to, brought up to date by their events.
 *
 * <p>It lists every event of its streams, so that whoever adds one decides what becomes stale by it.
 */
record NearCaches(
        Sessions sessions,
        Users users,
        Suspensions suspensions,
        Graph graph,
        Blocks blocks,
        Tweets tweets,
        ViewerMarks marks,
        FamousFeed famous)
        implements StreamConsumer.OfUsers,
                StreamConsumer.OfGraph,
                StreamConsumer.OfTweets,
                StreamConsumer.OfEngagements {

    @Override
    public void consume(Event.OfUsers event) {
        switch (event) {
            case Event.SessionEnded(long _, long _, String tokenHash) -> sessions.forget(new TokenHash(tokenHash));
            case Event.UserUpdated(long user) -> users.changed(user);
            case Event.UserSuspended _, Event.UserReinstated _ -> suspensions.lookUp();
            case Event.UserRegistered _ -> {}
        }
    }

    @Override
    public void consume(Event.OfGraph event) {
        switch (event) {
            case Event.OfFollows follow -> edge(follow.followerId(), follow.followeeId());
            case Event.Blocked(long user, long other) -> block(user, other);
            case Event.Unblocked(long user, long other) -> block(user, other);
            case Event.Muted(long user, long _) -> blocks.forget(user);
            case Event.Unmuted(long user, long _) -> blocks.forget(user);
            case Event.OfFame _ -> {}
        }
        famous.consume(event);
    }

    @Override
    public void consume(Event.OfTweets event) {
        switch (event) {
            case Event.TweetPosted(long tweet, long author) -> {
                tweets.appeared(tweet);
                author(author);
            }
            case Event.TweetDeleted(long tweet, long author) -> {
                tweets.forget(tweet);
                author(author);
            }
        }
        famous.consume(event);
    }

    @Override
    public void consume(Event.OfEngagements event) {
        switch (event) {
            case Event.OfMarks mark -> marks.changed(mark.userId());
            case Event.CountsChanged(long tweet) -> tweets.forget(tweet);
        }
    }

    private void edge(long follower, long followee) {
        graph.changed(follower, followee);
        users.changed(follower);
        users.changed(followee);
    }

    /** The tweet may be a retweet. */
    private void author(long author) {
        users.changed(author);
        marks.changed(author);
    }

    private void block(long user, long other) {
        blocks.forget(user);
        blocks.forget(other);
    }
}
