package social.roost.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import social.roost.gateway.RouteTable;
import social.roost.gateway.RouteTable.Owned;
import social.roost.http.OpenApiRoutes;
import social.roost.http.OpenApiRoutes.Operation;

/**
 * Which role serves which route, by the tags of the API description: a gateway does not have the routes of other roles.
 */
final class RoutesOfRoles {
    /** The tag of routes that every process serves itself. */
    private static final String OWN = "service";

    private RoutesOfRoles() {}

    static RouteTable table() {
        return new RouteTable(owned());
    }

    static List<Owned> owned() {
        List<Owned> routes = new ArrayList<>();
        for (Operation operation : OpenApiRoutes.operations()) {
            Optional<Role> role = Role.ofTag(operation.tag());
            if (role.isPresent()) {
                routes.add(
                        new Owned(role.get().text(), operation.method(), operation.template(), operation.upgrades()));
            } else if (!operation.tag().equals(OWN)) {
                throw new IllegalStateException("No role owns routes with the tag " + operation.tag());
            }
        }
        return routes;
    }
}
