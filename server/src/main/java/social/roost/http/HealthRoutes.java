package social.roost.http;

import java.util.List;
import java.util.function.BooleanSupplier;
import social.roost.http.Route.Access;

/** {@code /health}: whether the process runs, and whether it takes requests. */
public final class HealthRoutes {
    private final BooleanSupplier ready;

    public HealthRoutes(BooleanSupplier ready) {
        this.ready = ready;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/health/live", Access.ANYONE, request -> Response.json(200, new Health("live"))),
                Route.get("/health/ready", Access.ANYONE, request -> readiness()));
    }

    private Response readiness() {
        if (!ready.getAsBoolean()) {
            throw new Problem(503, "not_ready", "The server takes no requests now: it starts, or it stops.");
        }
        return Response.json(200, new Health("ready"));
    }

    private record Health(String status) {}
}
