package social.roost.gateway;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import social.roost.http.Router;

/**
 * Maps routes to the roles that own them: the same tree as in a process with all roles, with roles instead of handlers.
 */
public final class RouteTable {
    private final Router<Owned> routes = new Router<>();
    private final Set<String> roles;

    /**
     * A route of a role.
     *
     * @param template as in {@link social.roost.http.Route}
     * @param upgrades whether the route can become a WebSocket
     */
    public record Owned(String role, String method, String template, boolean upgrades) {}

    /** @throws IllegalArgumentException if a route has two owners */
    public RouteTable(List<Owned> routes) {
        routes.forEach(route -> this.routes.add(route.method(), route.template(), route));
        roles = routes.stream().map(Owned::role).collect(Collectors.toUnmodifiableSet());
    }

    /** Every role that owns a route. */
    Set<String> roles() {
        return roles;
    }

    Router.Match<Owned> match(String method, String path) {
        return routes.match(method, path);
    }
}
