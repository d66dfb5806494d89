package social.roost.loadgen;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
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
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;

/** Holds streams open and writes to standard output, as binary numbers, which tweets came and when. */
final class Listener {
    private static final int CONNECTING_AT_ONCE = 64;
    private static final int STREAMS_OF_ONE_ADDRESS = 5_000;
    private static final byte[] TWEET = "{\"event\":\"tweet\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ID = "\"data\":{\"data\":{\"id\":\"".getBytes(StandardCharsets.US_ASCII);

    private final int port;
    private final Semaphore connecting = new Semaphore(CONNECTING_AT_ONCE);
    private final CountDownLatch connected;

    /** Written by the one event loop only, once all are connected. */
    private final DataOutputStream output = new DataOutputStream(new BufferedOutputStream(System.out, 16 * 1024));

    private Listener(int port, int streams) {
        this.port = port;
        this.connected = new CountDownLatch(streams);
    }

    /**
     * Opens the streams of some readers and never returns.
     *
     * @param tokens lines of a name and a token
     */
    static void run(int port, Path tokens, int from, int to) throws IOException, InterruptedException {
        List<String> readers = Files.readAllLines(tokens).stream()
                .filter(Listeners::isReader)
                .toList()
                .subList(from, to);
        new Listener(port, readers.size()).listen(readers, from);
    }

    private void listen(List<String> readers, int from) throws IOException, InterruptedException {
        Bootstrap bootstrap = new Bootstrap()
                .group(new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory()))
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.WRITE_BUFFER_WATER_MARK, new WriteBufferWaterMark(1024, 4096));
        for (int i = 0; i < readers.size(); i++) {
            connecting.acquire();
            String token = readers.get(i).split(" ", -1)[1];
            var _ = bootstrap
                    .clone()
                    .handler(new Opening(token))
                    .connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), source(from + i))
                    .addListener(done -> {
                        if (!done.isSuccess()) {
                            fail(String.valueOf(done.cause()));
                        }
                    });
        }
        connected.await();
        output.writeLong(readers.size());
        output.flush();
        new CountDownLatch(1).await();
    }

    /** Each address of the loopback network has ports of its own. */
    private static InetSocketAddress source(int stream) throws UnknownHostException {
        byte[] address = {127, 0, 1, (byte) (1 + stream / STREAMS_OF_ONE_ADDRESS)};
        return new InetSocketAddress(InetAddress.getByAddress(address), 0);
    }

    private static void fail(String why) {
        System.err.println("A stream was not opened: " + why);
        Runtime.getRuntime().halt(1);
    }

    private void tell(ByteBuf text) {
        if (startsWith(text, TWEET)) {
            try {
                output.writeLong(idOf(text));
                output.writeLong(System.nanoTime());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void flush() {
        try {
            output.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean startsWith(ByteBuf text, byte[] start) {
        for (int i = 0; i < start.length; i++) {
            if (text.readableBytes() <= i || text.getByte(text.readerIndex() + i) != start[i]) {
                return false;
            }
        }
        return true;
    }

    private static long idOf(ByteBuf text) {
        String event = text.toString(StandardCharsets.UTF_8);
        String start = new String(ID, StandardCharsets.US_ASCII);
        int from = event.indexOf(start) + start.length();
        return Long.parseLong(event.substring(from, event.indexOf('"', from)));
    }

    private final class Opening extends ChannelInitializer<SocketChannel> {
        private final String token;

        Opening(String token) {
            this.token = token;
        }

        @Override
        protected void initChannel(SocketChannel channel) {
            WebSocketClientProtocolConfig config = WebSocketClientProtocolConfig.newBuilder()
                    .webSocketUri(URI.create("ws://127.0.0.1:" + port + "/api/v1/stream"))
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
                connecting.release();
                connected.countDown();
            }
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
            if (frame instanceof TextWebSocketFrame) {
                tell(frame.content());
            }
        }

        @Override
        public void channelReadComplete(ChannelHandlerContext context) {
            flush();
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            fail(String.valueOf(cause));
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            fail("the server closed it");
        }
    }
}
