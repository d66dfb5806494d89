package social.roost.app;

import java.util.List;
import social.roost.api.TimelineRoutes;
import social.roost.http.Route;
import social.roost.timeline.HomeAuthors;
import social.roost.timeline.HomeTimeline;
import social.roost.timeline.ListTimeline;
import social.roost.timeline.PublicTimeline;
import social.roost.timeline.PushedTweets;
import social.roost.timeline.Settled;
import social.roost.timeline.TimelineReader;
import social.roost.timeline.UserTimeline;
import social.roost.tweet.TweetStore;

/** The read side of timelines. */
final class TimelineFeature implements Feature {
    final PushedTweets pushed;
    final HomeTimeline home;
    final ListTimeline listTimeline;

    private final UserTimeline userTimeline;
    private final PublicTimeline publicTimeline;
    private final TweetFeature tweets;

    TimelineFeature(
            Config config,
            Stores stores,
            GraphFeature graph,
            ListFeature lists,
            FanOutFeature fanOut,
            TweetFeature tweets) {
        this.tweets = tweets;
        TweetStore posts = stores.tweets().posts();
        pushed = new PushedTweets(
                stores.timelines(), posts, graph.graph, config.timelines().maximumEntries());
        TimelineReader reader =
                new TimelineReader(new Settled(stores.infrastructure().ids(), config.timelines(), System::nanoTime));
        HomeAuthors authors = new HomeAuthors(graph.graph, lists.lists);
        home = new HomeTimeline(pushed, fanOut.feed, posts, authors, tweets.hydration, reader);
        listTimeline = new ListTimeline(lists.lists, fanOut.recent, graph.graph, tweets.hydration, reader);
        userTimeline =
                new UserTimeline(posts, tweets.users.users, tweets.access, tweets.hydration, tweets.pins, reader);
        publicTimeline = new PublicTimeline(stores.tweets().recent(), tweets.hydration, reader, config.timelines());
    }

    @Override
    public List<Route> routes(Role role) {
        return role == Role.TIMELINES
                ? new TimelineRoutes(listTimeline, userTimeline, publicTimeline, tweets.marked, tweets.viewers).routes()
                : List.of();
    }
}
