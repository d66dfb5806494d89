package social.roost.app;

import java.util.List;
import social.roost.http.RawRequest;

/** The stream, over WebSocket and as Server-Sent Events, and its tickets. */
final class StreamSteps extends TourSteps {
    private static final String STREAM = "/api/roost/v1/stream";
    private static final String EVENTS = "/api/roost/v1/stream/events";
    private static final String TICKETS = "/api/roost/v1/stream/tickets";

    StreamSteps(DescribedApi api, LocalServer roost, Guest alice, Guest bob) {
        super(api, roost, alice, bob);
    }

    @Override
    void take() {
        step(101, "GET", STREAM, upgrade(own("GET", STREAM)));
        step(200, "GET", EVENTS, own("GET", EVENTS));
        for (String one : List.of(STREAM, EVENTS)) {
            step(400, "GET", one, upgrade(own("GET", one + "?watch=%")));
            step(401, "GET", one, upgrade(RawRequest.of("GET", one)));
            step(401, "GET", one, upgrade(RawRequest.of("GET", one + "?ticket=none")));
            step(422, "GET", one, upgrade(own("GET", one + "?last_event_id=none")));
            step(422, "GET", one, upgrade(own("GET", one + "?watch=none")));
        }
        step(426, "GET", STREAM, own("GET", STREAM));
        String ticket = step(201, "POST", TICKETS, own("POST", TICKETS))
                .json()
                .at("/data/ticket")
                .asText();
        step(101, "GET", STREAM, upgrade(RawRequest.of("GET", STREAM + "?ticket=" + ticket)));
        step(401, "GET", STREAM, upgrade(RawRequest.of("GET", STREAM + "?ticket=" + ticket)));
        step(401, "POST", TICKETS);
    }

    static RawRequest upgrade(RawRequest request) {
        return request.header("connection", "Upgrade")
                .header("upgrade", "websocket")
                .header("sec-websocket-version", "13")
                .header("sec-websocket-key", "dGhlIHNhbXBsZSBub25jZQ==");
    }
}
