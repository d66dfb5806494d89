package social.roost.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import social.roost.base.Rejection;
import social.roost.http.Request;
import social.roost.http.Response;
import social.roost.http.Route;
import social.roost.http.Route.Access;
import social.roost.ranking.Signal;
import social.roost.ranking.Wishes;

/** Asking for more or less like a tweet, and taking that back. */
public final class FeedbackRoutes {
    static final String MORE = "more";
    static final String LESS = "less";

    private static final String OF_TWEET = "/api/roost/v1/tweets/{id}/feedback";

    private final Wishes wishes;

    public FeedbackRoutes(Wishes wishes) {
        this.wishes = wishes;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/api/roost/v1/feedback", Access.LOGGED_IN, this::list),
                Route.post(OF_TWEET, Access.LOGGED_IN, this::add).in("engage"),
                Route.delete(OF_TWEET, Access.LOGGED_IN, this::remove).in("engage"));
    }

    private Response list(Request request) {
        return Response.data(200, RankingJson.wishes(wishes.of(request.caller().userId())));
    }

    private Response add(Request request) {
        Signal.Kind kind = request.json(Feedback.class).wish();
        wishes.add(request.caller().userId(), request.pathId(0, "tweet"), kind);
        return Response.noContent();
    }

    private Response remove(Request request) {
        wishes.remove(request.caller().userId(), request.pathId(0, "tweet"));
        return Response.noContent();
    }

    private record Feedback(@Nullable String kind) {
        Signal.Kind wish() {
            return switch (kind == null ? "" : kind) {
                case MORE -> Signal.Kind.MORE;
                case LESS -> Signal.Kind.LESS;
                default -> throw Rejection.invalid("kind", "Expected more or less.");
            };
        }
    }
}
