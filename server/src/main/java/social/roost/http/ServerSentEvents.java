package social.roost.http;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.concurrent.Executor;

/** Server-Sent Events (HTML standard, section 9.2). Reading is the client's only sign of life. */
final class ServerSentEvents extends EventStream {
    private static final Buffer COMMENT = Buffer.buffer(":\n\n");

    private final HttpServerResponse out;

    /** Writes the response head. */
    ServerSentEvents(Exchange exchange, Listener listener, Executor threads) {
        super(exchange, listener, threads);
        out = head(exchange).closeHandler(nothing -> closed());
        out.write(COMMENT);
        opened();
    }

    /** Starts the response. */
    static HttpServerResponse head(Exchange exchange) {
        return exchange.begin(200)
                .putHeader("content-type", "text/event-stream")
                .putHeader("cache-control", "no-store")
                .putHeader("x-content-type-options", "nosniff")
                .putHeader(Exchange.CONTENT_SECURITY_POLICY, Exchange.NOTHING_ALLOWED)
                // A proxy must forward each event immediately, and nothing may compress them in blocks.
                .putHeader("x-accel-buffering", "no")
                .putHeader("content-encoding", "identity")
                .setChunked(true);
    }

    @Override
    Future<Void> write(String event, String id, EncodedJson data) {
        return out.write(Buffer.buffer(data.bytes() + 64)
                .appendString("event:" + event + "\nid:" + id + "\ndata:")
                .appendBuffer(data.buffer())
                .appendString("\n\n"));
    }

    @Override
    void writePing() {
        out.write(COMMENT).onSuccess(nothing -> heard());
    }

    /** The code is sent as a separate event; a client that does not read does not receive it. */
    @Override
    void end(int code, String reason) {
        endAfter(out.end("event:close\ndata:{\"code\":" + code + ",\"reason\":\"" + reason + "\"}\n\n"));
        // Vert.x does not report the end of the connection once the response is complete.
        closed();
    }
}
