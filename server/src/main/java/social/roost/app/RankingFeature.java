package social.roost.app;

import java.time.InstantSource;
import java.util.List;
import social.roost.api.FeedbackRoutes;
import social.roost.api.HomeRoutes;
import social.roost.http.Route;
import social.roost.ranking.AnalyticsCache;
import social.roost.ranking.RankedHome;
import social.roost.ranking.SignalRecording;
import social.roost.ranking.Wishes;
import social.roost.tweet.CurrentState;

/** The home timeline in the order that its reader wants, and what readers ask for. */
final class RankingFeature implements Feature {
    private static final String GROUP = "ranking";

    private final AnalyticsCache analytics;
    private final RankedHome home;
    private final Wishes wishes;
    private final SignalRecording recording;
    private final TweetFeature tweets;

    RankingFeature(Stores stores, TimelineFeature timelines, TweetFeature tweets) {
        this.tweets = tweets;
        InstantSource clock = stores.infrastructure().clock();
        Stores.OfRanking ranking = stores.ranking();
        analytics = new AnalyticsCache(stores.analytics(), clock);
        home = new RankedHome(
                timelines.home,
                new RankedHome.Stored(ranking.signals(), ranking.seen(), ranking.orders()),
                analytics,
                clock);
        wishes = new Wishes(ranking.signals(), tweets.access, clock);
        recording = new SignalRecording(
                ranking.signals(),
                new CurrentState(
                        stores.tweets().posts(),
                        stores.tweets().engagements(),
                        stores.graph().follows()),
                clock);
    }

    @Override
    public List<Route> routes(Role role) {
        return switch (role) {
            case TIMELINES -> new HomeRoutes(home, tweets.viewers).routes();
            case TWEETS -> new FeedbackRoutes(wishes).routes();
            default -> List.of();
        };
    }

    @Override
    public List<ConsumerGroup> consumerGroups() {
        return List.of(new ConsumerGroup(GROUP, Role.TIMELINES, recording));
    }

    @Override
    public void close() {
        analytics.close();
    }
}
