package social.roost.app;

import java.util.List;
import org.jspecify.annotations.Nullable;
import social.roost.api.ProfileJson;
import social.roost.base.Rejection;
import social.roost.http.Request;
import social.roost.http.Response;
import social.roost.http.Route;
import social.roost.http.Route.Access;
import social.roost.user.Accounts;
import social.roost.user.PasswordChanges;
import social.roost.user.Profile;
import social.roost.user.SecondFactors;
import social.roost.user.Users;

/** {@code /admin/users} on the admin port: what operators can do with accounts and passwords. */
final class AccountOperatorRoutes {
    private final Users users;
    private final Accounts accounts;
    private final PasswordChanges passwords;
    private final SecondFactors secondFactors;

    AccountOperatorRoutes(Users users, Accounts accounts, PasswordChanges passwords, SecondFactors secondFactors) {
        this.users = users;
        this.accounts = accounts;
        this.passwords = passwords;
        this.secondFactors = secondFactors;
    }

    List<Route> routes() {
        return List.of(
                Route.post("/admin/users", Access.ANYONE, OperatorsOnly.of(this::create))
                        .hashingPassword(),
                Route.put("/admin/users/{username}/password", Access.ANYONE, OperatorsOnly.of(this::setPassword))
                        .hashingPassword(),
                Route.delete(
                        "/admin/users/{username}/second-factor",
                        Access.ANYONE,
                        OperatorsOnly.of(this::removeSecondFactor)));
    }

    private Response create(Request request) {
        return Response.encoded(201, ProfileJson.one(accounts.create(request.json(Accounts.Registration.class))));
    }

    private Response setPassword(Request request) {
        Profile profile = profile(request);
        passwords.set(profile.user().id(), request.json(NewPassword.class).password());
        return Response.data(200, new Done(profile.user().username()));
    }

    private Response removeSecondFactor(Request request) {
        return Response.data(
                200,
                new Changed(
                        secondFactors.removeByOperator(profile(request).user().id())));
    }

    private Profile profile(Request request) {
        return users.findByUsername(request.pathParameter(0)).orElseThrow(() -> Rejection.notFound("user"));
    }

    private record NewPassword(@Nullable String password) {}

    private record Done(String username) {}

    private record Changed(boolean changed) {}
}
