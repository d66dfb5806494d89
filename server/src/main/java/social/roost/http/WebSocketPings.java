package social.roost.http;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;

/**
 * Answers the PINGs of a WebSocket client instead of Vert.x, which queues a PONG for each whether or not the client
 * reads. At most one PONG waits: RFC 6455, 5.5.3, allows the answer to the latest PING to stand for those before it.
 */
final class WebSocketPings extends ChannelInboundHandlerAdapter {
    private @Nullable PingWebSocketFrame latest;
    private boolean writing;

    /** Called on the event loop of a connection that has just become a WebSocket. */
    static void answerIn(ChannelPipeline pipeline) {
        pipeline.addBefore("handler", null, new WebSocketPings());
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof PingWebSocketFrame ping) {
            keep(ping);
        } else {
            context.fireChannelRead(message);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        answer(context);
        context.fireChannelReadComplete();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        keep(null);
    }

    private void keep(@Nullable PingWebSocketFrame ping) {
        ReferenceCountUtil.release(latest);
        latest = ping;
    }

    private void answer(ChannelHandlerContext context) {
        if (writing || latest == null) {
            return;
        }
        PingWebSocketFrame ping = latest;
        latest = null;
        writing = true;
        ChannelFuture written = context.writeAndFlush(new PongWebSocketFrame(ping.content()));
        written.addListener(done -> {
            writing = false;
            if (written.isSuccess()) {
                answer(context);
            }
        });
    }
}
