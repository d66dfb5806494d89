package social.roost.app;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import social.roost.http.HttpServer;
import social.roost.http.MetricsRoutes;
import social.roost.http.Route;

/** The optional admin port, which serves {@code /metrics} and the operator API. */
final class AdminListener implements AutoCloseable {
    private final AdminSettings admin;
    private final @Nullable HttpServer http;

    AdminListener(Config config, Metrics metrics, List<Route> others) {
        admin = config.admin();
        http = admin.port() == 0
                ? null
                : new HttpServer(
                        config.http().at(admin.host(), admin.port()),
                        Stream.of(new MetricsRoutes(metrics::text).routes(), new LogLevelRoutes().routes(), others)
                                .flatMap(List::stream)
                                .map(admin.names()::only)
                                .toList(),
                        token -> Optional.empty());
    }

    /** @throws IOException if the address is not available, with the reason */
    void start() throws IOException {
        if (http == null) {
            return;
        }
        try {
            int _ = http.start();
        } catch (IOException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new IOException(
                    "Cannot serve /metrics and the operator API on " + admin.host() + ":" + admin.port() + ": "
                            + cause.getMessage()
                            + ". Choose another port with --admin.port, or another address with --admin.host.",
                    e);
        }
    }

    @Override
    public void close() {
        if (http != null) {
            http.close();
        }
    }
}
