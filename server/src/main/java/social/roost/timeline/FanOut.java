package social.roost.timeline;

import social.roost.event.Event;
import social.roost.event.EventConsumer;
import social.roost.graph.FollowListener;
import social.roost.graph.Graph;
import social.roost.timeline.TimelineStore.Slice;
import social.roost.tweet.Tweet;
import social.roost.tweet.TweetListener;
import social.roost.tweet.TweetStore;

/**
 * Delivers tweets to home timelines: an ordinary author's to each follower's, a famous author's to the one list that readers
 * pull from. Every step may be repeated.
 *
 * <p>What the person who acted must see at once, the own tweet or the tweets of someone just followed, is delivered before the
 * answer as well as by the event.
 */
public final class FanOut implements EventConsumer, TweetListener, FollowListener {
    private final TimelineStore timelines;
    private final FamousTweets famousTweets;
    private final FamousAuthors famous;
    private final TweetStore tweets;
    private final Graph graph;
    private final TimelineSettings settings;

    public FanOut(
            TimelineStore timelines,
            FamousTweets famousTweets,
            FamousAuthors famous,
            TweetStore tweets,
            Graph graph,
            TimelineSettings settings) {
        this.timelines = timelines;
        this.famousTweets = famousTweets;
        this.famous = famous;
        this.tweets = tweets;
        this.graph = graph;
        this.settings = settings;
    }

    @Override
    public void consume(Event event) {
        switch (event) {
            case Event.TweetPosted(long tweet, long author) -> deliver(tweet, author);
            case Event.TweetDeleted(long tweet, long author) -> remove(tweet, author);
            case Event.Followed(long follower, long followee) -> followed(follower, followee);
            case Event.FameGained(long author) -> famous.add(author);
            case Event.FameLost(long author) -> pushAgain(author);
            case Event.Unfollowed _,
                    Event.UserRegistered _,
                    Event.UserUpdated _,
                    Event.SessionEnded _,
                    Event.PullEnded _,
                    Event.FanOutPart _ -> {}
        }
    }

    @Override
    public void posted(Tweet tweet) {
        famousTweets.add(tweet.authorId(), tweet.id());
        timelines.push(tweet.id(), new long[] {tweet.authorId()}, 0, 1);
    }

    @Override
    public void followed(long followerId, long followeeId) {
        if (!famous.contains(followeeId)) {
            Slice recent = recent(followeeId);
            timelines.merge(followerId, recent.ids(), recent.floor());
        }
    }

    private void deliver(long tweetId, long authorId) {
        famousTweets.add(authorId, tweetId);
        timelines.push(tweetId, new long[] {authorId}, 0, 1);
        if (!famous.contains(authorId)) {
            push(tweetId, graph.followers(authorId));
        }
    }

    private void push(long tweetId, long[] readers) {
        for (int from = 0; from < readers.length; from += settings.batch()) {
            timelines.push(tweetId, readers, from, Math.min(readers.length, from + settings.batch()));
        }
    }

    private void remove(long tweetId, long authorId) {
        famousTweets.remove(authorId, tweetId);
        timelines.remove(tweetId, new long[] {authorId});
        if (!famous.contains(authorId)) {
            timelines.remove(tweetId, graph.followers(authorId));
        }
    }

    /**
     * The followers' timelines lack what was posted while the author was famous. They get it before pulling ends, and once
     * more after it: a timeline rebuilt in between left the author out, as one who is pulled.
     */
    private void pushAgain(long authorId) {
        mergeIntoFollowers(authorId);
        famous.remove(authorId);
        mergeIntoFollowers(authorId);
    }

    private void mergeIntoFollowers(long authorId) {
        Slice recent = recent(authorId);
        for (long follower : graph.followers(authorId)) {
            timelines.merge(follower, recent.ids(), recent.floor());
        }
    }

    private Slice recent(long authorId) {
        return Pulled.newest(tweets, new long[] {authorId}, settings.maximumEntries());
    }
}
