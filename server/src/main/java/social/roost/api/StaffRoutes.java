package social.roost.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import social.roost.api.ModerationJson.AuditJson;
import social.roost.base.Cursor;
import social.roost.base.Ids;
import social.roost.base.ListId;
import social.roost.base.Page;
import social.roost.base.Rejection;
import social.roost.base.Timestamps;
import social.roost.http.Request;
import social.roost.http.Response;
import social.roost.http.Route;
import social.roost.http.Route.Access;
import social.roost.moderation.AuditEntry;
import social.roost.moderation.AuditLog;
import social.roost.moderation.Staff;
import social.roost.user.ModeratorStore.Moderator;
import social.roost.user.Moderators;
import social.roost.user.Profile;
import social.roost.user.Users;

/** {@code /moderation/moderators} and {@code /moderation/audit}: what operators see and do. */
public final class StaffRoutes {
    private static final String MODERATORS = "/api/roost/v1/moderation/moderators";
    private static final String AUDIT = "/api/roost/v1/moderation/audit";
    private static final int LONGEST_ACTION = 40;

    private final Staff staff;
    private final Moderators moderators;
    private final AuditLog log;
    private final Users users;

    public StaffRoutes(Staff staff, Moderators moderators, AuditLog log, Users users) {
        this.staff = staff;
        this.moderators = moderators;
        this.log = log;
        this.users = users;
    }

    public List<Route> routes() {
        return List.of(
                Route.get(MODERATORS, Access.LOGGED_IN, ofOperators(_ -> list())),
                Route.put(MODERATORS + "/{id}", Access.LOGGED_IN, ofOperators(this::grant)),
                Route.delete(MODERATORS + "/{id}", Access.LOGGED_IN, ofOperators(this::revoke)),
                Route.get(AUDIT, Access.LOGGED_IN, ofOperators(this::audit)));
    }

    private Route.Handler ofOperators(Route.Handler handler) {
        return request -> {
            moderators.requireOperator(request.caller());
            return handler.handle(request);
        };
    }

    private Response list() {
        List<Moderator> all = moderators.list();
        return Response.encoded(
                200,
                ModerationJson.one(
                        all.stream().map(ModeratorJson::of).toList(),
                        found(all.stream().map(Moderator::userId).toList())));
    }

    private Response grant(Request request) {
        staff.grant(request.pathId(0, "user"), request.caller().userId());
        return Response.noContent();
    }

    private Response revoke(Request request) {
        staff.revoke(request.pathId(0, "user"), request.caller().userId());
        return Response.noContent();
    }

    private Response audit(Request request) {
        ListId list = new ListId("audit", 0);
        long before = request.page().in(list, 1).map(cursor -> cursor.value(0)).orElse(Long.MAX_VALUE);
        int limit = request.page().limit();
        Page<AuditEntry> page = Page.of(
                log.list(filter(request), before, limit + 1),
                limit,
                last -> Cursor.of(last.id()).of(list));
        List<Long> people = new ArrayList<>();
        page.items().forEach(entry -> people.addAll(List.of(entry.actorId(), entry.userId())));
        return Response.encoded(
                200,
                ModerationJson.page(
                        page.map(AuditJson::of),
                        found(people.stream().distinct().toList())));
    }

    private static AuditEntry.Filter filter(Request request) {
        String action = request.query("action").orElse(null);
        if (action != null && action.length() > LONGEST_ACTION) {
            throw Rejection.invalid("action", "No action has such a long name.");
        }
        return new AuditEntry.Filter(id(request, "actor_id"), id(request, "user_id"), action);
    }

    private static @Nullable Long id(Request request, String name) {
        return request.query(name)
                .map(text -> (Long) Ids.parse(text).orElseThrow(() -> Rejection.invalid(name, "Not a valid id.")))
                .orElse(null);
    }

    private List<Profile> found(List<Long> ids) {
        return Arrays.stream(users.find(Ids.of(ids, Long::longValue)))
                .filter(Objects::nonNull)
                .map(Function.<Profile>identity())
                .toList();
    }

    private record ModeratorJson(String userId, @Nullable String grantedBy, String grantedAt) {
        static ModeratorJson of(Moderator moderator) {
            return new ModeratorJson(
                    Long.toString(moderator.userId()),
                    moderator.by() == 0 ? null : Long.toString(moderator.by()),
                    Timestamps.format(moderator.at()));
        }
    }
}
