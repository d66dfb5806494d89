package social.roost.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import social.roost.http.Request;
import social.roost.http.Response;
import social.roost.http.Route;
import social.roost.http.Route.Access;
import social.roost.tweet.Voting;

/** {@code /polls}: vote. */
public final class PollRoutes {
    private final Voting voting;

    public PollRoutes(Voting voting) {
        this.voting = voting;
    }

    public List<Route> routes() {
        return List.of(Route.post("/api/roost/v1/polls/{id}/votes", Access.LOGGED_IN, this::vote)
                .in("engage"));
    }

    private Response vote(Request request) {
        Integer choice = request.json(VoteJson.class).choice();
        return Response.data(
                200, PollJson.of(voting.vote(request.caller().userId(), request.pathId(0, "poll"), choice)));
    }

    /** The body. */
    private record VoteJson(@Nullable Integer choice) {}
}
