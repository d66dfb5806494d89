package social.roost.graph;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.roost.base.Cursor;
import social.roost.base.Ids;
import social.roost.base.Page;
import social.roost.graph.GraphStore.Edge;
import social.roost.http.Problem;
import social.roost.http.Request;
import social.roost.http.Response;
import social.roost.http.Route;
import social.roost.http.Route.Access;
import social.roost.user.ProfileJson;
import social.roost.user.Users;

/** Following and unfollowing, followers and following, relationships. */
public final class GraphRoutes {
    private static final int MAXIMUM_RELATIONSHIPS = 100;

    private final Follows follows;
    private final Graph graph;
    private final GraphStore store;
    private final Users users;

    public GraphRoutes(Follows follows, Graph graph, GraphStore store, Users users) {
        this.follows = follows;
        this.graph = graph;
        this.store = store;
        this.users = users;
    }

    public List<Route> routes() {
        return List.of(
                Route.put("/api/v1/users/{id}/follow", Access.LOGGED_IN, this::follow),
                Route.delete("/api/v1/users/{id}/follow", Access.LOGGED_IN, this::unfollow),
                Route.get("/api/v1/users/{id}/followers", Access.ANYONE, this::followers),
                Route.get("/api/v1/users/{id}/following", Access.ANYONE, this::following),
                Route.get("/api/v1/relationships", Access.LOGGED_IN, this::relationships));
    }

    private Response follow(Request request) {
        long me = request.caller().userId();
        long other = request.pathId(0, "user");
        follows.follow(me, other);
        return Response.data(200, relationships(me, new long[] {other}).getFirst());
    }

    private Response unfollow(Request request) {
        long me = request.caller().userId();
        long other = request.pathId(0, "user");
        follows.unfollow(me, other);
        return Response.data(200, relationships(me, new long[] {other}).getFirst());
    }

    private Response followers(Request request) {
        return page(request, store::listFollowers);
    }

    private Response following(Request request) {
        return page(request, store::listFollowing);
    }

    private Response relationships(Request request) {
        long me = request.caller().userId();
        String[] ids = request.query("ids").map(text -> text.split(",")).orElse(new String[0]);
        if (ids.length < 1 || ids.length > MAXIMUM_RELATIONSHIPS) {
            throw Problem.invalid(
                    "ids", "This must be 1 to " + MAXIMUM_RELATIONSHIPS + " user ids, with commas between.");
        }
        long[] others = Arrays.stream(ids)
                .mapToLong(
                        id -> Ids.parse(id).orElseThrow(() -> Problem.invalid("ids", "Not a user id: one of these.")))
                .toArray();
        return Response.data(200, relationships(me, others));
    }

    private List<Relationship> relationships(long me, long[] others) {
        long[] followers = store.followersAmong(me, others);
        return Arrays.stream(others)
                .mapToObj(other -> new Relationship(
                        Long.toString(other), graph.follows(me, other), Ids.contains(followers, other)))
                .toList();
    }

    private Response page(Request request, Listing listing) {
        long userId = request.pathId(0, "user");
        users.require(userId);
        int limit = request.limit(50, 100);
        List<Edge> edges =
                listing.list(userId, request.cursor().map(GraphRoutes::edge).orElse(null), limit + 1);
        boolean more = edges.size() > limit;
        List<Edge> shown = more ? edges.subList(0, limit) : edges;
        Cursor next =
                more ? Cursor.of(shown.getLast().createdAt(), shown.getLast().userId()) : null;
        var profiles = Arrays.stream(users.find(Ids.of(shown, Edge::userId)))
                .flatMap(profile -> Optional.ofNullable(profile).stream())
                .toList();
        return ProfileJson.page(new Page<>(profiles, next, null));
    }

    private static Edge edge(Cursor cursor) {
        if (cursor.size() != 2) {
            throw Request.badCursor();
        }
        return new Edge(cursor.value(1), cursor.value(0));
    }

    @FunctionalInterface
    private interface Listing {
        List<Edge> list(long userId, @Nullable Edge before, int limit);
    }

    private record Relationship(String userId, boolean following, boolean followedBy) {}
}
