package social.roost.api;

import java.util.List;
import social.roost.http.Request;
import social.roost.http.Response;
import social.roost.http.Route;
import social.roost.http.Route.Access;
import social.roost.timeline.Quotes;
import social.roost.tweet.TweetEngagers;
import social.roost.tweet.Viewers;

/** The users who like or retweet a tweet, and the tweets that quote it. */
public final class TweetEngagersRoutes {
    private final TweetEngagers engagers;
    private final Quotes quotes;
    private final Viewers viewers;

    public TweetEngagersRoutes(TweetEngagers engagers, Quotes quotes, Viewers viewers) {
        this.engagers = engagers;
        this.quotes = quotes;
        this.viewers = viewers;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/api/roost/v1/tweets/{id}/likes", Access.ANYONE, this::likes),
                Route.get("/api/roost/v1/tweets/{id}/retweets", Access.ANYONE, this::retweets),
                Route.get("/api/roost/v1/tweets/{id}/quotes", Access.ANYONE, this::quotes));
    }

    private Response likes(Request request) {
        return Response.encoded(
                200, ProfileJson.page(engagers.likers(request.viewerId(), request.pathId(0, "tweet"), request.page())));
    }

    private Response retweets(Request request) {
        return Response.encoded(
                200,
                ProfileJson.page(engagers.retweeters(request.viewerId(), request.pathId(0, "tweet"), request.page())));
    }

    private Response quotes(Request request) {
        return Response.encoded(
                200,
                TweetPageJson.page(
                        quotes.read(viewers.of(request.viewerId()), request.pathId(0, "tweet"), request.page())));
    }
}
