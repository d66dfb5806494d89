package social.roost.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import social.roost.base.Rejection;
import social.roost.base.Rejection.Kind;
import social.roost.http.Request;
import social.roost.http.Response;
import social.roost.http.Route;
import social.roost.http.Route.Access;
import social.roost.user.Emails;
import social.roost.user.PendingEmail;

/** {@code /users/me/email}: the address of a user, and links that confirm it. */
public final class EmailRoutes {
    private static final String MINE = "/api/roost/v1/users/me/email";
    private static final int MAXIMUM_PASSWORD = 512;

    private final @Nullable Emails emails;

    /** @param emails null if this server sends no emails */
    public EmailRoutes(@Nullable Emails emails) {
        this.emails = emails;
    }

    public List<Route> routes() {
        return List.of(
                Route.get(MINE, Access.LOGGED_IN, this::get),
                Route.patch(MINE, Access.LOGGED_IN, this::change).hashingPassword(),
                Route.post(MINE + "/confirmations", Access.LOGGED_IN, this::resend)
                        .in("mail"),
                Route.post("/api/roost/v1/email-confirmations/{token}", Access.ANYONE, this::confirm)
                        .in("log-in"));
    }

    private Response get(Request request) {
        return answer(present().of(request.caller().userId()));
    }

    private Response change(Request request) {
        Emails present = present();
        Change change = request.json(Change.class);
        String current = change.currentPassword();
        if (current == null || current.isEmpty() || current.length() > MAXIMUM_PASSWORD) {
            throw Rejection.invalid(
                    "current_password", "Required; at most " + MAXIMUM_PASSWORD + " characters are allowed.");
        }
        return answer(present.change(request.caller(), current, change.email()));
    }

    private Response resend(Request request) {
        present().resend(request.caller().userId());
        return Response.accepted();
    }

    private Response confirm(Request request) {
        present().confirm(request.pathParameter(0));
        return Response.noContent();
    }

    private Emails present() {
        if (emails == null) {
            throw new Rejection(Kind.NOT_FOUND, "mail_disabled", "This server sends no emails.");
        }
        return emails;
    }

    private static Response answer(PendingEmail email) {
        return Response.data(200, new EmailJson(email.current(), email.confirmed(), email.next()));
    }

    private record Change(@Nullable String email, @Nullable String currentPassword) {}

    /** @param next replaces the address once it is confirmed */
    private record EmailJson(
            String address, boolean confirmed, @Nullable String next) {}
}
