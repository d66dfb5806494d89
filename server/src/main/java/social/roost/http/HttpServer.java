package social.roost.http;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.compression.Zstd;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerConfig;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerConnection;
import io.vertx.core.net.SocketAddress;
import java.io.IOException;
import java.net.BindException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Serves routes over HTTP/1.1 and HTTP/2. Event loops do the I/O; each request whose body has arrived runs as blocking
 * code on its own virtual thread.
 */
public final class HttpServer implements AutoCloseable {
    /** In bytes; smaller bodies would grow. */
    static final int COMPRESSED_FROM = 1024;

    static final int COMPRESSION_LEVEL = 3;

    /**
     * In bytes on HTTP/2, which counts 32 more for each header. The limit is higher than what a gateway forwards,
     * because a listener reacts to larger headers by closing the connection, which other requests share.
     */
    private static final int MAXIMUM_HEADER_LIST = 32 * 1024;

    /** Bytes of a WebSocket message from a client. */
    private static final int MAXIMUM_MESSAGE = 16 * 1024;

    private static final long LATE_CHECK_MILLIS = 50;

    private final HttpSettings settings;
    private final Fallback fallback;
    private final Dispatcher dispatcher;
    private final Connections connections;
    private final ClientBounds bounds;
    private final ExecutorService handlers = Executors.newVirtualThreadPerTaskExecutor();
    private final List<io.vertx.core.http.HttpServer> servers = new ArrayList<>();
    private @Nullable Vertx vertx;

    /** Creates a server without metrics. */
    public HttpServer(HttpSettings settings, List<Route> routes, Authenticator authenticator, Fallback fallback) {
        this(
                settings,
                routes,
                new Admission(authenticator, Limits.NONE),
                fallback,
                new RequestMeters(new SimpleMeterRegistry()));
    }

    /** Creates a server without metrics and without a fallback. */
    public HttpServer(HttpSettings settings, List<Route> routes, Authenticator authenticator) {
        this(settings, routes, authenticator, Fallback.NOTHING);
    }

    /** @param admission decides who is admitted, and how often */
    public HttpServer(
            HttpSettings settings, List<Route> routes, Admission admission, Fallback fallback, RequestMeters meters) {
        this.settings = settings;
        this.fallback = fallback;
        this.connections = new Connections(settings);
        ClientBounds bounds = ClientBounds.of(settings);
        this.bounds = bounds;
        this.dispatcher = new Dispatcher(
                settings,
                routes,
                admission,
                fallback,
                handlers,
                draining -> Listening.of(settings, draining, meters, bounds));
    }

    /**
     * Starts to listen.
     *
     * @return the port, chosen by the system if the settings say 0
     * @throws IOException if the address is not available or the certificate is invalid, with the reason
     */
    public int start() throws IOException {
        // Netty loads Zstd at the first connection, on the event loop, and loading it unpacks a native library.
        handlers.execute(Zstd::isAvailable);
        Optional<Certificates> certificates = Certificates.read(settings.tls());
        Vertx vertx = makeVertx();
        this.vertx = vertx;
        fallback.start(vertx);
        try {
            vertx.deployVerticle(
                            () -> new Listener(certificates),
                            new DeploymentOptions().setInstances(settings.eventLoopThreads()))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        } catch (CompletionException e) {
            throw cannotListen(e.getCause());
        }
        var _ = vertx.setPeriodic(LATE_CHECK_MILLIS, id -> dispatcher.queues().refuseLate());
        certificates.ifPresent(read -> new CertificateWatch(settings.tls(), read, this::renew).start(vertx));
        return servers.getFirst().actualPort();
    }

    private Vertx makeVertx() {
        long headMillis = settings.requestTimeout().toMillis();
        return Vertx.builder()
                .with(new VertxOptions()
                        .setEventLoopPoolSize(settings.eventLoopThreads())
                        .setFileSystemOptions(new FileSystemOptions()
                                .setFileCachingEnabled(false)
                                .setClassPathResolvingEnabled(false)))
                .withTransport(GuardedTransport.of(connections::hasRoom, channel -> {
                    ConnectionHeaders.readOn(channel);
                    return ConnectionGuard.watch(channel, connections, headMillis);
                }))
                .build();
    }

    /** Whether the processors were overloaded a moment ago. */
    public boolean isPressed() {
        return dispatcher.queues().isPressed();
    }

    /** The number of open connections. */
    public int connections() {
        return connections.open();
    }

    /** The bytes buffered for clients. */
    public PendingBytes pending() {
        return bounds.pending();
    }

    /** Requests in progress, without open streams. */
    public int requestsInProgress() {
        return dispatcher.queues().inProgress();
    }

    /** The current limit of concurrent requests; as many more can wait. */
    public int requestsAtOnce() {
        return dispatcher.queues().limit();
    }

