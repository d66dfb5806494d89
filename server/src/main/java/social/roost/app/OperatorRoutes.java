package social.roost.app;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import social.roost.api.ProfileJson;
import social.roost.base.Rejection;
import social.roost.base.Rejection.Kind;
import social.roost.event.EventCodec;
import social.roost.event.EventLog;
import social.roost.event.EventLog.DeadLetter;
import social.roost.http.JsonPage;
import social.roost.http.Request;
import social.roost.http.Response;
import social.roost.http.Route;
import social.roost.http.Route.Access;
import social.roost.timeline.PushedTweets;
import social.roost.tweet.Counts;
import social.roost.tweet.EngagementStore;
import social.roost.user.Moderation;
import social.roost.user.Profile;
import social.roost.user.Suspensions;
import social.roost.user.Users;

/** {@code /admin} on the operators' port: what {@code roost admin} asks for. */
final class OperatorRoutes {
    private static final int MAXIMUM_LETTERS = 100;
    private static final JsonPage.Name SUSPENDED = new JsonPage.Name("suspended");

    private final Users users;
    private final Suspensions suspensions;
    private final Moderation moderation;
    private final PushedTweets timelines;
    private final EngagementStore engagements;
    private final EventLog events;
    private final List<String> groups;
    private final EventCodec codec = new EventCodec();

    OperatorRoutes(Users users, Suspensions suspensions, Moderation moderation, PushedTweets timelines, Stores stores) {
        this.users = users;
        this.suspensions = suspensions;
        this.moderation = moderation;
        this.timelines = timelines;
        this.engagements = stores.engagements();
        this.events = stores.events();
        this.groups = Server.groups(stores);
    }

    List<Route> routes() {
        return List.of(
                Route.get("/admin/users/{username}", Access.ANYONE, ofUser(this::show)),
                Route.put("/admin/users/{username}/suspension", Access.ANYONE, ofUser(this::suspend)),
                Route.delete("/admin/users/{username}/suspension", Access.ANYONE, ofUser(this::reinstate)),
                Route.post("/admin/users/{username}/timeline", Access.ANYONE, ofUser(this::rebuild)),
                Route.post("/admin/recount", Access.ANYONE, OperatorsOnly.of(request -> recount())),
                Route.get("/admin/events", Access.ANYONE, OperatorsOnly.of(request -> groups())),
                Route.get("/admin/dead-letters/{group}", Access.ANYONE, OperatorsOnly.of(this::deadLetters)),
                Route.post("/admin/dead-letters/{group}/retry", Access.ANYONE, OperatorsOnly.of(this::retry)));
    }

    private Route.Handler ofUser(Function<Profile, Response> handler) {
        return OperatorsOnly.of(request -> handler.apply(
                users.findByUsername(request.pathParameter(0)).orElseThrow(() -> Rejection.notFound("user"))));
    }

    private Response show(Profile profile) {
        boolean suspended = suspensions.include(profile.user().id());
        return Response.encoded(200, suspended ? ProfileJson.marked(profile, SUSPENDED) : ProfileJson.one(profile));
    }

    private Response suspend(Profile profile) {
        return Response.data(200, new Changed(moderation.suspend(profile.user().id())));
    }

    private Response reinstate(Profile profile) {
        return Response.data(
                200, new Changed(moderation.reinstate(profile.user().id())));
    }

    private Response rebuild(Profile profile) {
        return Response.data(200, new Rebuilt(timelines.renew(profile.user().id())));
    }

    private Response recount() {
        return Response.data(
                200, engagements.recount().stream().map(DriftJson::of).toList());
    }

    private Response groups() {
        return Response.data(
                200,
                groups.stream()
                        .map(group -> new GroupJson(
                                group,
                                events.lag(group),
                                events.deadLetters(group, MAXIMUM_LETTERS).size()))
                        .toList());
    }

    private Response deadLetters(Request request) {
        return Response.data(
                200,
                events.deadLetters(group(request), MAXIMUM_LETTERS).stream()
                        .map(letter -> new LetterJson(
                                Long.toString(letter.number()), encoded(letter), letter.attempts(), letter.error()))
                        .toList());
    }

    /** The event is appended anew, for every group: to those that have consumed it a repeat makes no difference. */
    private Response retry(Request request) {
        String group = group(request);
        List<DeadLetter> readable = events.deadLetters(group, MAXIMUM_LETTERS).stream()
                .filter(letter -> letter.event() != null)
                .toList();
        for (DeadLetter letter : readable) {
            if (letter.event() != null) {
                events.append(List.of(letter.event()));
                events.settle(group, letter);
            }
        }
        return Response.data(200, new Retried(readable.size()));
    }

    private String group(Request request) {
        String group = request.pathParameter(0);
        if (!groups.contains(group)) {
            throw new Rejection(
                    Kind.NOT_FOUND, "not_found", "There is no such group: " + String.join(", ", groups) + " are.");
        }
        return group;
    }

    private @Nullable String encoded(DeadLetter letter) {
        return letter.event() == null ? null : codec.encode(letter.event());
    }

    private record Changed(boolean changed) {}

    private record Rebuilt(int entries) {}

    private record Retried(int retried) {}

    private record DriftJson(String tweetId, Counts counted, Counts rows) {
        static DriftJson of(EngagementStore.Drift drift) {
            return new DriftJson(Long.toString(drift.tweetId()), drift.counted(), drift.rows());
        }
    }

    private record GroupJson(String group, long lag, int deadLetters) {}

    /** @param event null when this program cannot read it */
    private record LetterJson(String number, @Nullable String event, int attempts, String error) {}
}
