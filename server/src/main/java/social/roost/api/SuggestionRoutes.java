package social.roost.api;

import java.util.List;
import social.roost.graph.Dismissals;
import social.roost.graph.Suggestions;
import social.roost.http.Request;
import social.roost.http.Response;
import social.roost.http.Route;
import social.roost.http.Route.Access;

/** {@code /users/suggestions}: users to follow. */
public final class SuggestionRoutes {
    private final Suggestions suggestions;
    private final Dismissals dismissals;

    public SuggestionRoutes(Suggestions suggestions, Dismissals dismissals) {
        this.suggestions = suggestions;
        this.dismissals = dismissals;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/api/roost/v1/users/suggestions", Access.LOGGED_IN, this::list),
                Route.delete("/api/roost/v1/users/suggestions/{id}", Access.LOGGED_IN, this::dismiss));
    }

    private Response list(Request request) {
        return Response.encoded(
                200,
                SuggestionJson.list(
                        suggestions.of(request.caller().userId(), request.page().limit())));
    }

    private Response dismiss(Request request) {
        dismissals.dismiss(request.caller().userId(), request.pathId(0, "user"));
        return Response.noContent();
    }
}
