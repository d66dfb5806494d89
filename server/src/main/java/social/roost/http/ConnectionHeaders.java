package social.roost.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.vertx.core.http.impl.tcp.Http1xOrH2CHandler;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Gives the headers {@code Connection} and {@code Upgrade} of HTTP/1.1 requests the meaning defined by RFC 9110, before
 * Vert.x reads them.
 *
 * <ul>
 * <li>{@code close} in a list of {@code Connection} closes the connection; Vert.x recognizes only {@code close} alone.
 * <li>{@code Upgrade: h2c} is ignored, and the request is answered over HTTP/1.1 (section 7.8). Vert.x would switch
 *     protocols, which gives a client a tunnel past a proxy that passes these headers on. HTTP/2 without TLS requires
 *     prior knowledge.
 * </ul>
 */
final class ConnectionHeaders extends ChannelInboundHandlerAdapter {
    private static final String CLOSE = "close";
    private static final String H2C = "h2c";

    private static final String DECODER = "httpDecoder";

    private ConnectionHeaders() {}

    /**
     * Called for a connection that was just accepted. Without TLS, Vert.x adds its HTTP/1.1 handlers when the first
     * bytes arrive, and passes the bytes on at the same moment. So the only possible position is directly behind the
     * handler that does this.
     */
    static void readOn(Channel accepted) {
        accepted.pipeline().addLast(new OnFirstBytes() {
            @Override
            void act(ChannelPipeline pipeline) {
                ChannelHandlerContext detection = pipeline.context(Http1xOrH2CHandler.class);
                if (detection != null) {
                    pipeline.addAfter(detection.name(), null, new OnFirstBytes() {
                        @Override
                        void act(ChannelPipeline detected) {
                            readIn(detected);
                        }
                    });
                }
            }
        });
    }

    /** Called before the first request is read, when the connection uses HTTP/1.1 or may use it. */
    static void readIn(ChannelPipeline pipeline) {
        if (pipeline.get(DECODER) != null && pipeline.get(ConnectionHeaders.class) == null) {
            pipeline.addAfter(DECODER, null, new ConnectionHeaders());
        }
    }

    /** Acts once, before the first bytes that pass. */
    private abstract static class OnFirstBytes extends ChannelInboundHandlerAdapter {
        abstract void act(ChannelPipeline pipeline);

        @Override
        public void channelRead(ChannelHandlerContext context, Object bytes) {
            act(context.pipeline());
            context.pipeline().remove(this);
            context.fireChannelRead(bytes);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request) {
            correct(request.headers());
        }
        context.fireChannelRead(message);
    }

    private static void correct(HttpHeaders headers) {
        if (headers.contains(HttpHeaderNames.UPGRADE)) {
            ignoreHttp2(headers);
        }
        List<String> connection = headers.getAll(HttpHeaderNames.CONNECTION);
        if (!connection.isEmpty()
                && !connection.contains(CLOSE)
                && tokens(connection).anyMatch(CLOSE::equalsIgnoreCase)) {
            headers.add(HttpHeaderNames.CONNECTION, CLOSE);
        }
    }

    private static void ignoreHttp2(HttpHeaders headers) {
        List<String> protocols = tokens(headers.getAll(HttpHeaderNames.UPGRADE)).toList();
        List<String> others = protocols.stream()
                .filter(protocol -> !protocol.toLowerCase(Locale.ROOT).equals(H2C))
                .toList();
        if (others.size() < protocols.size()) {
            headers.remove("http2-settings");
            headers.remove(HttpHeaderNames.UPGRADE);
            others.forEach(other -> headers.add(HttpHeaderNames.UPGRADE, other));
        }
    }

    private static Stream<String> tokens(List<String> values) {
        return values.stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(String::strip);
    }
}
