package social.roost.timeline;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import social.roost.base.Snowflake;
import social.roost.event.Event;
import social.roost.event.sql.SqlEventLog;
import social.roost.event.sql.SqliteStage;
import social.roost.graph.Blocks;
import social.roost.graph.Fame;
import social.roost.graph.Graph;
import social.roost.graph.sql.SqlBlockStore;
import social.roost.graph.sql.SqlGraphStore;
import social.roost.link.LinkCards;
import social.roost.list.Lists;
import social.roost.list.sql.SqlListStore;
import social.roost.media.MediaLibrary;
import social.roost.media.sql.SqlMediaStore;
import social.roost.timeline.memory.MemoryTimelineStore;
import social.roost.tweet.MutedTexts;
import social.roost.tweet.Polls;
import social.roost.tweet.References;
import social.roost.tweet.Tweet;
import social.roost.tweet.Tweets;
import social.roost.tweet.Viewer;
import social.roost.tweet.ViewerMarks;
import social.roost.tweet.Viewers;
import social.roost.tweet.Visibility;
import social.roost.tweet.sql.SqlEngagementStore;
import social.roost.tweet.sql.SqlPollStore;
import social.roost.tweet.sql.SqlTweetStore;
import social.roost.tweet.text.Entities;
import social.roost.user.NewAccount;
import social.roost.user.Suspensions;
import social.roost.user.User;
import social.roost.user.Users;
import social.roost.user.sql.SqlUserStore;
import social.roost.view.Hydration;
import social.roost.view.PageItem;
import social.roost.view.TweetPage;

/**
 * Home timelines on a SQLite file. Every action here is consumed before it returns, so nothing has to be awaited.
 * Three followers make an author famous.
 */
public final class HomeStage implements AutoCloseable {
    /** The entries kept for each timeline and for each famous author. */
    public static final int ENTRIES = 10;

    private static final TimelineSettings SETTINGS =
            new TimelineSettings(ENTRIES, Duration.ofDays(3), 1_000, Duration.ofSeconds(10), true);
    private static final Fame FAME = new Fame(3, 2);
    private static final long[] FANS = {101, 102, 103};
    private static final long BYTES = 1 << 20;

    private final SqliteStage stage;
    private final SqlGraphStore follows;
    private final SqlBlockStore screens;
    private final SqlUserStore accounts;
    private final SqlTweetStore posts;
    private final Graph graph;
    private final Blocks blocks;
    private final Suspensions suspensions;
    private final Tweets tweets;
    private final MemoryTimelineStore timelines =
            new MemoryTimelineStore(ENTRIES, SETTINGS.activeTime(), BYTES, InstantSource.system());
    private final FamousFeed feed;
    private final FanOut fanOut;
    private final HomeTimeline home;
    private final AtomicLong nanoseconds = new AtomicLong();

    public HomeStage(Path folder) {
        stage = new SqliteStage(folder);
        SqlEventLog events = stage.events();
        follows = new SqlGraphStore(stage.database(), events, FAME);
        screens = new SqlBlockStore(stage.database(), events);
        accounts = new SqlUserStore(stage.database(), events);
        posts = new SqlTweetStore(stage.database(), events);
        SqlEngagementStore engagements = new SqlEngagementStore(stage.database(), events);
        graph = new Graph(follows, BYTES, false);
        suspensions = new Suspensions(accounts);
        blocks = new Blocks(screens, suspensions, InstantSource.system(), BYTES);
        tweets = new Tweets(posts, engagements, BYTES);
        FamousAuthors famous = new FamousAuthors(false);
        FanOutPolicy policy = new FanOutPolicy(follows, FAME, famous);
        feed = new FamousFeed(famous, new FamousTweets(posts, ENTRIES, BYTES), policy);
        fanOut = new FanOut(timelines, posts, graph, policy, events, SETTINGS);
        SqlListStore lists = new SqlListStore(stage.database(), events);
        Snowflake ids = new Snowflake(0, InstantSource.system());
        home = new HomeTimeline(
                new PushedTweets(timelines, posts, graph, ENTRIES),
                feed,
                posts,
                new HomeAuthors(graph, new Lists(lists, new Users(accounts, _ -> Map.of(), BYTES), blocks, BYTES)),
                new Hydration(
                        tweets,
                        new Users(accounts, _ -> Map.of(), BYTES),
                        new ViewerMarks(posts, engagements, BYTES),
                        new MediaLibrary(new SqlMediaStore(stage.database(), stage.events()), "", BYTES),
                        LinkCards.none(),
                        new Polls(new SqlPollStore(stage.database()), InstantSource.system())),
                new TimelineReader(new Settled(ids, SETTINGS, nanoseconds::get)));
    }

