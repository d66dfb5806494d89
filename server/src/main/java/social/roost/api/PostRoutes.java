package social.roost.api;

import java.util.List;
import java.util.Optional;
import social.roost.draft.ScheduledTweets;
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

/** {@code POST /tweets}: now, or at a time. */
public final class PostRoutes {
    private final PostTweet post;
    private final ScheduledTweets scheduled;
    private final Viewers viewers;
    private final Hydration hydration;

    public PostRoutes(PostTweet post, ScheduledTweets scheduled, Viewers viewers, Hydration hydration) {
        this.post = post;
        this.scheduled = scheduled;
        this.viewers = viewers;
        this.hydration = hydration;
    }

    public List<Route> routes() {
        return List.of(
                Route.post("/api/roost/v1/tweets", Access.LOGGED_IN, this::post).in("post"));
    }

    private Response post(Request request) {
        DraftJson body = request.json(DraftJson.class);
        Long dueAt = body.scheduledMillis();
        PostTweet.Draft draft = body.draft("");
        Viewer author = viewers.of(request.viewerId());
        Optional<String> key = request.header("idempotency-key");
        return dueAt == null
                ? posted(author, draft, key.map(name -> key(name, draft.normalized())))
                : Response.data(
                        202,
                        ScheduledTweetJson.of(scheduled.schedule(
                                author.userId(),
                                draft,
                                dueAt,
                                key.map(name -> key(name, new Scheduling(draft.normalized(), dueAt))))));
    }

    private Response posted(Viewer author, PostTweet.Draft draft, Optional<IdempotencyKey> key) {
        PostTweet.PostedTweet posted = post.post(author.userId(), draft, key);
        return Response.encoded(
                        201, TweetPageJson.single(hydration.posted(List.of(posted.tweet()), posted.author(), author)))
                .header("location", "/api/roost/v1/tweets/" + posted.tweet().id());
    }

    static IdempotencyKey key(String name, Object request) {
        return IdempotencyKey.of(name, Json.encode(request), 1);
    }

    /** A request to schedule a tweet, for comparison with another one. */
    private record Scheduling(PostTweet.Draft draft, long dueAt) {}
}
