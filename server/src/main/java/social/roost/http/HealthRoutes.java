package social.roost.http;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import social.roost.http.Route.Access;

/** {@code /health}: whether the process runs, whether it takes requests, and how what it depends on is doing. */
public final class HealthRoutes {
    private final BooleanSupplier ready;
    private final Supplier<List<Dependency>> dependencies;

    public HealthRoutes(BooleanSupplier ready, Supplier<List<Dependency>> dependencies) {
        this.ready = ready;
        this.dependencies = dependencies;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/health/live", Access.ANYONE, request -> Response.json(200, new Live("live")))
                        .unlimited(),
                Route.get("/health/ready", Access.ANYONE, request -> readiness())
                        .unlimited());
    }

    private Response readiness() {
        if (!ready.getAsBoolean()) {
            throw new Problem(503, "not_ready", "The server is starting or stopping, or it cannot store anything.");
        }
        return Response.json(200, new Ready("ready", dependencies.get()));
    }

    /**
     * A store or a role that this process calls.
     *
     * @param state of its circuit breaker: closed is well, open is down, half_open is being tried again
     */
    public record Dependency(String name, String state) {}

    private record Live(String status) {}

    private record Ready(String status, List<Dependency> dependencies) {}
}
