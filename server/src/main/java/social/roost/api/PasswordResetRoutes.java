package social.roost.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import social.roost.base.Rejection;
import social.roost.base.Rejection.Kind;
import social.roost.http.Request;
import social.roost.http.Response;
import social.roost.http.Route;
import social.roost.http.Route.Access;
import social.roost.user.PasswordResets;

/** {@code /password-resets}: new passwords for users who have forgotten theirs. */
public final class PasswordResetRoutes {
    private static final String PATH = "/api/roost/v1/password-resets";

    private final @Nullable PasswordResets resets;

    /** @param resets null if this server sends no emails */
    public PasswordResetRoutes(@Nullable PasswordResets resets) {
        this.resets = resets;
    }

    public List<Route> routes() {
        return List.of(
                Route.post(PATH, Access.ANYONE, this::request).in("mail"),
                Route.post(PATH + "/{token}", Access.ANYONE, this::reset)
                        .in("log-in")
                        .hashingPassword());
    }

    private Response request(Request request) {
        PasswordResets present = present();
        present.request(request.json(ResetRequest.class).email());
        return Response.accepted();
    }

    private Response reset(Request request) {
        PasswordResets present = present();
        present.reset(request.pathParameter(0), request.json(Reset.class).newPassword());
        return Response.noContent();
    }

    private PasswordResets present() {
        if (resets == null) {
            throw new Rejection(Kind.NOT_FOUND, "mail_disabled", "This server sends no emails.");
        }
        return resets;
    }

    private record ResetRequest(@Nullable String email) {}

    private record Reset(@Nullable String newPassword) {}
}
