package social.roost.loadgen;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseDecoder;
import io.netty.handler.codec.http.LastHttpContent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests over a fixed number of connections, one at a time on each, all on one thread: cheap enough to run next
 * to the server that it measures. A request without a free connection waits for one, and fails if no connection is
 * open.
 */
final class LoadClient implements AutoCloseable {
    private final MultiThreadIoEventLoopGroup group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final Bootstrap bootstrap;
    private final ArrayDeque<Channel> idle = new ArrayDeque<>();
    private final ArrayDeque<Exchange> waiting = new ArrayDeque<>();

    /** Open connections, idle or not. Like the queues, used only by the client's thread. */
    private int open;

    private LoadClient(int port) {
        bootstrap = new Bootstrap()
                .group(group)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .remoteAddress("127.0.0.1", port)
                .handler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.pipeline().addLast(new HttpResponseDecoder(), new Answers());
                    }
                });
    }

    /** Opens all connections. */
    static LoadClient connect(int port, int connections) throws IOException, InterruptedException {
        LoadClient client = new LoadClient(port);
        for (int i = 0; i < connections; i++) {
            if (!client.bootstrap.connect().await().isSuccess()) {
                client.close();
                throw new IOException("No server responds at port " + port);
            }
        }
        return client;
    }

    /** Sends a request; the response is handled on the client's thread, and must be handled quickly. */
    void send(Request request, Consumer<Response> then) {
        group.execute(() -> begin(new Exchange(request, then)));
    }

    /** Runs a task after a pause, on the client's thread. */
    void later(long millis, Runnable task) {
        var _ = group.schedule(task, millis, TimeUnit.MILLISECONDS);
    }

    /** Sends a request and waits for the response. */
    Response call(Request request) throws IOException, InterruptedException {
        CompletableFuture<Response> answer = new CompletableFuture<>();
        send(request, answer::complete);
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        var _ = group.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    }

    private void begin(Exchange exchange) {
        Channel channel = idle.poll();
        if (channel == null && open == 0) {
            fail(exchange);
        } else if (channel == null) {
            waiting.add(exchange);
        } else {
            write(channel, exchange);
        }
    }

    private static void write(Channel channel, Exchange exchange) {
        Answers answers = channel.pipeline().get(Answers.class);
        answers.current = exchange;
        var _ = channel.writeAndFlush(Unpooled.wrappedBuffer(exchange.request.bytes()));
    }

    private static void fail(Exchange exchange) {
        exchange.then.accept(new Response(Response.BROKEN, ""));
    }

    /** Replaces a closed connection. If nobody listens any more, waiting requests fail. */
    private void reconnect() {
        var _ = bootstrap.connect().addListener(connecting -> {
            if (!connecting.isSuccess() && open == 0) {
                List<Exchange> failed = List.copyOf(waiting);
                waiting.clear();
                failed.forEach(LoadClient::fail);
            }
        });
    }

    /** Last in, first out: its buffers are warm. */
    private void free(Channel channel) {
        Exchange next = waiting.poll();
        if (next == null) {
            idle.push(channel);
        } else {
            write(channel, next);
        }
    }

    /** A request in progress. */
    private static final class Exchange {
        private final Request request;
        private final Consumer<Response> then;
        private final StringBuilder body = new StringBuilder();
        private int status;

        Exchange(Request request, Consumer<Response> then) {
            this.request = request;
            this.then = then;
        }
    }

    private final class Answers extends SimpleChannelInboundHandler<HttpObject> {
        private @Nullable Exchange current;

        @Override
        public void channelActive(ChannelHandlerContext context) {
            open++;
            free(context.channel());
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, HttpObject part) {
            Exchange exchange = current;
            if (exchange == null) {
                var _ = context.close();
                return;
            }
            if (part instanceof HttpResponse response) {
                exchange.status = response.status().code();
            }
            if (part instanceof HttpContent content && exchange.request.wantsBody()) {
                exchange.body.append(content.content().toString(StandardCharsets.UTF_8));
            }
            if (part instanceof LastHttpContent) {
                current = null;
                free(context.channel());
                exchange.then.accept(new Response(exchange.status, exchange.body.toString()));
            }
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            open--;
            idle.remove(context.channel());
            Exchange exchange = current;
            if (!group.isShuttingDown()) {
                reconnect();
            }
            if (exchange != null) {
                current = null;
                fail(exchange);
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            var _ = context.close();
        }
    }
}
