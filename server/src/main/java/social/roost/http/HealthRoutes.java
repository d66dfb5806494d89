package social.roost.http;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import social.roost.http.Route.Access;

/** {@code /health}: whether the process runs, whether it accepts requests, and the state of its dependencies. */
public final class HealthRoutes {
    private final BooleanSupplier ready;
    private final Supplier<List<Dependency>> dependencies;

    public HealthRoutes(BooleanSupplier ready, Supplier<List<Dependency>> dependencies) {
        this.ready = ready;
        this.dependencies = dependencies;
    }

    /** For everyone: lists dependencies by name, without addresses. */
    public List<Route> routes() {
        return List.of(
                live(),
                ready(() -> dependencies.get().stream()
                        .map(Dependency::withoutAddress)
                        .toList()));
    }

    /** The same with addresses, for a port that strangers cannot reach. */
    public List<Route> detailedRoutes() {
        return List.of(live(), ready(dependencies));
    }

    private static Route live() {
        return Route.get("/health/live", Access.ANYONE, request -> Response.json(200, new Live("live")))
                .unlimited();
    }

    private Route ready(Supplier<List<Dependency>> shown) {
        return Route.get("/health/ready", Access.ANYONE, request -> readiness(shown.get()))
                .unlimited();
    }

    private Response readiness(List<Dependency> shown) {
        if (!ready.getAsBoolean()) {
            throw new Problem(503, "not_ready", "The server is starting or stopping, or its database is not writable.");
        }
        return Response.json(200, new Ready("ready", shown));
    }

    /**
     * A store, or an instance of a role, that this process calls.
     *
     * @param address null for a store
     * @param state of its circuit breaker: closed is normal, open means down, half_open means that trial calls are made
     */
    public record Dependency(String name, @Nullable String address, String state) {
        Dependency withoutAddress() {
            return new Dependency(name, null, state);
        }
    }

    private record Live(String status) {}

    private record Ready(String status, List<Dependency> dependencies) {}
}
