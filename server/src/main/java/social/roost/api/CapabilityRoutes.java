package social.roost.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import social.roost.http.Request;
import social.roost.http.Response;
import social.roost.http.Route;
import social.roost.http.Route.Access;

/** {@code /capabilities}: what clients need to know before they let someone write or choose a file. */
public final class CapabilityRoutes {
    private final List<Capability> capabilities;

    /** @param capabilities in the order of the response */
    public CapabilityRoutes(List<Capability> capabilities) {
        this.capabilities = List.copyOf(capabilities);
    }

    public List<Route> routes() {
        return List.of(Route.get("/api/roost/v1/capabilities", Access.ANYONE, this::get));
    }

    private Response get(Request request) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        capabilities.forEach(each -> fields.put(each.name(), each.value().get()));
        return Response.data(200, fields);
    }
}
