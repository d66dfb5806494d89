package social.roost.app;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.roost.api.TrendRoutes;
import social.roost.base.Scan;
import social.roost.base.Snowflake;
import social.roost.event.EventConsumer;
import social.roost.http.Route;
import social.roost.trend.DetectedTrends;
import social.roost.trend.TopicalTweets;
import social.roost.trend.TrendDetector;
import social.roost.trend.TrendFeed;
import social.roost.trend.Trends;
import social.roost.trend.TweetsSince;
import social.roost.user.UserStore;

/** Detects trends in this process, and lists them. A cluster does not have them yet. */
final class TrendFeature implements Feature {
    private static final Duration BETWEEN_TICKS = Duration.ofSeconds(1);

    private final @Nullable Trends trends;
    private final @Nullable TrendFeed feed;
    private final LiveFeature live;
    private long announced;

    TrendFeature(Stores stores, UserFeature users, TweetFeature tweets, LiveFeature live) {
        this.live = live;
        InstantSource clock = stores.infrastructure().clock();
        TweetsSince past = stores.trends().past();
        if (past == null) {
            trends = null;
            feed = null;
            return;
        }
        long oldest = oldestAccountAt(stores.users().accounts(), clock);
        long pastBegins = clock.millis() - TrendFeed.PAST.toMillis();
        long completeSince = oldest > pastBegins ? 0 : pastBegins;
        DetectedTrends detected = new DetectedTrends(new TrendDetector(completeSince));
        Stores.OfTrends chosen = stores.trends();
        TopicalTweets topical = new TopicalTweets(chosen.choices(), users.suspensions, oldest);
        feed = new TrendFeed(detected, topical, past, stores.tweets().posts(), clock);
        trends = new Trends(detected, chosen.choices(), chosen.hidden(), tweets.viewers, tweets.tweets, clock);
    }

    private static long oldestAccountAt(UserStore users, InstantSource clock) {
        return users.scan(Scan.START, 2).items().stream()
                .mapToLong(user -> Snowflake.millis(user.id()))
                .min()
                .orElse(clock.millis());
    }

    /** Whether the past has been read. */
    boolean isComplete() {
        return feed == null || feed.isFollowing();
    }

    /** @throws NullPointerException if this server has none */
    Trends trends() {
        return Objects.requireNonNull(trends);
    }

    @Override
    public List<Route> routes(Role role) {
        return role == Role.TRENDS ? new TrendRoutes(trends).routes() : List.of();
    }

    @Override
    public List<Route> operatorRoutes() {
        return trends == null ? List.of() : new TopicOperatorRoutes(trends).routes();
    }

    @Override
    public List<EventConsumer> followers() {
        return feed == null ? List.of() : List.of(feed);
    }

    @Override
    public void lookUp() {
        if (trends != null) {
            trends.lookUp();
        }
    }

    @Override
    public List<Runnable> startTasks(Set<Role> roles) {
        return feed == null || !roles.contains(Role.TRENDS) ? List.of() : List.of(() -> start(feed));
    }

    /** Reading the past takes a while, and other tasks wait for this thread. */
    private static void start(TrendFeed feed) {
        Thread _ = Thread.ofVirtual().name("trends-past").start(feed::start);
    }

    @Override
    public List<ScheduledTask> scheduledTasks() {
        return trends == null ? List.of() : List.of(new ScheduledTask(BETWEEN_TICKS, this::tick));
    }

    /** Completes the last minute, and tells streams of changes. */
    void tick() {
        if (feed != null) {
            feed.tick();
        }
        long version = trends().version();
        if (version != announced) {
            announced = version;
            live.streams.trendsChanged();
        }
    }
}
