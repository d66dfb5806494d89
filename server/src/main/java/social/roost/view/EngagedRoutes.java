package social.roost.view;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import social.roost.base.Cursor;
import social.roost.base.ListId;
import social.roost.graph.GraphStore.Edge;
import social.roost.graph.UserPages;
import social.roost.http.Request;
import social.roost.http.Response;
import social.roost.http.Route;
import social.roost.http.Route.Access;
import social.roost.tweet.EngagementStore;
import social.roost.tweet.EngagementStore.Marked;
import social.roost.tweet.Mark;
import social.roost.tweet.Reference;
import social.roost.tweet.StoredTweet;
import social.roost.tweet.Tweet;
import social.roost.tweet.TweetAccess;
import social.roost.tweet.TweetStore;

/** Who likes, retweets and quotes a tweet, newest first. */
public final class EngagedRoutes {
    /** No user has this id. */
    private static final long NOBODY = 0;

    private final TweetAccess access;
    private final EngagementStore engagements;
    private final TweetStore tweets;
    private final UserPages users;
    private final Viewers viewers;
    private final Hydration hydration;

    public EngagedRoutes(
            TweetAccess access,
            EngagementStore engagements,
            TweetStore tweets,
            UserPages users,
            Viewers viewers,
            Hydration hydration) {
        this.access = access;
        this.engagements = engagements;
        this.tweets = tweets;
        this.users = users;
        this.viewers = viewers;
        this.hydration = hydration;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/api/roost/v1/tweets/{id}/likes", Access.ANYONE, this::likes),
                Route.get("/api/roost/v1/tweets/{id}/retweets", Access.ANYONE, this::retweets),
                Route.get("/api/roost/v1/tweets/{id}/quotes", Access.ANYONE, this::quotes));
    }

    private Response likes(Request request) {
        long tweetId = require(request).id();
        return users.answer(
                request,
                new ListId("liked-by", tweetId),
                (before, limit) -> engagements.listMarkers(Mark.LIKE, tweetId, marked(before), limit).stream()
                        .map(liker -> new Edge(liker.id(), liker.at()))
                        .toList());
    }

    private static @Nullable Marked marked(@Nullable Edge edge) {
        return edge == null ? null : new Marked(edge.userId(), edge.createdAt());
    }

    private Response retweets(Request request) {
        long tweetId = require(request).id();
        return users.answer(
                request, new ListId("retweeted-by", tweetId), (before, limit) -> retweeters(tweetId, before, limit));
    }

    /**
     * In place of its time each has the id of the retweet, which rises with it. One that was deleted between the two reads
     * keeps its row, since the rows tell whether there are more; its user is nobody then, and does not show.
     */
    private List<Edge> retweeters(long tweetId, @Nullable Edge before, int limit) {
        long below = before == null ? Long.MAX_VALUE : before.createdAt();
        long[] retweets = tweets.referring(Reference.RETWEET, tweetId, below, limit);
        Map<Long, Tweet> found = tweets.find(retweets);
        return Arrays.stream(retweets)
                .mapToObj(id -> {
                    Tweet retweet = found.get(id);
                    return new Edge(retweet == null ? NOBODY : retweet.authorId(), id);
                })
                .toList();
    }

    private Response quotes(Request request) {
        long tweetId = require(request).id();
        Viewer viewer = viewers.of(request);
        int limit = request.limit(50, 100);
        ListId list = new ListId("quotes", tweetId);
        long below = request.cursor(list, 1).map(cursor -> cursor.value(0)).orElse(Long.MAX_VALUE);
        long[] quotes = tweets.referring(Reference.QUOTE, tweetId, below, limit + 1);
        boolean more = quotes.length > limit;
        long[] shown = more ? Arrays.copyOf(quotes, limit) : quotes;
        Cursor next = more ? Cursor.of(shown[limit - 1]).of(list) : null;
        return hydration.page(hydration.load(shown, viewer), viewer, next, null).response();
    }

    private StoredTweet require(Request request) {
        return access.requireOriginal(viewers.of(request).userId(), request.pathId(0, "tweet"));
    }
}
