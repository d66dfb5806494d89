package social.roost.api;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import social.roost.api.ModerationJson.CaseJson;
import social.roost.api.ModerationJson.DecisionJson;
import social.roost.api.ModerationJson.OpenedJson;
import social.roost.api.ModerationJson.ReportJson;
import social.roost.base.Ids;
import social.roost.base.Page;
import social.roost.base.Rejection;
import social.roost.http.Request;
import social.roost.http.Response;
import social.roost.http.Route;
import social.roost.http.Route.Access;
import social.roost.moderation.Cases;
import social.roost.moderation.ModerationCase;
import social.roost.moderation.ReportCategory;
import social.roost.user.Moderators;
import social.roost.user.Profile;
import social.roost.user.Suspensions;
import social.roost.user.User;
import social.roost.user.Users;

/** {@code /moderation/cases}: what moderators see and decide. */
public final class ModerationRoutes {
    private static final String CASES = "/api/roost/v1/moderation/cases";
    private static final String CASE = CASES + "/{id}";

    private final Cases cases;
    private final Moderators moderators;
    private final Users users;
    private final Suspensions suspensions;

    public ModerationRoutes(Cases cases, Moderators moderators, Users users, Suspensions suspensions) {
        this.cases = cases;
        this.moderators = moderators;
        this.users = users;
        this.suspensions = suspensions;
    }

    public List<Route> routes() {
        return List.of(
                Route.get(CASES, Access.LOGGED_IN, ofModerators((request, _) -> list(request))),
                Route.get(
                        CASE,
                        Access.LOGGED_IN,
                        ofModerators((request, _) -> shown(cases.require(request.pathId(0, "case"))))),
                Route.put(
                        CASE + "/claim",
                        Access.LOGGED_IN,
                        ofModerators((request, me) -> shown(cases.claim(me.id(), request.pathId(0, "case"))))),
                Route.delete(CASE + "/claim", Access.LOGGED_IN, ofModerators(this::release)),
                Route.post(CASE + "/decision", Access.LOGGED_IN, ofModerators(this::decide)));
    }

    private interface Handler {
        Response handle(Request request, User moderator);
    }

    private Route.Handler ofModerators(Handler handler) {
        return request -> handler.handle(request, moderators.require(request.caller()));
    }

    private Response list(Request request) {
        boolean open = switch (request.query("state").orElse("open")) {
            case "open" -> true;
            case "closed" -> false;
            default -> throw Rejection.invalid("state", "Expected open or closed.");
        };
        ReportCategory category = request.query("category")
                .map(text -> ReportCategory.of(text)
                        .orElseThrow(
                                () -> Rejection.invalid("category", "Expected one of " + ReportCategory.NAMES + ".")))
                .orElse(null);
        Page<ModerationCase> page = cases.list(open, category, request.page());
        Set<Long> people = new LinkedHashSet<>();
        page.items().forEach(one -> {
            people.add(one.userId());
            people.add(one.claimedBy());
        });
        return Response.encoded(
                200, ModerationJson.page(page.map(one -> summary(one, cases.isClaimed(one))), found(people)));
    }

    private CaseJson summary(ModerationCase one, boolean isClaimed) {
        return CaseJson.of(one, isClaimed, suspensions.include(one.userId()));
    }

    private Response shown(Cases.Opened opened) {
        Set<Long> people = new LinkedHashSet<>(List.of(opened.opened().userId()));
        people.add(opened.opened().claimedBy());
        opened.reports().forEach(report -> people.add(report.reporterId()));
        opened.history().forEach(decision -> people.add(decision.moderatorId()));
        return Response.encoded(
                200,
                ModerationJson.one(
                        new OpenedJson(
                                summary(opened.opened(), opened.isClaimed()),
                                opened.reports().stream().map(ReportJson::of).toList(),
                                opened.history().stream().map(DecisionJson::of).toList()),
                        found(people)));
    }

    private List<Profile> found(Collection<Long> ids) {
        return Arrays.stream(users.find(Ids.of(ids, Long::longValue)))
                .filter(Objects::nonNull)
                .map(Function.<Profile>identity())
                .toList();
    }

    private Response release(Request request, User moderator) {
        cases.release(moderator.id(), request.pathId(0, "case"));
        return Response.noContent();
    }

    private Response decide(Request request, User moderator) {
        Cases.Wanted wanted = request.json(NewDecision.class).wanted();
        return Response.data(200, DecisionJson.of(cases.decide(moderator, request.pathId(0, "case"), wanted)));
    }

    private record NewDecision(
            @Nullable String action,
            @Nullable String reason,
            @Nullable String until,
            @Nullable List<@Nullable String> tweetIds,
            @Nullable String lastReportId) {
        Cases.Wanted wanted() {
            return new Cases.Wanted(
                    action,
                    reason,
                    until,
                    Optional.ofNullable(tweetIds).orElse(List.of()).stream()
                            .map(id -> id("tweet_ids", id))
                            .distinct()
                            .toList(),
                    id("last_report_id", lastReportId));
        }

        private static Long id(String field, @Nullable String text) {
            return Ids.parse(Objects.requireNonNullElse(text, ""))
                    .orElseThrow(() -> Rejection.invalid(field, "Expected an id."));
        }
    }
}
