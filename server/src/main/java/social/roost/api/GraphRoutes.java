package social.roost.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import social.roost.base.Page;
import social.roost.graph.FollowLists;
import social.roost.graph.FollowOptions;
import social.roost.graph.Follows;
import social.roost.graph.Relationships;
import social.roost.http.Request;
import social.roost.http.Response;
import social.roost.http.Route;
import social.roost.http.Route.Access;
import social.roost.user.Profile;

/** Follow and unfollow, followers and followed users, relationships. */
public final class GraphRoutes {
    private static final int MAXIMUM_RELATIONSHIPS = 100;

    private final Follows follows;
    private final FollowLists lists;
    private final Relationships relationships;

    public GraphRoutes(Follows follows, FollowLists lists, Relationships relationships) {
        this.follows = follows;
        this.lists = lists;
        this.relationships = relationships;
    }

    public List<Route> routes() {
        return List.of(
                Route.put("/api/roost/v1/users/{id}/follow", Access.LOGGED_IN, this::follow)
                        .in("follow"),
                Route.delete("/api/roost/v1/users/{id}/follow", Access.LOGGED_IN, this::unfollow),
                Route.delete("/api/roost/v1/users/me/followers/{id}", Access.LOGGED_IN, this::removeFollower),
                Route.get("/api/roost/v1/users/{id}/followers", Access.ANYONE, this::followers),
                Route.get("/api/roost/v1/users/{id}/following", Access.ANYONE, this::following),
                Route.get("/api/roost/v1/relationships", Access.LOGGED_IN, this::relationships));
    }

    private Response follow(Request request) {
        long me = request.caller().userId();
        long other = request.pathId(0, "user");
        Options options = request.optionalJson(Options.class).orElse(Options.UNCHANGED);
        follows.follow(me, other, options::in);
        return Response.data(200, RelationshipJson.of(relationships.of(me, other)));
    }

    private Response unfollow(Request request) {
        long me = request.caller().userId();
        long other = request.pathId(0, "user");
        follows.unfollow(me, other);
        return Response.data(200, RelationshipJson.of(relationships.of(me, other)));
    }

    private Response removeFollower(Request request) {
        long me = request.caller().userId();
        long other = request.pathId(0, "user");
        follows.removeFollower(me, other);
        return Response.data(200, RelationshipJson.of(relationships.of(me, other)));
    }

    private Response followers(Request request) {
        return answer(lists.followers(request.viewerId(), request.pathId(0, "user"), request.page()));
    }

    private Response following(Request request) {
        return answer(lists.following(request.viewerId(), request.pathId(0, "user"), request.page()));
    }

    private static Response answer(Page<Profile> page) {
        return Response.encoded(200, ProfileJson.page(page));
    }

    private Response relationships(Request request) {
        long[] others = request.ids("ids", MAXIMUM_RELATIONSHIPS);
        return Response.data(
                200,
                relationships.of(request.caller().userId(), others).stream()
                        .map(RelationshipJson::of)
                        .toList());
    }

    /** The optional body of a follow; null leaves an option unchanged. */
    private record Options(
            @Nullable Boolean hidingRetweets, @Nullable Boolean notifying) {
        static final Options UNCHANGED = new Options(null, null);

        FollowOptions in(FollowOptions before) {
            return new FollowOptions(
                    hidingRetweets == null ? before.hidingRetweets() : hidingRetweets,
                    notifying == null ? before.notifying() : notifying);
        }
    }
}
