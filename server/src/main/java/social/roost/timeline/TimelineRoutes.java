package social.roost.timeline;

import java.util.List;
import social.roost.http.Request;
import social.roost.http.Response;
import social.roost.http.Route;
import social.roost.http.Route.Access;

/** The home timeline and the timeline of one user. */
public final class TimelineRoutes {
    private static final int NORMAL_LIMIT = 50;
    private static final int MAXIMUM_LIMIT = 100;

    private final HomeTimeline home;
    private final UserTimeline user;

    public TimelineRoutes(HomeTimeline home, UserTimeline user) {
        this.home = home;
        this.user = user;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/api/v1/timelines/home", Access.LOGGED_IN, this::home),
                Route.get("/api/v1/users/{id}/tweets", Access.ANYONE, this::user));
    }

    private Response home(Request request) {
        long readerId = request.caller().userId();
        return home.read(readerId, place(request), limit(request)).response();
    }

    private Response user(Request request) {
        long authorId = request.pathId(0, "user");
        return user.read(authorId, place(request), limit(request)).response();
    }

    private static Place place(Request request) {
        return Place.of(request.cursor());
    }

    private static int limit(Request request) {
        return request.limit(NORMAL_LIMIT, MAXIMUM_LIMIT);
    }
}
