package social.roost.app;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import social.roost.api.MovedRoutes;
import social.roost.api.PagePreviews;
import social.roost.base.trace.Tracer;
import social.roost.gateway.Gateway;
import social.roost.http.Admission;
import social.roost.http.HealthRoutes;
import social.roost.http.HttpServer;
import social.roost.http.Limits;
import social.roost.http.OpenApiRoutes;
import social.roost.http.WebClient;

/**
 * A process that is only a gateway: it needs no stores, and serves only its health, the API description and the web
 * client.
 */
final class GatewayServer implements Serving {
    private final Tracer tracer;
    private final Metrics metrics;
    private final AdminListener adminListener;
    private final HttpServer http;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean ready;

    GatewayServer(Config config) {
        tracer = Traces.tracer(config);
        metrics = new Metrics(tracer, config.log());
        Gateway gateway = new Gateway(config.gateway(), RoutesOfRoles.table());
        gateway.roles().forEach(role -> metrics.watchRole(role, () -> gateway.callable(role)));
        HealthRoutes health = new HealthRoutes(() -> ready, gateway::dependencies);
        http = new HttpServer(
                config.http(),
                Stream.of(health.routes(), new OpenApiRoutes().routes(), new MovedRoutes().routes())
                        .flatMap(List::stream)
                        .toList(),
                // Roles enforce the limits, because they know the caller.
                new Admission(token -> Optional.empty(), Limits.NONE),
                new WebClient(gateway, new PagePreviews(gateway), config.mediaOrigins()),
                metrics.requests);
        metrics.watch(http);
        adminListener = new AdminListener(config, metrics, health.detailedRoutes());
    }

    Metrics metrics() {
        return metrics;
    }

    @Override
    public int listen() {
        try {
            int port = http.start();
            adminListener.start();
            metrics.watchProcess();
            ready = true;
            return port;
        } catch (IOException e) {
            throw new StartupException(String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public boolean isReady() {
        return ready;
    }

    @Override
    public void awaitClose() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        ready = false;
        try {
            http.close();
            adminListener.close();
            metrics.close();
            tracer.close();
        } finally {
            closed.countDown();
        }
    }
}
