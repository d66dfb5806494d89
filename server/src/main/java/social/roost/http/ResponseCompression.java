package social.roost.http;

import static io.netty.handler.codec.http.HttpResponseStatus.SWITCHING_PROTOCOLS;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.compression.StandardCompressionOptions;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.HttpContentCompressor;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/**
 * Compresses the responses of an HTTP/1.1 connection like the handler of Vert.x, which it replaces: with that one, Vert.x
 * reads every file into memory, because it does not know that files are sent as they are.
 */
final class ResponseCompression extends HttpContentCompressor {
    private static final String NAME = "deflater";
    private static final int WINDOW_BITS = 15;
    private static final int MEMORY_LEVEL = 8;

    private ResponseCompression() {
        super(
                HttpServer.COMPRESSED_FROM,
                StandardCompressionOptions.gzip(HttpServer.COMPRESSION_LEVEL, WINDOW_BITS, MEMORY_LEVEL),
                StandardCompressionOptions.deflate(HttpServer.COMPRESSION_LEVEL, WINDOW_BITS, MEMORY_LEVEL));
    }

    static void replaceIn(ChannelPipeline pipeline) {
        if (pipeline.get(NAME) != null) {
            pipeline.replace(NAME, NAME, new ResponseCompression());
        }
    }

    /** After a switch of protocols, what is written is not HTTP. */
    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
        if (message instanceof HttpResponse response && response.status().equals(SWITCHING_PROTOCOLS)) {
            var _ = context.write(message, promise);
            var _ = context.pipeline().remove(this);
            return;
        }
        boolean isBare = message instanceof ByteBuf bytes && bytes.isReadable();
        super.write(context, isBare ? new DefaultHttpContent((ByteBuf) message) : message, promise);
    }

    @Override
    protected @Nullable Result beginEncode(HttpResponse response, String acceptEncoding) throws Exception {
        Result result = super.beginEncode(response, acceptEncoding);
        if (result == null
                && response.headers().contains(HttpHeaderNames.CONTENT_ENCODING, AcceptedEncodings.IDENTITY, true)) {
            response.headers().remove(HttpHeaderNames.CONTENT_ENCODING);
        }
        return result;
    }
}
