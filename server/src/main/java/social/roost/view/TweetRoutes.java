package social.roost.view;

import java.util.List;
import social.roost.http.Request;
import social.roost.http.Response;
import social.roost.http.Route;
import social.roost.http.Route.Access;
import social.roost.tweet.DeleteTweet;
import social.roost.tweet.PostTweet;
import social.roost.tweet.StoredTweet;
import social.roost.tweet.TweetAccess;

/** {@code /tweets}: posting, reading and deleting. */
public final class TweetRoutes {
    private static final int MAXIMUM_TWEETS = 100;

    private final PostTweet post;
    private final DeleteTweet delete;
    private final TweetAccess access;
    private final Conversation conversation;
    private final Viewers viewers;
    private final Hydration hydration;

    public TweetRoutes(
            PostTweet post,
            DeleteTweet delete,
            TweetAccess access,
            Conversation conversation,
            Viewers viewers,
            Hydration hydration) {
        this.post = post;
        this.delete = delete;
        this.access = access;
        this.conversation = conversation;
        this.viewers = viewers;
        this.hydration = hydration;
    }

    public List<Route> routes() {
        return List.of(
                Route.post("/api/roost/v1/tweets", Access.LOGGED_IN, this::post).in("post"),
                Route.get("/api/roost/v1/tweets", Access.ANYONE, this::getMany),
                Route.get("/api/roost/v1/tweets/{id}", Access.ANYONE, this::get),
                Route.delete("/api/roost/v1/tweets/{id}", Access.LOGGED_IN, this::delete),
                Route.get("/api/roost/v1/tweets/{id}/conversation", Access.ANYONE, this::conversation));
    }

    private Response post(Request request) {
        PostTweet.Draft draft = request.json(PostTweet.Draft.class);
        Viewer author = viewers.of(request);
        PostTweet.PostedTweet posted = post.post(author.userId(), draft, request.header("idempotency-key"));
        return hydration
                .posted(posted.tweet(), posted.author(), author)
                .single(201)
                .header("location", "/api/roost/v1/tweets/" + posted.tweet().id());
    }

    private Response get(Request request) {
        Viewer viewer = viewers.of(request);
        StoredTweet tweet = access.require(viewer.userId(), request.pathId(0, "tweet"));
        return hydration.page(tweet, viewer).single(200);
    }

    /** In the order of the ids, without those that the viewer does not get to see. */
    private Response getMany(Request request) {
        long[] ids = request.ids("ids", MAXIMUM_TWEETS);
        Viewer viewer = viewers.of(request);
        return hydration.page(hydration.load(ids, viewer), viewer, null, null).response();
    }

    private Response delete(Request request) {
        delete.delete(request.caller().userId(), request.pathId(0, "tweet"));
        return Response.noContent();
    }

    private Response conversation(Request request) {
        return conversation
                .read(viewers.of(request), request.pathId(0, "tweet"), request)
                .response();
    }
}
