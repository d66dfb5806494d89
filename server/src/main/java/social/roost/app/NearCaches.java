package social.roost.app;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.event.Event;
import social.roost.event.EventConsumer;
import social.roost.graph.Graph;
import social.roost.timeline.FamousFeed;
import social.roost.tweet.Tweets;
import social.roost.user.Sessions;
import social.roost.user.TokenHash;
import social.roost.user.Users;

/**
 * What this process keeps in memory of stores that other processes write to: brought up to date by their events.
 *
 * @param shared the caches that all processes share; they must not give back what is forgotten here, so they come first
 */
record NearCaches(Sessions sessions, Users users, Graph graph, Tweets tweets, FamousFeed famous, EventConsumer shared)
        implements EventConsumer {
    private static final Logger LOG = LoggerFactory.getLogger(NearCaches.class);

    @Override
    public void consume(Event event) {
        consumeShared(event);
        switch (event) {
            case Event.SessionEnded(long _, long _, String tokenHash) -> sessions.forget(new TokenHash(tokenHash));
            case Event.UserUpdated(long user) -> users.forget(user);
            case Event.Followed(long follower, long followee) -> edge(follower, followee);
            case Event.Unfollowed(long follower, long followee) -> edge(follower, followee);
            case Event.TweetPosted(long tweet, long author) -> {
                tweets.appeared(tweet);
                users.forget(author);
            }
            case Event.TweetDeleted(long tweet, long author) -> {
                tweets.forget(tweet);
                users.forget(author);
            }
            case Event.CountsChanged(long tweet) -> tweets.forget(tweet);
            case Event.UserRegistered _,
                    Event.FameGained _,
                    Event.FameLost _,
                    Event.PullEnded _,
                    Event.Blocked _,
                    Event.Unblocked _,
                    Event.Muted _,
                    Event.Unmuted _,
                    Event.TweetLiked _,
                    Event.TweetUnliked _,
                    Event.TweetBookmarked _,
                    Event.TweetUnbookmarked _,
                    Event.FanOutPart _ -> {}
        }
        famous.consume(event);
    }

    /** While the shared caches are down nothing is read from them; what they missed they are told by a group of their own. */
    private void consumeShared(Event event) {
        try {
            shared.consume(event);
        } catch (Exception e) {
            LOG.debug("The shared caches were not told of {}", event, e);
        }
    }

    private void edge(long follower, long followee) {
        graph.changed(follower, followee);
        users.forget(follower);
        users.forget(followee);
    }
}
