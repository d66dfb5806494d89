package social.roost.http;

import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import java.util.concurrent.Executor;

/** Events as text messages: {@code {"event": ..., "id": ..., "data": ...}}. */
final class WebSocketEvents extends EventStream {
    private static final Buffer NOTHING = Buffer.buffer();
    private static final int UNSUPPORTED_DATA = 1003;
    private static final int MESSAGE_TOO_BIG = 1009;

    private final ServerWebSocket socket;

    WebSocketEvents(Exchange exchange, ServerWebSocket socket, Listener listener, Executor threads) {
        super(exchange, listener, threads);
        this.socket = socket;
        socket.closeHandler(nothing -> closed()).exceptionHandler(this::violated);
        socket.pongHandler(nothing -> heard()).textMessageHandler(this::received);
        socket.binaryMessageHandler(message -> close(UNSUPPORTED_DATA, "Send text messages."));
        opened();
    }

    /** The client violated RFC 6455, or sent a message that is too long. */
    private void violated(Throwable cause) {
        if (cause instanceof CorruptedWebSocketFrameException violation) {
            close(violation.closeStatus().code(), violation.closeStatus().reasonText());
        } else if (cause instanceof IllegalStateException) {
            // Vert.x has no specific exception for a message that is too long.
            close(MESSAGE_TOO_BIG, "The message is too long.");
        } else {
            socket.close();
        }
    }

    @Override
    Future<Void> write(String event, String id, EncodedJson data) {
        return socket.writeTextMessage("{\"event\":\"" + event + "\",\"id\":\"" + id + "\",\"data\":" + data + "}");
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
