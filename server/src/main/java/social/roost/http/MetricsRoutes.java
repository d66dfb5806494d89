package social.roost.http;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.function.Supplier;
import social.roost.http.Route.Access;

/** {@code /metrics}: all metrics in the Prometheus text format, for a separate port that strangers cannot reach. */
public final class MetricsRoutes {
    private static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final Supplier<String> text;

    public MetricsRoutes(Supplier<String> text) {
        this.text = text;
    }

    public List<Route> routes() {
        return List.of(Route.get(
                "/metrics", Access.ANYONE, request -> Response.bytes(200, CONTENT_TYPE, Buffer.buffer(text.get()))));
    }
}
