package social.roost.api;

import social.roost.base.Cursor;
import social.roost.http.EventStream;
import social.roost.live.Closing;
import social.roost.live.Connection;
import social.roost.live.StreamEvent;

/** Sends the API's JSON on a WebSocket or as Server-Sent Events. */
final class StreamConnection implements Connection {
    private final EventStream stream;
    private final StreamJson json;

    StreamConnection(EventStream stream, StreamJson json) {
        this.stream = stream;
        this.json = json;
    }

    @Override
    public void send(StreamEvent event, Cursor at) {
        stream.send(StreamJson.name(event), at.encode(), json.data(event));
    }

    @Override
    public boolean isFull() {
        return stream.isFull();
    }

    @Override
    public void ping() {
        stream.ping();
    }

    @Override
    public long heardNanos() {
        return stream.heardNanos();
    }

    @Override
    public void close(Closing closing) {
        stream.close(closing.code(), closing.reason());
    }
}
