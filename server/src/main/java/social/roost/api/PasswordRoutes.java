package social.roost.api;

import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.roost.base.Rejection;
import social.roost.http.Request;
import social.roost.http.Response;
import social.roost.http.Route;
import social.roost.http.Route.Access;
import social.roost.user.KnownDevice;
import social.roost.user.PasswordChanges;

/** {@code /users/me/password}. */
public final class PasswordRoutes {
    private static final int MAXIMUM_PASSWORD = 512;

    private final PasswordChanges changes;
    private final InstantSource clock;
    private final boolean secureCookie;

    /** @param secureCookie whether cookies are always {@code Secure}, even for requests without TLS */
    public PasswordRoutes(PasswordChanges changes, InstantSource clock, boolean secureCookie) {
        this.changes = changes;
        this.clock = clock;
        this.secureCookie = secureCookie;
    }

    public List<Route> routes() {
        return List.of(Route.put("/api/roost/v1/users/me/password", Access.LOGGED_IN, this::change)
                .hashingPassword());
    }

    private Response change(Request request) {
        Change change = request.json(Change.class);
        String current = change.currentPassword();
        if (current == null || current.isEmpty() || current.length() > MAXIMUM_PASSWORD) {
            throw Rejection.invalid(
                    "current_password", "Required; at most " + MAXIMUM_PASSWORD + " characters are allowed.");
        }
        String hash = changes.change(request.caller(), current, change.newPassword());
        return request.isByCookie() ? withDevice(request, hash) : Response.noContent();
    }

    /** The new password invalidates the browser's device. */
    private Response withDevice(Request request, String hash) {
        String device = KnownDevice.issue(request.caller().userId(), hash, clock.millis());
        boolean secure = secureCookie || request.isSecure();
        return Response.noContent()
                .header("set-cookie", SessionRoutes.DEVICE.keep(device, KnownDevice.LIFETIME, secure));
    }

    private record Change(
            @Nullable String currentPassword, @Nullable String newPassword) {}
}
