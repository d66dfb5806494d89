package social.roost.app;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.roost.http.HttpServer;
import social.roost.http.MetricsRoutes;

/** Serves {@code /metrics} on a port of its own, if there shall be one. */
final class MetricsListener implements AutoCloseable {
    private final AdminSettings admin;
    private final @Nullable HttpServer http;

    MetricsListener(Config config, Metrics metrics) {
        admin = config.admin();
        http = admin.port() == 0
                ? null
                : new HttpServer(
                        config.http().at(admin.host(), admin.port()),
                        new MetricsRoutes(metrics::text).routes(),
                        token -> Optional.empty());
    }

    /** @throws IOException when it cannot listen there, saying why */
    void start() throws IOException {
        if (http == null) {
            return;
        }
        try {
            int _ = http.start();
        } catch (IOException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new IOException(
                    "Cannot serve /metrics on " + admin.host() + ":" + admin.port() + ": " + cause.getMessage()
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
