package social.roost.app;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.api.Capability;
import social.roost.api.TrendRoutes;
import social.roost.base.UnavailableException;
import social.roost.event.EventLog;
import social.roost.http.Route;
import social.roost.trend.TopicalTweets;
import social.roost.trend.TrendBoard;
import social.roost.trend.TrendFeed;
import social.roost.trend.TrendObserver;
import social.roost.trend.Trends;

/** Observes what trends are detected from, and lists them. */
final class TrendFeature implements Feature {
    private static final Logger LOG = LoggerFactory.getLogger(TrendFeature.class);
    private static final String GROUP = "trends";
    private static final int TICK_MILLIS = 1_000;

    private final TrendBoard board;
    private final Trends trends;
    private final TrendObserver observer;
    private final @Nullable TrendFeed feed;
    private final LiveFeature live;
    private final InstantSource clock;
    private final EventLog events;
    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("trends").daemon().factory());

    private volatile boolean observes;
    private long seen;
    private long announced;

    TrendFeature(Stores stores, UserFeature users, TweetFeature tweets, LiveFeature live) {
        this.live = live;
        clock = stores.infrastructure().clock();
        events = stores.infrastructure().events();
        Stores.OfTrends own = stores.trends();
        board = own.board();
        long oldest = TopicalTweets.oldestAccountAt(stores.users().accounts(), clock);
        TopicalTweets topical = new TopicalTweets(own.choices(), users.suspensions, oldest);
        observer = new TrendObserver(topical, stores.tweets().posts(), own.observations(), clock);
        feed = own.past() == null ? null : new TrendFeed(observer, own.past(), clock);
        trends = new Trends(board, own.choices(), own.hidden(), tweets.viewers, tweets.tweets, clock);
    }

    /** Whether all events before are observed. */
    boolean isCurrent() {
        return feed == null ? events.lag(GROUP) == 0 : feed.isFollowing();
    }

    Trends trends() {
        return trends;
    }

    @Override
    public List<Route> routes(Role role) {
        return role == Role.TRENDS ? new TrendRoutes(trends).routes() : List.of();
    }

    @Override
    public List<Capability> capabilities() {
        return List.of(new Capability("trends", board::isDetecting));
    }

    @Override
    public List<Route> operatorRoutes() {
        return new TopicOperatorRoutes(trends).routes();
    }

    @Override
    public List<ConsumerGroup> consumerGroups() {
        return List.of(new ConsumerGroup(GROUP, Role.TRENDS, feed == null ? observer : feed));
    }

    @Override
    public void lookUp() {
        trends.lookUp();
    }

    @Override
    public List<Runnable> startTasks(Set<Role> roles) {
        return List.of(() -> start(roles.contains(Role.TRENDS)));
    }

    /** Ticks on a thread of its own, because the time of trends must not wait for other tasks. */
    private void start(boolean withRole) {
        observes = withRole;
        if (withRole && feed != null) {
            feed.start();
        }
        var _ = ticker.scheduleWithFixedDelay(this::tickSafely, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void tickSafely() {
        try {
            tick();
        } catch (RuntimeException e) {
            LOG.warn("A tick of trends failed; will retry", e);
        }
    }

    /**
     * Completes the last minute, and tells streams of changes: one tick later, so that the processes that list trends
     * have noticed the change, too.
     */
    synchronized void tick() {
        if (observes) {
            tickObserver();
        }
        long version = trends.version();
        if (version == seen && version != announced) {
            announced = version;
            live.streams.trendsChanged();
        }
        seen = version;
    }

    private void tickObserver() {
        try {
            long now = clock.millis();
            if (isCurrent()) {
                observer.tick(now);
            }
        } catch (UnavailableException e) {
            LOG.debug("The time of trends stands still: {}", e.getMessage());
        }
    }

    @Override
    public void close() {
        List<Runnable> _ = ticker.shutdownNow();
        ticker.close();
        if (feed != null) {
            feed.close();
        }
    }

    @Override
    public void measure(MeterRegistry registry) {
        var _ = Gauge.builder("roost.trends.detecting", board, each -> each.isDetecting() ? 1 : 0)
                .description("1 if trends are detected, 0 if there is no job in Flink")
                .register(registry);
    }
}
