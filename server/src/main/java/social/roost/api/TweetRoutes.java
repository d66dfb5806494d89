package social.roost.api;

import java.util.List;
import social.roost.http.Request;
import social.roost.http.Response;
import social.roost.http.Route;
import social.roost.http.Route.Access;
import social.roost.timeline.Conversation;
import social.roost.tweet.DeleteTweet;
import social.roost.tweet.StoredTweet;
import social.roost.tweet.TweetAccess;
import social.roost.tweet.Viewer;
import social.roost.tweet.Viewers;
import social.roost.view.Hydration;

/** {@code /tweets}: read and delete. */
public final class TweetRoutes {
    private static final int MAXIMUM_TWEETS = 100;

    private final DeleteTweet delete;
    private final TweetAccess access;
    private final Conversation conversation;
    private final Viewers viewers;
    private final Hydration hydration;

    public TweetRoutes(
            DeleteTweet delete, TweetAccess access, Conversation conversation, Viewers viewers, Hydration hydration) {
        this.delete = delete;
        this.access = access;
        this.conversation = conversation;
        this.viewers = viewers;
        this.hydration = hydration;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/api/roost/v1/tweets", Access.ANYONE, this::getMany),
                Route.get("/api/roost/v1/tweets/{id}", Access.ANYONE, this::get),
                Route.delete("/api/roost/v1/tweets/{id}", Access.LOGGED_IN, this::delete),
                Route.get("/api/roost/v1/tweets/{id}/conversation", Access.ANYONE, this::conversation));
    }

    private Response get(Request request) {
        Viewer viewer = viewers.of(request.viewerId());
        StoredTweet tweet = access.require(viewer.userId(), request.pathId(0, "tweet"));
        return Response.encoded(200, TweetPageJson.single(hydration.page(tweet, viewer)));
    }

    /** In the order of the ids, without tweets that are hidden from the viewer. */
    private Response getMany(Request request) {
        long[] ids = request.ids("ids", MAXIMUM_TWEETS);
        Viewer viewer = viewers.of(request.viewerId());
        return Response.encoded(
                200, TweetPageJson.page(hydration.page(hydration.load(ids, viewer), viewer, null, null)));
    }

    private Response delete(Request request) {
        delete.delete(request.caller().userId(), request.pathId(0, "tweet"));
        return Response.noContent();
    }

    private Response conversation(Request request) {
        Viewer viewer = viewers.of(request.viewerId());
        return Response.encoded(
                200, TweetPageJson.conversation(conversation.read(viewer, request.pathId(0, "tweet"), request.page())));
    }
}
