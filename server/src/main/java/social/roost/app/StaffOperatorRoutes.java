package social.roost.app;

import java.util.List;
import java.util.function.LongPredicate;
import social.roost.base.Rejection;
import social.roost.http.Response;
import social.roost.http.Route;
import social.roost.http.Route.Access;
import social.roost.moderation.Sanctions;
import social.roost.moderation.Staff;
import social.roost.user.Users;

/** {@code /admin/users} on the admin port: suspensions and moderators. */
final class StaffOperatorRoutes {
    private static final String USER = "/admin/users/{username}";

    private final Users users;
    private final Staff staff;
    private final Sanctions sanctions;

    StaffOperatorRoutes(Users users, Staff staff, Sanctions sanctions) {
        this.users = users;
        this.staff = staff;
        this.sanctions = sanctions;
    }

    List<Route> routes() {
        return List.of(
                Route.put(USER + "/suspension", Access.ANYONE, changing(sanctions::suspend)),
                Route.delete(USER + "/suspension", Access.ANYONE, changing(sanctions::reinstate)),
                Route.put(USER + "/moderator", Access.ANYONE, changing(id -> staff.grant(id, 0))),
                Route.delete(USER + "/moderator", Access.ANYONE, changing(id -> staff.revoke(id, 0))));
    }

    private Route.Handler changing(LongPredicate change) {
        return OperatorsOnly.of(request -> {
            long id = users.findByUsername(request.pathParameter(0))
                    .orElseThrow(() -> Rejection.notFound("user"))
                    .user()
                    .id();
            return Response.data(200, new Changed(change.test(id)));
        });
    }

    private record Changed(boolean changed) {}
}
