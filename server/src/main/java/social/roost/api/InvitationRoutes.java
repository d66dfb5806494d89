package social.roost.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import social.roost.base.Timestamps;
import social.roost.http.Request;
import social.roost.http.Response;
import social.roost.http.Route;
import social.roost.http.Route.Access;
import social.roost.user.InvitationStore.Invitation;
import social.roost.user.Invitations;
import social.roost.user.Moderators;

/** {@code /invitations}: operators invite people to register. */
public final class InvitationRoutes {
    private static final String ALL = "/api/roost/v1/invitations";

    private final Invitations invitations;
    private final Moderators staff;

    public InvitationRoutes(Invitations invitations, Moderators staff) {
        this.invitations = invitations;
        this.staff = staff;
    }

    public List<Route> routes() {
        return List.of(
                Route.get(ALL, Access.LOGGED_IN, ofOperators(this::list)),
                Route.post(ALL, Access.LOGGED_IN, ofOperators(this::create)),
                Route.delete(ALL + "/{id}", Access.LOGGED_IN, ofOperators(this::remove)));
    }

    private Route.Handler ofOperators(Route.Handler handler) {
        return request -> {
            staff.requireOperator(request.caller());
            return handler.handle(request);
        };
    }

    private Response list(Request request) {
        return Response.data(
                200, invitations.list().stream().map(InvitationJson::of).toList());
    }

    private Response create(Request request) {
        NewInvitation wanted = request.json(NewInvitation.class);
        int uses = wanted.uses() == null ? 1 : wanted.uses();
        int days = wanted.days() == null ? 7 : wanted.days();
        return Response.data(
                201, InvitationJson.of(invitations.create(request.caller().userId(), uses, days)));
    }

    private Response remove(Request request) {
        invitations.remove(request.pathParameter(0));
        return Response.noContent();
    }

    private record NewInvitation(
            @Nullable Integer uses, @Nullable Integer days) {}

    private record InvitationJson(String code, int uses, int used, String createdAt, String expiresAt) {
        static InvitationJson of(Invitation invitation) {
            return new InvitationJson(
                    invitation.code(),
                    invitation.uses(),
                    invitation.used(),
                    Timestamps.format(invitation.createdAt()),
                    Timestamps.format(invitation.expiresAt()));
        }
    }
}
