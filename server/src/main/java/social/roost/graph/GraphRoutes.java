package social.roost.graph;

import java.util.Arrays;
import java.util.List;
import social.roost.base.Ids;
import social.roost.base.ListId;
import social.roost.base.Rejection;
import social.roost.http.Caller;
import social.roost.http.Request;
import social.roost.http.Response;
import social.roost.http.Route;
import social.roost.http.Route.Access;
import social.roost.user.Users;

/** Following and unfollowing, followers and following, relationships. */
public final class GraphRoutes {
    private static final int MAXIMUM_RELATIONSHIPS = 100;

    private final Follows follows;
    private final GraphStore store;
    private final Relationships relationships;
    private final Users users;
    private final Blocks blocks;
    private final UserPages pages;

    public GraphRoutes(
            Follows follows,
            GraphStore store,
            Relationships relationships,
            Users users,
            Blocks blocks,
            UserPages pages) {
        this.follows = follows;
        this.store = store;
        this.relationships = relationships;
        this.users = users;
        this.blocks = blocks;
        this.pages = pages;
    }

    public List<Route> routes() {
        return List.of(
                Route.put("/api/roost/v1/users/{id}/follow", Access.LOGGED_IN, this::follow)
                        .in("follow"),
                Route.delete("/api/roost/v1/users/{id}/follow", Access.LOGGED_IN, this::unfollow),
                Route.get("/api/roost/v1/users/{id}/followers", Access.ANYONE, this::followers),
                Route.get("/api/roost/v1/users/{id}/following", Access.ANYONE, this::following),
                Route.get("/api/roost/v1/relationships", Access.LOGGED_IN, this::relationships));
    }

    private Response follow(Request request) {
        long me = request.caller().userId();
        long other = request.pathId(0, "user");
        follows.follow(me, other);
        return relationships.answer(me, other);
    }

    private Response unfollow(Request request) {
        long me = request.caller().userId();
        long other = request.pathId(0, "user");
        follows.unfollow(me, other);
        return relationships.answer(me, other);
    }

    private Response followers(Request request) {
        long userId = visible(request);
        ListId list = new ListId("followers", userId);
        return pages.answer(request, list, (before, limit) -> store.listFollowers(userId, before, limit));
    }

    private Response following(Request request) {
        long userId = visible(request);
        ListId list = new ListId("following", userId);
        return pages.answer(request, list, (before, limit) -> store.listFollowing(userId, before, limit));
    }

    private Response relationships(Request request) {
        String[] ids = request.query("ids").map(text -> text.split(",")).orElse(new String[0]);
        if (ids.length < 1 || ids.length > MAXIMUM_RELATIONSHIPS) {
            throw Rejection.invalid(
                    "ids", "This must be 1 to " + MAXIMUM_RELATIONSHIPS + " user ids, with commas between.");
        }
        long[] others = Arrays.stream(ids)
                .mapToLong(
                        id -> Ids.parse(id).orElseThrow(() -> Rejection.invalid("ids", "Not a user id: one of these.")))
                .toArray();
        return Response.data(200, relationships.of(request.caller().userId(), others));
    }

    private long visible(Request request) {
        long userId = request.pathId(0, "user");
        users.require(userId);
        blocks.requireVisible(request.optionalCaller().map(Caller::userId).orElse(0L), userId);
        return userId;
    }
}
