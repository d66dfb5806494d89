package social.roost.view;

import java.util.List;
import social.roost.http.Problem;
import social.roost.http.Request;
import social.roost.http.Response;
import social.roost.http.Route;
import social.roost.http.Route.Access;
import social.roost.tweet.DeleteTweet;
import social.roost.tweet.PostTweet;
import social.roost.tweet.StoredTweet;
import social.roost.tweet.Tweets;
import social.roost.user.Users;

/** {@code /tweets}: posting, reading and deleting one. */
public final class TweetRoutes {
    private final PostTweet post;
    private final DeleteTweet delete;
    private final Tweets tweets;
    private final Users users;

    public TweetRoutes(PostTweet post, DeleteTweet delete, Tweets tweets, Users users) {
        this.post = post;
        this.delete = delete;
        this.tweets = tweets;
        this.users = users;
    }

    public List<Route> routes() {
        return List.of(
                Route.post("/api/v1/tweets", Access.LOGGED_IN, this::post),
                Route.get("/api/v1/tweets/{id}", Access.ANYONE, this::get),
                Route.delete("/api/v1/tweets/{id}", Access.LOGGED_IN, this::delete));
    }

    private Response post(Request request) {
        PostTweet.Draft draft = request.json(PostTweet.Draft.class);
        PostTweet.PostedTweet posted = post.post(request.caller().userId(), draft, request.header("idempotency-key"));
        return TweetPage.one(201, posted.tweet(), posted.author())
                .header("location", "/api/v1/tweets/" + posted.tweet().id());
    }

    private Response get(Request request) {
        StoredTweet tweet = tweets.find(request.pathId(0, "tweet")).orElseThrow(() -> Problem.notFound("tweet"));
        return TweetPage.one(200, tweet, users.require(tweet.authorId()));
    }

    private Response delete(Request request) {
        delete.delete(request.caller().userId(), request.pathId(0, "tweet"));
        return Response.noContent();
    }
}
