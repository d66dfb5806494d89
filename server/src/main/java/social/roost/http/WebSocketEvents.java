package social.roost.http;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import java.util.concurrent.Executor;

/** Events as text messages: {@code {"event": ..., "id": ..., "data": ...}}. */
final class WebSocketEvents extends EventStream {
    private static final Buffer NOTHING = Buffer.buffer();

    private final ServerWebSocket socket;

    WebSocketEvents(Exchange exchange, ServerWebSocket socket, Listener listener, Executor threads) {
        super(exchange, listener, threads);
        this.socket = socket;
        socket.closeHandler(nothing -> closed()).exceptionHandler(e -> socket.close());
        socket.pongHandler(nothing -> heard()).textMessageHandler(this::received);
        opened();
    }

    @Override
    Future<Void> write(String event, String id, Response data) {
        return socket.writeTextMessage(
                "{\"event\":\"" + event + "\",\"id\":\"" + id + "\",\"data\":" + data.body() + "}");
    }

    @Override
    void writePing() {
        socket.writePing(NOTHING);
    }

    @Override
    void end(int code, String reason) {
        endAfter(socket.close((short) code, reason));
    }
}
