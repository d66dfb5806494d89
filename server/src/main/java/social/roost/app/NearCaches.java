package social.roost.app;

import social.roost.event.Event;
import social.roost.event.EventConsumer;
import social.roost.graph.Blocks;
import social.roost.graph.Graph;
import social.roost.timeline.FamousFeed;
import social.roost.tweet.Tweets;
import social.roost.tweet.ViewerMarks;
import social.roost.user.Sessions;
import social.roost.user.Suspensions;
import social.roost.user.TokenHash;
import social.roost.user.Users;

/** What this process keeps in memory of stores that other processes write to: brought up to date by their events. */
record NearCaches(
        Sessions sessions,
        Users users,
        Suspensions suspensions,
        Graph graph,
        Blocks blocks,
        Tweets tweets,
        ViewerMarks marks,
        FamousFeed famous)
        implements EventConsumer {

    @Override
    public void consume(Event event) {
        switch (event) {
            case Event.SessionEnded(long _, long _, String tokenHash) -> sessions.forget(new TokenHash(tokenHash));
            case Event.UserUpdated(long user) -> users.changed(user);
            case Event.Followed(long follower, long followee) -> edge(follower, followee);
            case Event.Unfollowed(long follower, long followee) -> edge(follower, followee);
            case Event.Blocked(long user, long other) -> block(user, other);
            case Event.Unblocked(long user, long other) -> block(user, other);
            case Event.Muted(long user, long _) -> blocks.forget(user);
            case Event.Unmuted(long user, long _) -> blocks.forget(user);
            case Event.TweetPosted(long tweet, long author) -> {
                tweets.appeared(tweet);
                author(author);
            }
            case Event.TweetDeleted(long tweet, long author) -> {
                tweets.forget(tweet);
                author(author);
            }
            case Event.TweetLiked(long _, long user) -> marks.changed(user);
            case Event.TweetUnliked(long _, long user) -> marks.changed(user);
            case Event.TweetBookmarked(long _, long user) -> marks.changed(user);
            case Event.TweetUnbookmarked(long _, long user) -> marks.changed(user);
            case Event.CountsChanged(long tweet) -> tweets.forget(tweet);
            case Event.UserSuspended _, Event.UserReinstated _ -> suspensions.lookUp();
            case Event.UserRegistered _,
                    Event.FameGained _,
                    Event.FameLost _,
                    Event.PullEnded _,
                    Event.FanOutPart _,
                    Event.BecameLive _,
                    Event.WentActive _,
                    Event.OfNotifications _ -> {}
        }
        famous.consume(event);
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