    /**
     * Stops accepting connections, lets requests in progress finish within the drain timeout, then closes. Idempotent.
     */
    @Override
    public synchronized void close() {
        dispatcher.drain();
        Future.join(servers.stream()
                        .map(server -> server.shutdown(settings.drainTimeout().toMillis(), TimeUnit.MILLISECONDS))
                        .toList())
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        servers.clear();
        endHandlers();
        if (vertx != null) {
            fallback.stop();
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    /** Every connection is closed by now, so nobody waits for handlers that still run. */
    private void endHandlers() {
        handlers.shutdown();
        try {
            if (!handlers.awaitTermination(1, TimeUnit.SECONDS)) {
                handlers.shutdownNow();
            }
        } catch (InterruptedException e) {
            handlers.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private IOException cannotListen(@Nullable Throwable cause) {
        String address = settings.host() + ":" + settings.port();
        if (cause instanceof BindException) {
            return new IOException(
                    "Cannot listen on " + address + ": " + cause.getMessage()
                            + ". Choose another port with --port, or another address with --http.host.",
                    cause);
        }
        if (cause instanceof UnknownHostException) {
            return new IOException(
                    "Cannot listen on " + address
                            + ": this machine does not have the address. Choose another with --http.host.",
                    cause);
        }
        return new IOException("Cannot listen on " + address + ": " + cause, cause);
    }

    /** All listeners share one port, even if the system chooses it. */
    private SocketAddress address() {
        return settings.port() == 0
                ? SocketAddress.sharedRandomPort(1, settings.host())
                : SocketAddress.inetSocketAddress(settings.port(), settings.host());
    }

    private Future<?> renew(Certificates certificates) {
        return Future.join(servers.stream()
                .map(server -> server.updateSSLOptions(certificates.forServer()))
                .toList());
    }

    private HttpServerOptions options() {
        HttpServerOptions options = new HttpServerOptions();
        options.getInitialSettings().setMaxHeaderListSize(MAXIMUM_HEADER_LIST);
        return options.setIdleTimeout((int) settings.idleTimeout().toSeconds())
                .setMaxHeaderSize(16 * 1024)
                .setMaxInitialLineLength(8 * 1024)
                .setCompressionSupported(true)
                .setCompressionLevel(COMPRESSION_LEVEL)
                .setCompressionContentSizeThreshold(COMPRESSED_FROM)
                // Only once the declared length of the body is known to be acceptable.
                .setHandle100ContinueAutomatically(false)
                .setMaxWebSocketFrameSize(MAXIMUM_MESSAGE)
                .setMaxWebSocketMessageSize(MAXIMUM_MESSAGE)
                // The compression state would take more memory than the rest of the connection.
                .setPerFrameWebSocketCompressionSupported(false)
                .setPerMessageWebSocketCompressionSupported(false);
    }

    /** Called as soon as the client's protocol is known. */
    private void onConnection(HttpConnection connection) {
        HeadDeadline.watch(connection, settings.requestTimeout().toMillis());
        if (connection instanceof HttpServerConnection server) {
            ChannelPipeline pipeline = server.channelHandlerContext().pipeline();
            ConnectionHeaders.readIn(pipeline);
            ResponseCompression.replaceIn(pipeline);
            PipelineDepth.limitIn(pipeline);
        }
    }

    private void onInvalidRequest(HttpServerRequest request) {
        Throwable cause = request.decoderResult().cause();
        Problem problem = switch (cause) {
            case TooLongHttpLineException e -> new Problem(414, "address_too_long", "The request target is too long.");
            case TooLongHttpHeaderException e -> Problem.headersTooLarge();
            case PipelineDepth.ExceededException e ->
                new Problem(
                        429,
                        "too_many_pipelined",
                        "Send at most " + PipelineDepth.MAXIMUM
                                + " requests on a connection without waiting for a response.");
            case null, default -> Problem.malformedRequest();
        };
        dispatcher.refuse(request, problem);
    }

    /** One listener per event loop, all on the same port; connections are distributed among them. */
    private final class Listener extends VerticleBase {
        private final Optional<Certificates> certificates;

        Listener(Optional<Certificates> certificates) {
            this.certificates = certificates;
        }

        @Override
        public Future<?> start() {
            boolean secure = certificates.isPresent();
            var builder = vertx.httpServerBuilder()
                    .with(new HttpServerConfig(options().setSsl(secure).setUseAlpn(secure)));
            certificates.ifPresent(read -> builder.with(read.forServer()));
            var server = builder.build()
                    .requestHandler(dispatcher::dispatch)
                    .connectionHandler(HttpServer.this::onConnection)
                    .invalidRequestHandler(HttpServer.this::onInvalidRequest);
            synchronized (servers) {
                servers.add(server);
            }
            return server.listen(address());
        }
    }
}
