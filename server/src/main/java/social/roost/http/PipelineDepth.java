package social.roost.http;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;

/**
 * Limits how many requests a client may send on an HTTP/1.1 connection without waiting for responses (pipelining),
 * because each takes memory as soon as it is decoded. The first request beyond the limit becomes an invalid request,
 * which is answered after those before it. Everything after it is dropped, and the connection closes.
 */
final class PipelineDepth extends ChannelDuplexHandler {
    /** The same as the number of concurrent streams on an HTTP/2 connection. */
    static final int MAXIMUM = 100;

    private int unanswered;
    private boolean exceeded;

    private PipelineDepth() {}

    /** Adds the handler before the compression, which remembers each request until it is answered. */
    static void limitIn(ChannelPipeline pipeline) {
        if (pipeline.get("deflater") != null) {
            pipeline.addBefore("deflater", null, new PipelineDepth());
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (exceeded && message instanceof HttpObject) {
            ReferenceCountUtil.release(message);
        } else if (message instanceof HttpRequest && unanswered == MAXIMUM) {
            exceeded = true;
            ReferenceCountUtil.release(message);
            context.fireChannelRead(oneTooMany());
        } else {
            unanswered += message instanceof HttpRequest ? 1 : 0;
            context.fireChannelRead(message);
        }
    }

    private static HttpRequest oneTooMany() {
        HttpRequest request = new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/");
        request.setDecoderResult(DecoderResult.failure(new ExceededException()));
        return request;
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof LastHttpContent && !isInformational(message)) {
            unanswered = Math.max(0, unanswered - 1);
        }
        var _ = context.write(message, promise);
    }

    private static boolean isInformational(Object message) {
        return message instanceof HttpResponse response && response.status().code() < 200;
    }

    /** Marks a request as invalid without inspecting it. */
    static final class ExceededException extends Exception {
        ExceededException() {
            super("More than " + MAXIMUM + " requests without an answer");
        }
    }
}
