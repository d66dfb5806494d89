package social.roost.api;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.roost.base.Rejection;
import social.roost.http.Problem;
import social.roost.http.Request;
import social.roost.http.Response;
import social.roost.http.Route;
import social.roost.http.Route.Access;
import social.roost.search.SearchRequest;
import social.roost.search.SearchRequest.Sort;
import social.roost.search.TweetSearch;
import social.roost.tweet.Viewers;

/** Searches tweets. */
public final class SearchRoutes {
    private static final String QUERY = "q";

    private final @Nullable TweetSearch tweets;
    private final Viewers viewers;

    /**
     * For what this server searches.
     *
     * @param tweets null if it has no index of tweets
     */
    public SearchRoutes(@Nullable TweetSearch tweets, Viewers viewers) {
        this.tweets = tweets;
        this.viewers = viewers;
    }

    public List<Route> routes() {
        return List.of(Route.get("/api/roost/v1/search/tweets", Access.ANYONE, this::tweets)
                .in("search"));
    }

    private Response tweets(Request request) {
        if (tweets == null) {
            throw new Rejection(Rejection.Kind.NOT_FOUND, "no_search", "This server has no search for tweets.");
        }
        try {
            return Response.encoded(
                    200, TweetPageJson.search(tweets.search(viewers.of(request.viewerId()), search(request))));
        } catch (Rejection rejection) {
            // The only value that is rejected with 400, because it is a language of its own.
            throw QUERY.equals(rejection.field())
                    ? new Problem(400, rejection.code(), rejection.text(), rejection.field())
                    : rejection;
        }
    }

    private static SearchRequest search(Request request) {
        return new SearchRequest(
                request.query(QUERY).orElse(""),
                request.query("sort").map(SearchRoutes::sort).orElse(Sort.RELEVANCE),
                request.query("time_zone").map(SearchRoutes::zone).orElse(ZoneOffset.UTC),
                request.page());
    }

    private static Sort sort(String name) {
        return switch (name) {
            case "relevance" -> Sort.RELEVANCE;
            case "latest" -> Sort.LATEST;
            default -> throw Rejection.invalid("sort", "Expected 'relevance' or 'latest', or no value.");
        };
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException _) {
            throw Rejection.invalid("time_zone", "Expected a time zone such as Europe/Berlin.");
        }
    }
}
