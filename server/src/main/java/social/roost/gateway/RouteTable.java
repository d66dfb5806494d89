package social.roost.gateway;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import social.roost.http.Router;

/** Which role owns which route: the tree of one process that had every role, with roles in the place of handlers. */
public final class RouteTable {
    private final Router<Owned> routes = new Router<>();
    private final Set<String> roles;

    /**
     * One route of a role.
     *
     * @param template as that of a {@link social.roost.http.Route}
     * @param upgrades whether a connection may become a WebSocket here
     */
    public record Owned(String role, String method, String template, boolean upgrades) {}

    /** @throws IllegalArgumentException when a route has two owners */
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
