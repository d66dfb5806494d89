package social.roost.api;

import java.util.List;
import social.roost.http.Request;
import social.roost.http.Response;
import social.roost.http.Route;
import social.roost.http.Route.Access;
import social.roost.mute.ConversationMutes;

/** {@code /tweets/{id}/mute} and {@code /muted-conversations}. */
public final class ConversationMuteRoutes {
    private static final String MUTE = "/api/roost/v1/tweets/{id}/mute";

    private final ConversationMutes mutes;

    public ConversationMuteRoutes(ConversationMutes mutes) {
        this.mutes = mutes;
    }

    public List<Route> routes() {
        return List.of(
                Route.put(MUTE, Access.LOGGED_IN, this::mute),
                Route.delete(MUTE, Access.LOGGED_IN, this::unmute),
                Route.get("/api/roost/v1/muted-conversations", Access.LOGGED_IN, this::list));
    }

    private Response mute(Request request) {
        mutes.mute(request.caller().userId(), request.pathId(0, "tweet"));
        return Response.noContent();
    }

    private Response unmute(Request request) {
        mutes.unmute(request.caller().userId(), request.pathId(0, "tweet"));
        return Response.noContent();
    }

    private Response list(Request request) {
        return Response.data(
                200,
                mutes.list(request.caller().userId()).stream()
                        .map(id -> Long.toString(id))
                        .toList());
    }
}
