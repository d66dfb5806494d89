package social.roost.api;

import java.util.List;
import java.util.Optional;
import social.roost.http.Json;
import social.roost.http.Request;
import social.roost.http.Response;
import social.roost.http.Route;
import social.roost.http.Route.Access;
import social.roost.tweet.IdempotencyKey;
import social.roost.tweet.PostTweet;
import social.roost.tweet.Viewer;
import social.roost.tweet.Viewers;
import social.roost.view.Hydration;

/** {@code /threads}: several tweets in one request, each a reply to the one before. */
public final class ThreadRoutes {
    private final PostTweet post;
    private final Viewers viewers;
    private final Hydration hydration;

    public ThreadRoutes(PostTweet post, Viewers viewers, Hydration hydration) {
        this.post = post;
        this.viewers = viewers;
        this.hydration = hydration;
    }

    public List<Route> routes() {
        return List.of(Route.post("/api/roost/v1/threads", Access.LOGGED_IN, this::post)
                .in("post"));
    }

    /** Each tweet counts towards the rate limit. */
    private Response post(Request request) {
        List<PostTweet.Draft> drafts = request.json(ThreadJson.class).drafts();
        request.count(Math.min(drafts.size(), PostTweet.MOST_IN_THREAD) - 1);
        Optional<IdempotencyKey> key = request.header("idempotency-key").map(name -> key(name, drafts));
        Viewer author = viewers.of(request.viewerId());
        PostTweet.PostedThread posted = post.postThread(author.userId(), drafts, key);
        return Response.encoded(201, TweetPageJson.list(hydration.posted(posted.tweets(), posted.author(), author)))
                .header(
                        "location",
                        "/api/roost/v1/tweets/" + posted.tweets().getFirst().id());
    }

    private static IdempotencyKey key(String name, List<PostTweet.Draft> drafts) {
        List<PostTweet.Draft> normalized =
                drafts.stream().map(PostTweet.Draft::normalized).toList();
        return IdempotencyKey.of(name, Json.encode(normalized), drafts.size());
    }
}
