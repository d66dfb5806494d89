package social.roost.loadgen;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler.ClientHandshakeStateEvent;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;

/** Holds WebSockets open, each on its own connection. */
final class WebSocketListener {
    private final int port;
    private final Arrivals arrivals;

    WebSocketListener(int port, Arrivals arrivals) {
        this.port = port;
        this.arrivals = arrivals;
    }

    /** @param first the number of the first of them among all */
    void open(List<String> tokens, int first) throws IOException, InterruptedException {
        Bootstrap bootstrap = new Bootstrap()
                .group(new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory()))
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.WRITE_BUFFER_WATER_MARK, new WriteBufferWaterMark(1024, 4096));
        InetSocketAddress server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        for (int i = 0; i < tokens.size(); i++) {
            arrivals.awaitTurn();
            var _ = bootstrap
                    .clone()
                    .handler(new Opening(tokens.get(i)))
                    .connect(server, Source.of(first + i))
                    .addListener(done -> {
                        if (!done.isSuccess()) {
                            Arrivals.fail(String.valueOf(done.cause()));
                        }
                    });
        }
    }

    private final class Opening extends ChannelInitializer<SocketChannel> {
        private final String token;

        Opening(String token) {
            this.token = token;
        }

        @Override
        protected void initChannel(SocketChannel channel) {
            WebSocketClientProtocolConfig config = WebSocketClientProtocolConfig.newBuilder()
                    .webSocketUri(URI.create("ws://127.0.0.1:" + port + "/api/roost/v1/stream"))
                    .customHeaders(new DefaultHttpHeaders().add("authorization", "Bearer " + token))
                    .maxFramePayloadLength(1 << 20)
                    .handshakeTimeoutMillis(60_000)
                    .build();
            channel.pipeline()
                    .addLast(
                            new HttpClientCodec(),
                            new HttpObjectAggregator(8_192),
                            new WebSocketClientProtocolHandler(config),
                            new Events());
        }
    }

    private final class Events extends SimpleChannelInboundHandler<WebSocketFrame> {
        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) {
            if (event == ClientHandshakeStateEvent.HANDSHAKE_COMPLETE) {
                arrivals.opened();
            }
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
            if (frame instanceof TextWebSocketFrame text) {
                arrivals.take(text.text());
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

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            Arrivals.fail("the server closed the stream");
        }
    }
}
