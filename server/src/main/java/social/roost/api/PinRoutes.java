package social.roost.api;

import java.util.List;
import social.roost.http.Request;
import social.roost.http.Response;
import social.roost.http.Route;
import social.roost.http.Route.Access;
import social.roost.tweet.Pins;

/** {@code /tweets/{id}/pin}: the tweet that the user's profile shows first. */
public final class PinRoutes {
    private static final String PIN = "/api/roost/v1/tweets/{id}/pin";

    private final Pins pins;

    public PinRoutes(Pins pins) {
        this.pins = pins;
    }

    public List<Route> routes() {
        return List.of(
                Route.put(PIN, Access.LOGGED_IN, this::pin).in("engage"),
                Route.delete(PIN, Access.LOGGED_IN, this::unpin).in("engage"));
    }

    private Response pin(Request request) {
        pins.pin(request.caller().userId(), request.pathId(0, "tweet"));
        return Response.noContent();
    }

    private Response unpin(Request request) {
        pins.unpin(request.caller().userId(), request.pathId(0, "tweet"));
        return Response.noContent();
    }
}
