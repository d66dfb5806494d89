package social.roost.api;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.roost.base.ListId;
import social.roost.base.Page;
import social.roost.base.Rejection;
import social.roost.graph.Relationships;
import social.roost.graph.Screening;
import social.roost.graph.UserPages;
import social.roost.http.Request;
import social.roost.http.Response;
import social.roost.http.Route;
import social.roost.http.Route.Access;
import social.roost.user.Profile;

/** Block, unblock, mute and unmute, and the lists of blocked and muted users. */
public final class BlockRoutes {
    private static final long LONGEST_SECONDS = Duration.ofDays(365).toSeconds();

    private final Screening screening;
    private final Relationships relationships;
    private final UserPages pages;

    public BlockRoutes(Screening screening, Relationships relationships, UserPages pages) {
        this.screening = screening;
        this.relationships = relationships;
        this.pages = pages;
    }

    public List<Route> routes() {
        return List.of(
                Route.put(
                        "/api/roost/v1/users/{id}/block",
                        Access.LOGGED_IN,
                        request -> change(request, screening::block)),
                Route.delete(
                        "/api/roost/v1/users/{id}/block",
                        Access.LOGGED_IN,
                        request -> change(request, screening::unblock)),
                Route.put("/api/roost/v1/users/{id}/mute", Access.LOGGED_IN, this::mute),
                Route.delete(
                        "/api/roost/v1/users/{id}/mute",
                        Access.LOGGED_IN,
                        request -> change(request, screening::unmute)),
                Route.get("/api/roost/v1/blocks", Access.LOGGED_IN, this::blocks),
                Route.get("/api/roost/v1/mutes", Access.LOGGED_IN, this::mutes));
    }

    private Response mute(Request request) {
        Duration duration = request.optionalJson(Mute.class).map(Mute::duration).orElse(null);
        return change(request, (me, other) -> screening.mute(me, other, duration));
    }

    private Response blocks(Request request) {
        long me = request.caller().userId();
        return answer(pages.readHidden(
                request.page(), new ListId("blocks", me), (before, limit) -> screening.listBlocked(me, before, limit)));
    }

    private Response mutes(Request request) {
        long me = request.caller().userId();
        return answer(pages.readHidden(
                request.page(), new ListId("mutes", me), (before, limit) -> screening.listMuted(me, before, limit)));
    }

    private Response change(Request request, Change change) {
        long me = request.caller().userId();
        long other = request.pathId(0, "user");
        change.make(me, other);
        return Response.data(200, RelationshipJson.of(relationships.of(me, other)));
    }

    private static Response answer(Page<Profile> page) {
        return Response.encoded(200, ProfileJson.page(page));
    }

    @FunctionalInterface
    private interface Change {
        void make(long me, long other);
    }

    /** The optional body of a mute. */
    private record Mute(@Nullable Long durationSeconds) {
        @Nullable
        Duration duration() {
            if (durationSeconds == null) {
                return null;
            }
            if (durationSeconds < 1 || durationSeconds > LONGEST_SECONDS) {
                throw Rejection.invalid("duration_seconds", "A mute lasts 1 to " + LONGEST_SECONDS + " seconds.");
            }
            return Duration.ofSeconds(durationSeconds);
        }
    }
}
