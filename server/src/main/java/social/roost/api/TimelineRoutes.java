package social.roost.api;

import java.util.List;
import social.roost.base.Rejection;
import social.roost.http.Request;
import social.roost.http.Response;
import social.roost.http.Route;
import social.roost.http.Route.Access;
import social.roost.timeline.ListTimeline;
import social.roost.timeline.MarkedTweets;
import social.roost.timeline.PublicTimeline;
import social.roost.timeline.UserTimeline;
import social.roost.tweet.Viewers;
import social.roost.view.TweetPage;

/** The public timeline, those of lists, and the tweets that a user has posted or liked. */
public final class TimelineRoutes {
    private final ListTimeline list;
    private final UserTimeline user;
    private final PublicTimeline everyone;
    private final MarkedTweets marked;
    private final Viewers viewers;

    public TimelineRoutes(
            ListTimeline list, UserTimeline user, PublicTimeline everyone, MarkedTweets marked, Viewers viewers) {
        this.list = list;
        this.user = user;
        this.everyone = everyone;
        this.marked = marked;
        this.viewers = viewers;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/api/roost/v1/timelines/public", Access.ANYONE, this::everyone),
                Route.get("/api/roost/v1/lists/{id}/tweets", Access.ANYONE, this::list),
                Route.get("/api/roost/v1/users/{id}/tweets", Access.ANYONE, this::user),
                Route.get("/api/roost/v1/users/{id}/likes", Access.ANYONE, this::likes));
    }

    private Response everyone(Request request) {
        return answer(everyone.read(viewers.of(request.viewerId()), request.page()));
    }

    private Response list(Request request) {
        return answer(list.read(viewers.of(request.viewerId()), request.pathId(0, "list"), request.page()));
    }

    private Response user(Request request) {
        long authorId = request.pathId(0, "user");
        UserTimeline.Selection selection =
                request.query("with").map(TimelineRoutes::selection).orElse(UserTimeline.Selection.OWN);
        UserTimeline.Read read = user.read(viewers.of(request.viewerId()), authorId, selection, request.page());
        Long pinned = read.pinnedId();
        return pinned == null ? answer(read.page()) : Response.encoded(200, TweetPageJson.pinned(read.page(), pinned));
    }

    private Response likes(Request request) {
        long userId = request.pathId(0, "user");
        return answer(marked.likes(viewers.of(request.viewerId()), userId, request.page()));
    }

    private static Response answer(TweetPage page) {
        return Response.encoded(200, TweetPageJson.page(page));
    }

    private static UserTimeline.Selection selection(String with) {
        return switch (with) {
            case "replies" -> UserTimeline.Selection.WITH_REPLIES;
            case "media" -> UserTimeline.Selection.WITH_MEDIA;
            default -> throw Rejection.invalid("with", "Expected 'replies' or 'media', or no value.");
        };
    }
}
