package social.roost.api;

import java.util.List;
import social.roost.http.Problem;
import social.roost.http.Request;
import social.roost.http.Response;
import social.roost.http.Route;
import social.roost.http.Route.Access;
import social.roost.search.names.Completions;
import social.roost.search.names.Hashtags;
import social.roost.search.names.UserSearch;

/** Finds users and hashtags. */
public final class FindRoutes {
    private static final String QUERY = "q";
    private static final int LONGEST_QUERY = 500;
    private static final int NORMAL_COMPLETIONS = 10;

    private final UserSearch users;
    private final Hashtags hashtags;
    private final Completions completions;

    public FindRoutes(UserSearch users, Hashtags hashtags, Completions completions) {
        this.users = users;
        this.hashtags = hashtags;
        this.completions = completions;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/api/roost/v1/search/users", Access.ANYONE, this::users)
                        .in("search"),
                Route.get("/api/roost/v1/search/suggest", Access.ANYONE, this::suggest),
                Route.get("/api/roost/v1/hashtags/{tag}", Access.ANYONE, this::hashtag));
    }

    private Response users(Request request) {
        return Response.encoded(
                200, ProfileJson.page(users.search(request.viewerId(), typed(request), request.page())));
    }

    private Response suggest(Request request) {
        int limit = request.query("limit").isPresent() ? request.page().limit() : NORMAL_COMPLETIONS;
        return Response.encoded(200, CompletionJson.list(completions.of(request.viewerId(), typed(request), limit)));
    }

    private Response hashtag(Request request) {
        return Response.data(200, HashtagJson.of(hashtags.require(request.pathParameter(0))));
    }

    private static String typed(Request request) {
        String typed = request.query(QUERY).orElse("");
        if (typed.isBlank()) {
            throw invalid("What to search for is missing.");
        }
        if (typed.codePointCount(0, typed.length()) > LONGEST_QUERY) {
            throw invalid("Expected at most " + LONGEST_QUERY + " characters.");
        }
        return typed;
    }

    private static Problem invalid(String text) {
        return new Problem(400, "invalid_query", text, QUERY);
    }
}
