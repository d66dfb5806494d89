package social.roost.app;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import social.roost.analytics.AnalyticsStore;
import social.roost.analytics.EngagementCounting;
import social.roost.analytics.Impressions;
import social.roost.analytics.TweetAnalytics;
import social.roost.api.AnalyticsRoutes;
import social.roost.base.UnavailableException;
import social.roost.event.EventLog;
import social.roost.http.Route;
import social.roost.ranking.SeenRecording;
import social.roost.tweet.CurrentState;

/** How often tweets are seen and what viewers do with them, for their authors. */
final class AnalyticsFeature implements Feature {
    private static final String GROUP = "analytics";

    private final Impressions impressions;
    private final TweetAnalytics analytics;
    private final EngagementCounting counting;
    private final AnalyticsStore store;
    private final EventLog events;
    private final InstantSource clock;

    /** Whether this process counts, rather than one with another role. */
    private volatile boolean counts;

    /** In milliseconds since 1970; 0 if unknown. */
    private volatile long completeAt;

    AnalyticsFeature(Stores stores, UserFeature users, TweetFeature tweets) {
        store = stores.analytics();
        events = stores.infrastructure().events();
        clock = stores.infrastructure().clock();
        SeenRecording seen =
                new SeenRecording(stores.ranking().signals(), stores.ranking().seen());
        impressions = new Impressions(store, tweets.tweets, tweets.viewers, seen, clock);
        analytics = new TweetAnalytics(store, tweets.tweets, clock, () -> completeAt);
        CurrentState state = new CurrentState(
                stores.tweets().posts(),
                stores.tweets().engagements(),
                stores.graph().follows());
        counting = new EngagementCounting(store, state, users.suspensions, clock);
    }

    @Override
    public List<Route> routes(Role role) {
        return role == Role.TWEETS ? new AnalyticsRoutes(impressions, analytics).routes() : List.of();
    }

    @Override
    public List<ConsumerGroup> consumerGroups() {
        return List.of(new ConsumerGroup(GROUP, Role.TWEETS, counting));
    }

    @Override
    public List<Runnable> startTasks(Set<Role> roles) {
        return roles.contains(Role.TWEETS) ? List.of(() -> counts = true) : List.of();
    }

    @Override
    public List<ScheduledTask> scheduledTasks() {
        return List.of(
                new ScheduledTask(Duration.ofSeconds(1), this::lookAtLag),
                new ScheduledTask(Duration.ofMinutes(1), this::tidy));
    }

    /** Under load there is a lag most of the time, so it is looked at often. */
    private void lookAtLag() {
        if (!counts) {
            return;
        }
        long now = clock.millis();
        try {
            if (events.lag(GROUP) == 0) {
                completeAt = now;
            }
        } catch (UnavailableException _) {
            // Then the counts stay complete as of the last time.
        }
    }

    private void tidy() {
        if (counts) {
            store.tidy(clock.millis());
        }
    }
}
