package social.roost.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import social.roost.base.trace.Activity;
import social.roost.event.Event;
import social.roost.event.EventLog;
import social.roost.event.StreamConsumer;
import social.roost.graph.FollowListener;
import social.roost.graph.Graph;
import social.roost.timeline.TimelineStore.Slice;
import social.roost.tweet.Tweet;
import social.roost.tweet.TweetListener;
import social.roost.tweet.TweetStore;

/**
 * Pushes the tweets of authors who are not famous to their followers' home timelines. Every step is idempotent. A tweet
 * of an author with many followers is split into parts that all workers share.
 *
 * <p>What the acting user must see at once, the own tweet or the tweets of a user just followed, is delivered before
 * the response as well as by the event.
 *
 * <p>{@code Followed} is delivered once the edge can be read. So a reader who follows an author while a tweet is being
 * delivered gets it: either the edge exists when the followers are read, or the tweet is stored when the new follower's
 * timeline is merged.
 */
public final class FanOut
        implements StreamConsumer.OfTweets,
                StreamConsumer.OfFanOut,
                StreamConsumer.OfGraph,
                TweetListener,
                FollowListener {
    private static final int PARTS_AT_ONCE = 100;

    private final TimelineStore timelines;
    private final TweetStore tweets;
    private final Graph graph;
    private final FanOutPolicy policy;
    private final EventLog events;
    private final TimelineSettings settings;
    private final LongAdder pushed = new LongAdder();

    public FanOut(
            TimelineStore timelines,
            TweetStore tweets,
            Graph graph,
            FanOutPolicy policy,
            EventLog events,
            TimelineSettings settings) {
        this.timelines = timelines;
        this.tweets = tweets;
        this.graph = graph;
        this.policy = policy;
        this.events = events;
        this.settings = settings;
    }

    @Override
    public void consume(Event.OfTweets event) {
        switch (event) {
            case Event.TweetPosted(long tweet, long author) -> deliver(tweet, author);
            case Event.TweetDeleted(long tweet, long author) -> remove(tweet, author);
            default -> {}
        }
    }

    @Override
    public void consume(Event.OfFanOut event) {
        switch (event) {
            case Event.FanOutPart(long tweet, long author, long first, long last) ->
                forFollowers(author, first - 1, last, readers -> push(tweet, readers));
            default -> {}
        }
    }

    @Override
    public void consume(Event.OfGraph event) {
        switch (event) {
            case Event.Followed(long follower, long followee) -> followed(follower, followee);
            case Event.FameLost(long author) -> pushAgain(author);
            default -> {}
        }
    }

    @Override
    public void posted(Tweet tweet) {
        push(tweet.id(), new long[] {tweet.authorId()});
    }

    @Override
    public void followed(long followerId, long followeeId) {
        if (policy.pushesToNewFollowers(followeeId)) {
            Slice recent = recent(followeeId);
            timelines.merge(followerId, recent.ids(), recent.floor());
        }
    }

    private void deliver(long tweetId, long authorId) {
        push(tweetId, new long[] {authorId});
        if (policy.pushes(authorId)) {
            long[] readers = graph.followers(authorId, 0, Long.MAX_VALUE, settings.batch());
            push(tweetId, readers);
            if (readers.length == settings.batch()) {
                share(tweetId, authorId, readers[readers.length - 1]);
            }
        }
    }

    /** Appends parts for the followers above this id. */
    private void share(long tweetId, long authorId, long after) {
        List<Event> parts = new ArrayList<>();
        forFollowers(authorId, after, Long.MAX_VALUE, readers -> {
            parts.add(new Event.FanOutPart(tweetId, authorId, readers[0], readers[readers.length - 1]));
            if (parts.size() == PARTS_AT_ONCE) {
                events.append(parts);
                parts.clear();
            }
        });
        events.append(parts);
    }

    /** Pushes of tweets to timelines by this process so far, whether or not the timelines exist. */
    public long pushed() {
        return pushed.sum();
    }

    private void push(long tweetId, long[] readers) {
        pushed.add(readers.length);
        Activity.step("push to timelines", readers.length, () -> timelines.push(tweetId, readers, 0, readers.length));
    }

    private void remove(long tweetId, long authorId) {
        timelines.remove(tweetId, new long[] {authorId});
        if (policy.pushes(authorId)) {
            forFollowers(authorId, 0, Long.MAX_VALUE, readers -> timelines.remove(tweetId, readers));
        }
    }

    /**
     * The followers' timelines lack what was posted while the author was famous; once it is merged, pulling may end.
     */
    private void pushAgain(long authorId) {
        Slice recent = recent(authorId);
        forFollowers(authorId, 0, Long.MAX_VALUE, readers -> {
            for (long reader : readers) {
                timelines.merge(reader, recent.ids(), recent.floor());
            }
        });
        events.append(List.of(new Event.PullEnded(authorId)));
    }

    /** In batches, followers with ids above {@code after} up to {@code last}. */
    private void forFollowers(long authorId, long after, long last, Consumer<long[]> action) {
        long[] readers = graph.followers(authorId, after, last, settings.batch());
        while (readers.length > 0) {
            action.accept(readers);
            readers = graph.followers(authorId, readers[readers.length - 1], last, settings.batch());
        }
    }

    private Slice recent(long authorId) {
        return Pulled.newest(tweets, new long[] {authorId}, settings.maximumEntries());
    }
}
