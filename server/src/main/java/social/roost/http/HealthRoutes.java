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
        return ready.getAsBoolean()
                ? Response.json(200, new Health("ready"))
                : Response.json(503, new Health("not ready")).header("retry-after", "1");
    }

    private record Health(String status) {}
}
