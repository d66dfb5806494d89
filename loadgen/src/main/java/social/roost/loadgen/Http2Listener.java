package social.roost.loadgen;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersFrame;
import io.netty.handler.codec.http2.Http2DataFrame;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2HeadersFrame;
import io.netty.handler.codec.http2.Http2MultiplexHandler;
import io.netty.handler.codec.http2.Http2ResetFrame;
import io.netty.handler.codec.http2.Http2StreamChannelBootstrap;
import io.netty.handler.codec.http2.Http2StreamFrame;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Holds Server-Sent Events open, many on each HTTP/2 connection: more streams than a process may have open files. */
final class Http2Listener {
    private static final int STREAMS_OF_ONE_CONNECTION = 100;
    private static final String END_OF_EVENT = "\n\n";

    private final int port;
    private final Arrivals arrivals;

    Http2Listener(int port, Arrivals arrivals) {
        this.port = port;
        this.arrivals = arrivals;
    }

    void open(List<String> tokens, int first) throws IOException, InterruptedException {
        Bootstrap bootstrap = new Bootstrap()
                .group(new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory()))
                .channel(NioSocketChannel.class)
                .handler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline()
                                .addLast(
                                        Http2FrameCodecBuilder.forClient().build(),
                                        new Http2MultiplexHandler(new ChannelInboundHandlerAdapter()));
                    }
                });
        InetSocketAddress server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        for (int from = 0; from < tokens.size(); from += STREAMS_OF_ONE_CONNECTION) {
            Channel connection =
                    bootstrap.connect(server, Source.of(first + from)).sync().channel();
            for (String token : tokens.subList(from, Math.min(tokens.size(), from + STREAMS_OF_ONE_CONNECTION))) {
                arrivals.awaitTurn();
                open(connection, token);
            }
        }
    }

    private void open(Channel connection, String token) {
        Http2Headers request = new DefaultHttp2Headers()
                .method("GET")
                .scheme("http")
                .authority("127.0.0.1:" + port)
                .path("/api/roost/v1/stream/events")
                .add("authorization", "Bearer " + token);
        new Http2StreamChannelBootstrap(connection).handler(new Events()).open().addListener(done -> {
            if (done.isSuccess()) {
                Channel stream = (Channel) done.getNow();
                var _ = stream.writeAndFlush(new DefaultHttp2HeadersFrame(request, true));
            } else {
                Arrivals.fail(String.valueOf(done.cause()));
            }
        });
    }

    private final class Events extends SimpleChannelInboundHandler<Http2StreamFrame> {
        private String begun = "";

        @Override
        protected void channelRead0(ChannelHandlerContext context, Http2StreamFrame frame) {
            switch (frame) {
                case Http2DataFrame data -> take(data.content().toString(StandardCharsets.UTF_8));
                case Http2HeadersFrame head -> opened(head);
                case Http2ResetFrame reset -> Arrivals.fail("the server closed the stream: " + reset.errorCode());
                default -> {}
            }
        }

        /** A frame may end within an event. */
        private void take(String text) {
            String events = begun + text;
            int end = events.lastIndexOf(END_OF_EVENT) + END_OF_EVENT.length();
            if (end < END_OF_EVENT.length()) {
                begun = events;
            } else {
                arrivals.take(events.substring(0, end));
                begun = events.substring(end);
            }
        }

        private void opened(Http2HeadersFrame head) {
            if ("200".contentEquals(head.headers().status())) {
                arrivals.opened();
            } else {
                Arrivals.fail("the server responded with " + head.headers().status());
            }
        }

        @Override
        public void channelReadComplete(ChannelHandlerContext context) {
            arrivals.flush();
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            Arrivals.fail(String.valueOf(cause));
        }
    }
}
