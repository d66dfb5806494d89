package social.roost.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.roost.driver.sqlite.SqliteDatabase;
import social.roost.driver.sqlite.SqliteSettings;
import social.roost.event.Await;
import social.roost.event.Event;
import social.roost.event.EventLog;
import social.roost.event.sql.SqlEventLog;
import social.roost.event.sql.SqlEventLogSettings;
import social.roost.graph.Fame;
import social.roost.graph.Graph;
import social.roost.graph.sql.SqlGraphStore;
import social.roost.timeline.memory.MemoryTimelineStore;
import social.roost.tweet.References;
import social.roost.tweet.Tweet;
import social.roost.tweet.Visibility;
import social.roost.tweet.sql.SqlTweetStore;
import social.roost.tweet.text.Entities;

/** What a reader sees who comes back while an author stops being famous (B3). */
final class FameLostTest {
    private static final long AUTHOR = 1;
    private static final long READER = 2;
    private static final long TWEET = 77;
    private static final int ENTRIES = 10;

    private static final TimelineSettings SETTINGS =
            new TimelineSettings(ENTRIES, Duration.ofDays(3), 1000, Duration.ofSeconds(10), true);

    private final FamousAuthors famous = new FamousAuthors(false);
    private final AtomicBoolean readOnce = new AtomicBoolean();

    @TempDir
    private Path folder;

    private SqliteDatabase database;
    private SqlEventLog events;
    private EventLog.Subscription feed;
    private FanOut fanOut;
    private PushedTweets pushed;

    @BeforeEach
    void anAuthorIsFamousAndHasAFollowerAndATweet() {
        database = SqliteDatabase.open(folder.resolve("roost.db"), SqliteSettings.defaults());
        events = new SqlEventLog(database, SqlEventLogSettings.defaults());
        SqlGraphStore edges = new SqlGraphStore(database, events, new Fame(10, 9));
        SqlTweetStore tweets = new SqlTweetStore(database, events);
        assertThat(edges.follow(READER, AUTHOR, 1)).isTrue();
        var _ = tweets.post(
                new Tweet(TWEET, AUTHOR, "hello", Entities.NONE, References.NONE, TWEET, Visibility.PUBLIC), null);
        famous.add(AUTHOR);

        Graph graph = new Graph(edges, 1 << 20, false);
        TimelineStore timelines =
                readAfterMerge(new MemoryTimelineStore(ENTRIES, Duration.ofDays(3), 1 << 20, InstantSource.system()));
        pushed = new PushedTweets(timelines, tweets, graph, ENTRIES);
        FanOutPolicy policy = new FanOutPolicy(edges, new Fame(10, 9), famous);
        feed = events.follow(new FamousFeed(famous, new FamousTweets(tweets, ENTRIES, 1 << 20), policy));
        fanOut = new FanOut(timelines, tweets, graph, policy, events, SETTINGS);
    }

    @AfterEach
    void close() {
        feed.close();
        events.close();
        database.close();
    }

    @Test
    void aTimelineRebuiltAfterTheFollowersGotTheTweetsHasThemAsWellB3() throws InterruptedException {
        fanOut.consume(new Event.FameLost(AUTHOR));
        assertThat(readOnce).isTrue();
        Await.until(() -> !famous.contains(AUTHOR));
        assertThat(pushed.older(READER, Long.MAX_VALUE, ENTRIES).ids()).containsExactly(TWEET);
    }

    /**
     * The store, with a reader who comes back just after the first merge into the missing timeline has done nothing.
     */
    private TimelineStore readAfterMerge(TimelineStore store) {
        return (TimelineStore) Proxy.newProxyInstance(
                TimelineStore.class.getClassLoader(),
                new Class<?>[] {TimelineStore.class},
                (proxy, method, arguments) -> {
                    try {
                        Object result = method.invoke(store, arguments);
                        if (method.getName().equals("merge") && readOnce.compareAndSet(false, true)) {
                            assertThat(famous.contains(AUTHOR))
                                    .as("still pulled")
                                    .isTrue();
                            var _ = pushed.older(READER, Long.MAX_VALUE, ENTRIES);
                        }
                        return result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
