package social.roost.timeline;

import java.util.List;
import social.roost.base.Rejection;
import social.roost.http.Request;
import social.roost.http.Response;
import social.roost.http.Route;
import social.roost.http.Route.Access;
import social.roost.tweet.Mark;
import social.roost.tweet.TweetAccess;
import social.roost.user.Users;
import social.roost.view.MarkedTweets;
import social.roost.view.Viewer;
import social.roost.view.Viewers;

/** The home timeline, and what one user has posted or liked. */
public final class TimelineRoutes {
    private static final int NORMAL_LIMIT = 50;
    private static final int MAXIMUM_LIMIT = 100;

    private final HomeTimeline home;
    private final UserTimeline user;
    private final MarkedTweets marked;
    private final TweetAccess access;
    private final Users users;
    private final Viewers viewers;

    public TimelineRoutes(
            HomeTimeline home,
            UserTimeline user,
            MarkedTweets marked,
            TweetAccess access,
            Users users,
            Viewers viewers) {
        this.home = home;
        this.user = user;
        this.marked = marked;
        this.access = access;
        this.users = users;
        this.viewers = viewers;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/api/roost/v1/timelines/home", Access.LOGGED_IN, this::home),
                Route.get("/api/roost/v1/users/{id}/tweets", Access.ANYONE, this::user),
                Route.get("/api/roost/v1/users/{id}/likes", Access.ANYONE, this::likes));
    }

    private Response home(Request request) {
        Viewer reader = viewers.of(request.caller().userId());
        return home.read(reader, place(request), limit(request)).response();
    }

    private Response user(Request request) {
        long authorId = request.pathId(0, "user");
        boolean withReplies =
                request.query("with").map(TimelineRoutes::isReplies).orElse(false);
        return user.read(viewers.of(request), authorId, withReplies, request.cursor(), limit(request))
                .response();
    }

    private Response likes(Request request) {
        long userId = request.pathId(0, "user");
        users.require(userId);
        Viewer viewer = viewers.of(request);
        access.requireAuthor(viewer.userId(), userId);
        return marked.read(Mark.LIKE, "likes", userId, viewer, request).response();
    }

    private static boolean isReplies(String with) {
        if (!with.equals("replies")) {
            throw Rejection.invalid("with", "This must be 'replies', or be left out.");
        }
        return true;
    }

    private static Place place(Request request) {
        return Place.of(request.cursor());
    }

    private static int limit(Request request) {
        return request.limit(NORMAL_LIMIT, MAXIMUM_LIMIT);
    }
}
