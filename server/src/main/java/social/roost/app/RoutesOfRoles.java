package social.roost.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import social.roost.gateway.RouteTable;
import social.roost.gateway.RouteTable.Owned;
import social.roost.http.OpenApiRoutes;
import social.roost.http.OpenApiRoutes.Operation;

/**
 * Which role owns which route, for a gateway, which has no routes of other roles itself: it goes by the tags of the API's
 * description.
 */
final class RoutesOfRoles {
    private static final Map<String, Role> BY_TAG = Map.of(
            "admin", Role.USERS,
            "accounts", Role.USERS,
            "sessions", Role.USERS,
            "follows", Role.USERS,
            "blocks", Role.USERS,
            "tweets", Role.TWEETS,
            "engagement", Role.TWEETS,
            "timelines", Role.TIMELINES,
            "notifications", Role.NOTIFICATIONS,
            "live", Role.LIVE);

    /** What every process answers itself. */
    private static final String OWN = "service";

    private RoutesOfRoles() {}

    static RouteTable table() {
        return new RouteTable(owned());
    }

    static List<Owned> owned() {
        List<Owned> routes = new ArrayList<>();
        for (Operation operation : OpenApiRoutes.operations()) {
            Role role = BY_TAG.get(operation.tag());
            if (role != null) {
                routes.add(new Owned(role.text(), operation.method(), operation.template(), operation.upgrades()));
            } else if (!operation.tag().equals(OWN)) {
                throw new IllegalStateException("No role owns routes with the tag " + operation.tag());
            }
        }
        return routes;
    }
}
