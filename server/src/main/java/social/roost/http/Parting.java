package social.roost.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.codec.http2.Http2Error;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.impl.HttpServerConnection;
import java.time.Duration;
import social.roost.http.PendingBytes.Hold;

/**
 * Ends an exchange with a client: on HTTP/2 its stream, otherwise the connection. Runs on the event loop of the
 * connection.
 */
final class Parting {
    /** Time for a client that is still sending to see the response, or for a slow client to receive the rest of it. */
    static final Duration LINGER = Duration.ofSeconds(2);

    private final HttpServerRequest request;
    private final Context context;
    private final Listening listener;

    Parting(HttpServerRequest request, Context context, Listening listener) {
        this.request = request;
        this.context = context;
        this.listener = listener;
    }

    /** Ends the exchange so that the client cannot mistake a partial response for a complete one. */
    void breakOff() {
        if (!isHttp2()) {
            var _ = request.connection().close();
        } else if (!request.isEnded() || !request.response().ended()) {
            var _ = request.response().reset(Http2Error.NO_ERROR.code());
        }
    }

    /**
     * Gives the client time to receive what was written, and counts it as pending until then; a client that does not
     * receive it is disconnected.
     */
    void awaitReceipt(Future<Void> written, long bytes) {
        awaitReceipt(written, bytes, bytes);
    }

    /** The same for a response of which only some bytes are in memory. */
    void awaitReceipt(Future<Void> written, long bytes, long length) {
        if (!written.isComplete()) {
            Hold hold = hold(() -> evict(written));
            after(listener.bounds().responseTime(length), written, () -> {
                cutOff(written);
                // If the connection closes first, Vert.x may never complete the write.
                hold.close();
            });
            var _ = written.onComplete(done -> hold.close());
            hold.add(bytes + PendingBytes.OVERHEAD);
        }
    }

    /** Like {@link #breakOff}, after everything is written, or shortly if the client does not receive it. */
    void breakOffAfter(Future<Void> written) {
        cutOffUnless(written, LINGER);
        var _ = written.onComplete(done -> breakOff());
    }

    /**
     * Starts to count what is buffered for this client.
     *
     * @param evict called on the event loop
     */
    Hold hold(Runnable evict) {
        long network = listener.proxies().client(request).network();
        return listener.bounds().pending().hold(network, () -> context.runOnContext(nothing -> evict.run()));
    }

    /** Disconnects the client if this takes longer. */
    void cutOffUnless(Future<?> done, Duration time) {
        after(time, done, () -> cutOff(done));
    }

    private void after(Duration time, Future<?> unless, Runnable action) {
        long timer = context.owner().setTimer(Math.max(1, time.toMillis()), id -> action.run());
        var _ = unless.onComplete(nothing -> context.owner().cancelTimer(timer));
    }

    /**
     * Disconnects the client in favor of others. On HTTP/2, the reset has a code that keeps a gateway from considering
     * the server broken.
     */
    void evict(Future<?> written) {
        cutOff(written, Exchange.TOO_MUCH_WAITS);
    }

    private void cutOff(Future<?> written) {
        cutOff(written, Http2Error.CANCEL.code());
    }

    /**
     * Drops what was written and not received. Bypasses Vert.x, which would wait: it does not reset a stream whose
     * response is complete, and does not close a connection before everything is written. Bytes in the socket can be
     * dropped only with the connection, which is kept if a gateway or another proxy shares it between clients.
     */
    private void cutOff(Future<?> written, long reason) {
        if (written.isComplete()) {
            return;
        }
        if (isHttp2() && request.connection() instanceof HttpServerConnection connection) {
            ChannelHandlerContext handler = connection.channelHandlerContext();
            if (handler.handler() instanceof Http2ConnectionHandler http2) {
                int stream = (int) request.response().streamId();
                var _ = http2.resetStream(handler, stream, reason, handler.newPromise());
                handler.flush();
            }
        }
        ConnectionGuard guard = ConnectionGuard.of(request.connection());
        if (guard != null && !written.isComplete() && !(isHttp2() && isShared(guard))) {
            guard.end();
        }
    }

    private boolean isShared(ConnectionGuard guard) {
        return listener.proxies().speaksForOthers(guard.address());
    }

    private boolean isHttp2() {
        return request.version() == HttpVersion.HTTP_2;
    }
}
