package social.roost.user;

import java.util.List;
import social.roost.base.Rejection;
import social.roost.http.Request;
import social.roost.http.Response;
import social.roost.http.Route;
import social.roost.http.Route.Access;

/** {@code /users}: registration and profiles. */
public final class UserRoutes {
    private final Accounts accounts;
    private final Users users;
    private final Suspensions suspensions;
    private final Admins admins;

    public UserRoutes(Accounts accounts, Users users, Suspensions suspensions, Admins admins) {
        this.accounts = accounts;
        this.users = users;
        this.suspensions = suspensions;
        this.admins = admins;
    }

    public List<Route> routes() {
        return List.of(
                Route.post("/api/roost/v1/users", Access.ANYONE, this::register)
                        .in("sign-up")
                        .hashingPassword(),
                Route.get("/api/roost/v1/users/me", Access.LOGGED_IN, this::me),
                Route.patch("/api/roost/v1/users/me", Access.LOGGED_IN, this::edit),
                Route.get("/api/roost/v1/users/{id}", Access.ANYONE, this::byId),
                Route.get("/api/roost/v1/users/by/username/{username}", Access.ANYONE, this::byUsername));
    }

    private Response register(Request request) {
        Profile profile = accounts.register(request.json(Accounts.Registration.class));
        return ProfileJson.one(201, profile)
                .header("location", "/api/roost/v1/users/" + profile.user().id());
    }

    private Response me(Request request) {
        return own(users.require(request.caller().userId()));
    }

    private Response edit(Request request) {
        Accounts.ProfileEdit edit = request.json(Accounts.ProfileEdit.class);
        return own(accounts.edit(request.caller().userId(), edit));
    }

    private Response own(Profile profile) {
        return admins.include(profile.user())
                ? ProfileJson.marked(200, profile, "admin")
                : ProfileJson.one(200, profile);
    }

    private Response byId(Request request) {
        return shown(users.require(request.pathId(0, "user")));
    }

    private Response byUsername(Request request) {
        return shown(users.findByUsername(request.pathParameter(0)).orElseThrow(() -> Rejection.notFound("user")));
    }

    private Response shown(Profile profile) {
        suspensions.refuse(profile.user().id());
        return ProfileJson.one(200, profile);
    }
}
