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
 * Ends an exchange with a client: on HTTP/2 its stream, else the connection. Everything here runs on the event loop of the
 * connection.
 */
final class Parting {
    /** For a client that is still sending to find the response, or one that reads slowly to receive the last of it. */
    static final Duration LINGER = Duration.ofSeconds(2);

    private final HttpServerRequest request;
    private final Context context;
    private final Listening listener;

    Parting(HttpServerRequest request, Context context, Listening listener) {
        this.request = request;
        this.context = context;
        this.listener = listener;
    }

    /** Ends the exchange so that a client cannot take what it has received for the whole. */
    void breakOff() {
        if (!isHttp2()) {
            var _ = request.connection().close();
        } else if (!request.isEnded() || !request.response().ended()) {
            var _ = request.response().reset(Http2Error.NO_ERROR.code());
        }
    }

    /** Gives the client time to receive what was written, and counts it until then; a client that does not is cut off. */
    void awaitReceipt(Future<Void> written, long bytes) {
        if (!written.isComplete()) {
            Hold hold = hold(() -> evict(written));
            after(listener.bounds().responseTime(bytes), written, () -> {
                cutOff(written);
                // Vert.x may never tell how a write ended that its connection did not outlive.
                hold.close();
            });
            var _ = written.onComplete(done -> hold.close());
            hold.add(bytes + PendingBytes.OVERHEAD);
        }
    }

    /** As {@link #breakOff}, once all is written, or soon if the client does not receive it. */
    void breakOffAfter(Future<Void> written) {
        cutOffUnless(written, LINGER);
        var _ = written.onComplete(done -> breakOff());
    }

    /**
     * Begins to count what waits for this client.
     *
     * @param evict is called on the event loop
     */
    Hold hold(Runnable evict) {
        long network = listener.proxies().client(request).network();
        return listener.bounds().pending().hold(network, () -> context.runOnContext(nothing -> evict.run()));
    }

    /** Cuts the client off when this takes longer. */
    void cutOffUnless(Future<?> done, Duration time) {
        after(time, done, () -> cutOff(done));
    }

    private void after(Duration time, Future<?> unless, Runnable action) {
        long timer = context.owner().setTimer(Math.max(1, time.toMillis()), id -> action.run());
        var _ = unless.onComplete(nothing -> context.owner().cancelTimer(timer));
    }

    /**
     * Cuts the client off for the sake of others. On HTTP/2 it is told so, which keeps a gateway from taking the server for
     * broken.
     */
    void evict(Future<?> written) {
        cutOff(written, Exchange.TOO_MUCH_WAITS);
    }

    private void cutOff(Future<?> written) {
        cutOff(written, Http2Error.CANCEL.code());
    }

    /**
     * Drops what was written and not received. Past Vert.x, which would wait for it: that resets no stream whose response is
     * complete, and closes no connection before all is written. Bytes that wait in the socket go with the connection only, which
     * a gateway or another proxy keeps: other clients share it.
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
