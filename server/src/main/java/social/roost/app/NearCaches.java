package social.roost.app;

import social.roost.event.Event;
import social.roost.event.EventConsumer;
import social.roost.graph.Blocks;
import social.roost.graph.Graph;
import social.roost.timeline.FamousFeed;
import social.roost.tweet.Tweets;
import social.roost.user.Sessions;
import social.roost.user.TokenHash;
import social.roost.user.Users;

/** What this process keeps in memory of stores that other processes write to: brought up to date by their events. */
record NearCaches(Sessions sessions, Users users, Graph graph, Blocks blocks, Tweets tweets, FamousFeed famous)
        implements EventConsumer {

    @Override
    public void consume(Event event) {
        switch (event) {
            case Event.SessionEnded(long _, long _, String tokenHash) -> sessions.forget(new TokenHash(tokenHash));
            case Event.UserUpdated(long user) -> users.forget(user);
            case Event.Followed(long follower, long followee) -> edge(follower, followee);
            case Event.Unfollowed(long follower, long followee) -> edge(follower, followee);
            case Event.Blocked(long user, long other) -> block(user, other);
            case Event.Unblocked(long user, long other) -> block(user, other);
            case Event.Muted(long user, long _) -> blocks.forget(user);
            case Event.Unmuted(long user, long _) -> blocks.forget(user);
            case Event.TweetPosted(long tweet, long author) -> {
                tweets.appeared(tweet);
                users.forget(author);
            }
            case Event.TweetDeleted(long tweet, long author) -> {
                tweets.forget(tweet);
                users.forget(author);
            }
            case Event.UserRegistered _,
                    Event.FameGained _,
                    Event.FameLost _,
                    Event.PullEnded _,
                    Event.OfEngagements _,
                    Event.FanOutPart _ -> {}
        }
        famous.consume(event);
    }

    private void edge(long follower, long followee) {
        graph.changed(follower, followee);
        users.forget(follower);
        users.forget(followee);
    }

    private void block(long user, long other) {
        blocks.forget(user);
        blocks.forget(other);
    }
}
