package social.roost.live;

import java.util.List;
import java.util.Optional;
import social.roost.base.Cursor;
import social.roost.base.Ids;
import social.roost.base.Rejection;
import social.roost.http.Caller;
import social.roost.http.EventStream;
import social.roost.http.Request;
import social.roost.http.Response;
import social.roost.http.Route;
import social.roost.http.Route.Access;
import social.roost.live.Places.Place;
import social.roost.user.Tickets;

/** The stream of what happens, as a WebSocket and as Server-Sent Events. */
public final class LiveRoutes {
    private final Streams streams;
    private final Tickets tickets;

    public LiveRoutes(Streams streams, Tickets tickets) {
        this.streams = streams;
        this.tickets = tickets;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/api/roost/v1/stream", Access.ANYONE, request -> Response.webSocket(open(request)))
                        .in("stream"),
                Route.get(
                                "/api/roost/v1/stream/events",
                                Access.ANYONE,
                                request -> Response.serverSentEvents(open(request)))
                        .in("stream"),
                Route.post("/api/roost/v1/stream/tickets", Access.LOGGED_IN, this::ticket)
                        .in("stream"));
    }

    private EventStream.Listener open(Request request) {
        Optional<Cursor> since = lastEvent(request);
        long[] shown = request.query("watch").isEmpty() ? Ids.NONE : request.ids("watch", OpenStream.MAXIMUM_SHOWN);
        Caller caller = request.query("ticket").map(tickets::redeem).orElseGet(request::caller);
        Place place = streams.takePlace(caller);
        try {
            return new OpenStream(streams, caller, place, streams.timeline(caller, since), shown);
        } catch (RuntimeException e) {
            place.leave();
            throw e;
        }
    }

    /** Browsers send it as a header with Server-Sent Events only. */
    private static Optional<Cursor> lastEvent(Request request) {
        Optional<String> id = request.header("last-event-id").or(() -> request.query("last_event_id"));
        return id.filter(text -> !text.isEmpty())
                .map(text -> Cursor.decode(text).orElseThrow(LiveRoutes::badEventId));
    }

    private static Rejection badEventId() {
        return Rejection.invalid("last_event_id", "This is not the id of an event: use one as it is.");
    }

    private Response ticket(Request request) {
        return Response.data(201, tickets.issue(request.token()));
    }
}