    public HomeTimeline home() {
        return home;
    }

    public Viewer viewer(long userId) {
        return new Viewers(blocks, MutedTexts.NONE).of(userId);
    }

    public void post(long id, long author) {
        post(id, author, References.NONE);
    }

    public void reply(long id, long author, long tweet, long tweetAuthor) {
        post(id, author, new References(tweet, tweetAuthor, null, null));
    }

    public void quote(long id, long author, long tweet) {
        post(id, author, new References(null, null, tweet, null));
    }

    private void post(long id, long author, References references) {
        post(new Tweet(id, author, "tweet " + id, Entities.NONE, references, id, Visibility.PUBLIC));
    }

    public void retweet(long id, long author, long original) {
        post(Tweet.retweet(id, author, original));
    }

    private void post(Tweet tweet) {
        var _ = posts.post(tweet, null);
        consume(new Event.TweetPosted(tweet.id(), tweet.authorId()));
    }

    public void delete(long id, long author) {
        posts.delete(id, 1);
        tweets.changed(id);
        consume(new Event.TweetDeleted(id, author));
    }

    private void consume(Event.OfTweets event) {
        feed.consume(event);
        fanOut.consume(event);
    }

    public void follow(long follower, long followee) {
        var _ = follows.follow(follower, followee, 1);
        graph.changed(follower, followee);
        fanOut.consume(new Event.Followed(follower, followee));
    }

    public void unfollow(long follower, long followee) {
        follows.unfollow(follower, followee);
        graph.changed(follower, followee);
    }

    public void makeFamous(long author) {
        LongStream.of(FANS).forEach(fan -> follow(fan, author));
        fameIsKnown(author);
    }

    /** From now on, readers pull the tweets of an author with enough followers. */
    public void fameIsKnown(long author) {
        feed.consume(new Event.FameGained(author));
    }

    /** As long as only one other user follows the author. */
    public void loseFame(long author) {
        LongStream.of(FANS).forEach(fan -> unfollow(fan, author));
        fanOut.consume(new Event.FameLost(author));
        feed.consume(new Event.PullEnded(author));
    }

    public void block(long user, long other) {
        screens.block(user, other, 1);
        blocks.forget(user);
        blocks.forget(other);
    }

    public void mute(long user, long other) {
        screens.mute(user, other, 1, Long.MAX_VALUE);
        blocks.forget(user);
    }

    public void suspend(long user) {
        var _ = accounts.createAll(
                List.of(new NewAccount(User.named(user, "user_" + user, ""), user + "@example.org", null)));
        var _ = accounts.suspend(user, 1);
        suspensions.lookUp();
    }

    /** Lets so much time pass that no tweet up to now counts as still being delivered. */
    public void settle(long reader) {
        for (int i = 0; i < 2; i++) {
            var _ = page(reader, Place.NEWEST, 1);
            nanoseconds.addAndGet(SETTINGS.settleTime().toNanos());
        }
    }

    public TweetPage page(long reader, Place place, int limit) {
        return home.read(viewer(reader), place, limit);
    }

    /** The ids of all pages, read downwards. */
    public long[] ids(long reader, int limit) {
        LongStream.Builder ids = LongStream.builder();
        Place place = Place.NEWEST;
        while (place != null) {
            TweetPage page = page(reader, place, limit);
            page.items().forEach(item -> ids.add(item.id()));
            place = page.next() == null ? null : Place.of(page.next());
        }
        return ids.build().toArray();
    }

    /** The ids in the precomputed timeline, which must exist. */
    long[] pushed(long reader) {
        return Objects.requireNonNull(timelines.older(reader, Long.MAX_VALUE, ENTRIES))
                .ids();
    }

    public static long[] ids(TweetPage page) {
        return page.items().stream().mapToLong(PageItem::id).toArray();
    }

    @Override
    public void close() {
        stage.close();
    }
}
