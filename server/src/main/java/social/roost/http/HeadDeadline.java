package social.roost.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.util.concurrent.Future;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.impl.HttpServerConnection;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes an HTTP/1.1 connection whose client takes too long to send a request head: a client that sends a byte now and
 * then is never idle.
 *
 * <p>Follows the decoder: bytes that have not become a message are the beginning of one.
 */
final class HeadDeadline extends ChannelInboundHandlerAdapter {
    private final long millis;
    private boolean decoded;
    private @Nullable Future<?> end;

    private HeadDeadline(long millis) {
        this.millis = millis;
    }

    /** Watches a connection that was just opened. Called on its event loop. */
    static void watch(HttpConnection connection, long millis) {
        if (connection instanceof HttpServerConnection server) {
            ChannelHandlerContext reader = server.channelHandlerContext();
            reader.pipeline().addBefore(reader.name(), null, new HeadDeadline(millis));
        }
    }

    /** Stops watching a connection that has switched protocols. Called on its event loop. */
    static void leave(HttpConnection connection) {
        if (connection instanceof HttpServerConnection server) {
            ChannelPipeline handlers = server.channelHandlerContext().pipeline();
            if (handlers.get(HeadDeadline.class) != null) {
                handlers.remove(HeadDeadline.class);
            }
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        decoded = true;
        stop();
        context.fireChannelRead(message);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (!decoded && end == null) {
            end = context.executor()
                    .schedule(
                            () -> {
                                var _ = context.close();
                            },
                            millis,
                            TimeUnit.MILLISECONDS);
        }
        decoded = false;
        context.fireChannelReadComplete();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        stop();
    }

    private void stop() {
        if (end != null) {
            end.cancel(false);
            end = null;
        }
    }
}
