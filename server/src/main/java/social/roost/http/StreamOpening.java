package social.roost.http;

import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.websocketx.Utf8FrameValidator;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.impl.HttpServerConnection;
import java.util.NoSuchElementException;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns a request into an event stream. Runs on the event loop of the request's connection. */
final class StreamOpening {
    private static final Logger LOG = LoggerFactory.getLogger(StreamOpening.class);

    private final Exchange exchange;
    private final HttpServerRequest request;
    private final EventStream.Opening opening;
    private final Executor handlers;

    /** @param handlers where the stream's listener is called */
    StreamOpening(Exchange exchange, EventStream.Opening opening, Executor handlers) {
        this.exchange = exchange;
        this.request = exchange.request();
        this.opening = opening;
        this.handlers = handlers;
    }

    void open() {
        if (request.response().closed() || request.response().ended()) {
            // The client has disconnected, or its request was rejected as malformed.
            opening.listener().rejected();
            return;
        }
        orReject(() -> {
            switch (opening.kind()) {
                case WEB_SOCKET -> openWebSocket();
                case SERVER_SENT_EVENTS -> openServerSentEvents();
            }
        });
    }

    /** Vert.x throws if the connection has closed meanwhile. */
    private void orReject(Runnable step) {
        try {
            step.run();
        } catch (IllegalStateException | NoSuchElementException e) {
            LOG.debug("Could not open a stream", e);
            reject();
        }
    }

    private void reject() {
        opening.listener().rejected();
        exchange.breakOff();
    }

    private void openServerSentEvents() {
        exchange.resume();
        if (exchange.method().equals("HEAD")) {
            opening.listener().rejected();
            HttpServerResponse head = ServerSentEvents.head(exchange);
            // If there is a body, the compression handler removes this header.
            head.headers().remove("content-encoding");
            var _ = head.end();
            exchange.end();
        } else {
            var _ = new ServerSentEvents(exchange, opening.listener(), handlers);
        }
    }

    private void openWebSocket() {
        if (!exchange.asksForWebSocket()) {
            opening.listener().rejected();
            exchange.answer(upgradeRequired());
            return;
        }
        request.toWebSocket().onSuccess(socket -> orReject(() -> begin(socket))).onFailure(e -> reject());
    }

    private void begin(ServerWebSocket socket) {
        becomeWebSocket();
        var _ = new WebSocketEvents(exchange, socket, opening.listener(), handlers);
        forgetHeaders();
    }

    /** HTTP/2 has no upgrades, and forbids the header that names one (RFC 9113, section 8.2.2). */
    private Response upgradeRequired() {
        Response response = exchange.response(new Problem(
                Exchange.UPGRADE_REQUIRED,
                "upgrade_required",
                "This endpoint supports WebSocket (version 13) over HTTP/1.1 only."));
        return exchange.isHttp2()
                ? response
                : response.header("upgrade", "websocket").header("connection", "upgrade");
    }

    private void becomeWebSocket() {
        HeadDeadline.leave(request.connection());
        if (request.connection() instanceof HttpServerConnection server) {
            ChannelPipeline pipeline = server.channelHandlerContext().pipeline();
            WebSocketPings.answerIn(pipeline);
            pipeline.addBefore("handler", null, new Utf8FrameValidator(false));
        }
    }

    /** Vert.x keeps the request as long as its WebSocket, and there are many of them. */
    private void forgetHeaders() {
        request.headers().clear();
        request.response().headers().clear();
    }
}
