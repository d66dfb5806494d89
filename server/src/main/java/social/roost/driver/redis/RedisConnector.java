package social.roost.driver.redis;

import io.lettuce.core.AbstractRedisClient;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.SslOptions;
import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.cluster.ClusterTopologyRefreshOptions;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import java.io.File;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import social.roost.base.CipherSuites;
import social.roost.driver.StoreTls;

/**
 * Opens the single connection that all calls share: to a node or a cluster. It is opened when first needed and, while
 * that fails, again at each call; once open, it reconnects by itself.
 *
 * <p>While it is disconnected, calls fail immediately, including those in flight, instead of being kept and sent later.
 */
final class RedisConnector implements AutoCloseable {
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(20);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration REFRESH_PAUSE = Duration.ofSeconds(30);

    private final ClientResources resources;
    private final AbstractRedisClient client;
    private final Supplier<StatefulConnection<String, byte[]>> opening;
    private final Supplier<StatefulRedisPubSubConnection<String, byte[]>> openingToListen;
    private @Nullable CompletableFuture<StatefulConnection<String, byte[]>> connection;

    RedisConnector(RedisSettings settings, Duration deadline) {
        resources = ClientResources.builder()
                .reconnectDelay(Delay.exponential(SHORTEST_PAUSE, LONGEST_PAUSE, 2, TimeUnit.MILLISECONDS))
                .build();
        List<RedisURI> nodes = settings.nodes();
        nodes.forEach(node -> node.setTimeout(deadline));
        if (settings.cluster()) {
            RedisClusterClient cluster = RedisClusterClient.create(resources, nodes);
            cluster.setOptions(clusterOptions(settings.tls(), deadline));
            client = cluster;
            opening = () -> cluster.connect(RedisCall.CODEC);
            openingToListen = () -> cluster.connectPubSub(RedisCall.CODEC);
        } else {
            RedisClient single = RedisClient.create(resources, nodes.getFirst());
            single.setOptions(
                    common(ClientOptions.builder(), settings.tls(), deadline).build());
            client = single;
            opening = () -> single.connect(RedisCall.CODEC);
            openingToListen = () -> single.connectPubSub(RedisCall.CODEC);
        }
    }

    /** The connection, or one attempt to open it that all callers share. */
    synchronized CompletableFuture<StatefulConnection<String, byte[]>> connection() {
        if (connection == null || connection.isCompletedExceptionally()) {
            connection = CompletableFuture.supplyAsync(opening, Thread::startVirtualThread);
        }
        return connection;
    }

    /** A connection of its own for a channel, which subscribes again when it reconnects. */
    StatefulRedisPubSubConnection<String, byte[]> connectToListen() {
        return openingToListen.get();
    }

    /** Gives the connection up: the next call opens a new one. */
    synchronized void renew() {
        if (connection != null && connection.isDone() && !connection.isCompletedExceptionally()) {
            var _ = connection.join().closeAsync();
            connection = null;
        }
    }

    @Override
    public void close() {
        client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
        var _ = resources.shutdown(0, 2, TimeUnit.SECONDS);
    }

    private static ClusterClientOptions clusterOptions(StoreTls tls, Duration deadline) {
        ClusterTopologyRefreshOptions refresh = ClusterTopologyRefreshOptions.builder()
                .enablePeriodicRefresh(REFRESH_PAUSE)
                .build();
        ClusterClientOptions.Builder options = ClusterClientOptions.builder();
        var _ = common(options, tls, deadline);
        return options.topologyRefreshOptions(refresh).build();
    }

    private static ClientOptions.Builder common(ClientOptions.Builder options, StoreTls tls, Duration deadline) {
        return options.sslOptions(sslOptions(tls))
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .socketOptions(SocketOptions.builder()
                        .connectTimeout(deadline)
                        .keepAlive(true)
                        .build());
    }

    static SslOptions sslOptions(StoreTls tls) {
        SslOptions.Builder options = SslOptions.builder().jdkSslProvider().cipherSuites(CipherSuites.strong());
        if (!tls.authority().isEmpty()) {
            options.trustManager(new File(tls.authority()));
        }
        if (tls.hasCertificate()) {
            options.keyManager(new File(tls.certificate()), new File(tls.key()), new char[0]);
        }
        return options.build();
    }
}
