package social.roost.api;

import java.util.List;
import java.util.Optional;
import social.roost.base.Caller;
import social.roost.base.Cursor;
import social.roost.base.Ids;
import social.roost.base.Rejection;
import social.roost.base.Timestamps;
import social.roost.http.EventStream;
import social.roost.http.Request;
import social.roost.http.Response;
import social.roost.http.Route;
import social.roost.http.Route.Access;
import social.roost.live.Streams;
import social.roost.user.Tickets;

/** The stream of live events, as a WebSocket and as Server-Sent Events. */
public final class StreamRoutes {
    private final Streams streams;
    private final Tickets tickets;
    private final StreamJson json = new StreamJson();

    public StreamRoutes(Streams streams, Tickets tickets) {
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
        long[] shown = request.query("watch").isEmpty() ? Ids.NONE : request.ids("watch", StreamListener.MAXIMUM_SHOWN);
        Caller caller = request.query("ticket").map(tickets::redeem).orElseGet(request::caller);
        return new StreamListener(streams.open(caller, since, shown), json);
    }

    /** Browsers send it as a header only with Server-Sent Events. */
    private static Optional<Cursor> lastEvent(Request request) {
        Optional<String> id = request.header("last-event-id").or(() -> request.query("last_event_id"));
        return id.filter(text -> !text.isEmpty())
                .map(text -> Cursor.decode(text).orElseThrow(StreamRoutes::badEventId));
    }

    private static Rejection badEventId() {
        return Rejection.invalid("last_event_id", "Not a valid event id: pass an id from the stream unchanged.");
    }

    private Response ticket(Request request) {
        Tickets.Ticket ticket = tickets.issue(request.token());
        return Response.data(201, new TicketJson(ticket.ticket(), Timestamps.format(ticket.expiresAt())));
    }

    private record TicketJson(String ticket, String expiresAt) {}
}
