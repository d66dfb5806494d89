package social.roost.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import social.roost.http.Request;
import social.roost.http.Response;
import social.roost.http.Route;
import social.roost.http.Route.Access;
import social.roost.timeline.MarkedTweets;
import social.roost.tweet.Counts;
import social.roost.tweet.Engagements;
import social.roost.tweet.Mark;
import social.roost.tweet.Retweets;
import social.roost.tweet.StoredTweet;
import social.roost.tweet.Viewers;

/** Like, retweet and bookmark a tweet, undo each, and list one's bookmarks. */
public final class EngagementRoutes {
    private final Engagements engagements;
    private final Retweets retweets;
    private final MarkedTweets marked;
    private final Viewers viewers;

    public EngagementRoutes(Engagements engagements, Retweets retweets, MarkedTweets marked, Viewers viewers) {
        this.engagements = engagements;
        this.retweets = retweets;
        this.marked = marked;
        this.viewers = viewers;
    }

    public List<Route> routes() {
        return List.of(
                Route.put("/api/roost/v1/tweets/{id}/like", Access.LOGGED_IN, this::like)
                        .in("engage"),
                Route.delete("/api/roost/v1/tweets/{id}/like", Access.LOGGED_IN, this::unlike)
                        .in("engage"),
                Route.put("/api/roost/v1/tweets/{id}/retweet", Access.LOGGED_IN, this::retweet)
                        .in("engage"),
                Route.delete("/api/roost/v1/tweets/{id}/retweet", Access.LOGGED_IN, this::undoRetweet)
                        .in("engage"),
                Route.put("/api/roost/v1/tweets/{id}/bookmark", Access.LOGGED_IN, this::bookmark)
                        .in("engage"),
                Route.delete("/api/roost/v1/tweets/{id}/bookmark", Access.LOGGED_IN, this::removeBookmark)
                        .in("engage"),
                Route.get("/api/roost/v1/bookmarks", Access.LOGGED_IN, this::bookmarks));
    }

    private Response like(Request request) {
        return Engagement.liked(engagements.add(Mark.LIKE, me(request), tweetId(request)), true);
    }

    private Response unlike(Request request) {
        return Engagement.liked(engagements.remove(Mark.LIKE, me(request), tweetId(request)), false);
    }

    private Response retweet(Request request) {
        return Engagement.retweeted(retweets.retweet(me(request), tweetId(request)), true);
    }

    private Response undoRetweet(Request request) {
        return Engagement.retweeted(retweets.undo(me(request), tweetId(request)), false);
    }

    private Response bookmark(Request request) {
        return Engagement.bookmarked(engagements.add(Mark.BOOKMARK, me(request), tweetId(request)), true);
    }

    private Response removeBookmark(Request request) {
        return Engagement.bookmarked(engagements.remove(Mark.BOOKMARK, me(request), tweetId(request)), false);
    }

    private Response bookmarks(Request request) {
        return Response.encoded(200, TweetPageJson.page(marked.bookmarks(viewers.of(me(request)), request.page())));
    }

    private static long me(Request request) {
        return request.caller().userId();
    }

    private static long tweetId(Request request) {
        return request.pathId(0, "tweet");
    }

    /** The JSON of an action on a tweet: exactly one of the three is present. */
    private record Engagement(
            String tweetId,
            @Nullable Boolean liked,
            @Nullable Boolean retweeted,
            @Nullable Boolean bookmarked,
            Counts counts) {

        static Response liked(StoredTweet tweet, boolean now) {
            return Response.data(200, new Engagement(Long.toString(tweet.id()), now, null, null, tweet.counts()));
        }

        static Response retweeted(StoredTweet tweet, boolean now) {
            return Response.data(200, new Engagement(Long.toString(tweet.id()), null, now, null, tweet.counts()));
        }

        static Response bookmarked(StoredTweet tweet, boolean now) {
            return Response.data(200, new Engagement(Long.toString(tweet.id()), null, null, now, tweet.counts()));
        }
    }
}
