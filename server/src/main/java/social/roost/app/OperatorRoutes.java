package social.roost.app;

import java.util.List;
import java.util.function.Function;
import social.roost.api.ProfileJson;
import social.roost.base.Rejection;
import social.roost.http.JsonPage;
import social.roost.http.Response;
import social.roost.http.Route;
import social.roost.http.Route.Access;
import social.roost.timeline.PushedTweets;
import social.roost.tweet.Counts;
import social.roost.tweet.EngagementStore;
import social.roost.user.Profile;
import social.roost.user.Suspensions;
import social.roost.user.Users;

/** {@code /admin/users} and {@code /admin/recount} on the admin port. */
final class OperatorRoutes {
    private static final JsonPage.Name SUSPENDED = new JsonPage.Name("suspended");

    private final Users users;
    private final Suspensions suspensions;
    private final PushedTweets timelines;
    private final EngagementStore engagements;

    OperatorRoutes(Users users, Suspensions suspensions, PushedTweets timelines, EngagementStore engagements) {
        this.users = users;
        this.suspensions = suspensions;
        this.timelines = timelines;
        this.engagements = engagements;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/admin/users/{username}", Access.ANYONE, ofUser(this::show)),
                Route.post("/admin/users/{username}/timeline", Access.ANYONE, ofUser(this::rebuild)),
                Route.post("/admin/recount", Access.ANYONE, OperatorsOnly.of(request -> recount())));
    }

    private Route.Handler ofUser(Function<Profile, Response> handler) {
        return OperatorsOnly.of(request -> handler.apply(
                users.findByUsername(request.pathParameter(0)).orElseThrow(() -> Rejection.notFound("user"))));
    }

    private Response show(Profile profile) {
        boolean suspended = suspensions.include(profile.user().id());
        return Response.encoded(200, suspended ? ProfileJson.marked(profile, SUSPENDED) : ProfileJson.one(profile));
    }

    private Response rebuild(Profile profile) {
        return Response.data(200, new Rebuilt(timelines.renew(profile.user().id())));
    }

    private Response recount() {
        return Response.data(
                200, engagements.recount().stream().map(DriftJson::of).toList());
    }

    private record Rebuilt(int entries) {}

    private record DriftJson(String tweetId, Counts counted, Counts rows) {
        static DriftJson of(EngagementStore.Drift drift) {
            return new DriftJson(Long.toString(drift.tweetId()), drift.counted(), drift.rows());
        }
    }
}
