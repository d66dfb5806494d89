package social.roost.app;

import java.util.List;
import org.jspecify.annotations.Nullable;
import social.roost.base.Rejection;
import social.roost.base.Timestamps;
import social.roost.http.Request;
import social.roost.http.Response;
import social.roost.http.Route;
import social.roost.http.Route.Access;
import social.roost.trend.HiddenTopicStore.Decision;
import social.roost.trend.Trends;

/** {@code /admin/hidden-topics} on the admin port: topics that are left out of the trends. */
final class TopicOperatorRoutes {
    private static final String TOPICS = "/admin/hidden-topics";
    private static final String TOPIC = TOPICS + "/{topic}";

    private final Trends trends;

    TopicOperatorRoutes(Trends trends) {
        this.trends = trends;
    }

    List<Route> routes() {
        return List.of(
                Route.get(TOPICS, Access.ANYONE, OperatorsOnly.of(_ -> list())),
                Route.put(TOPIC, Access.ANYONE, OperatorsOnly.of(this::decide)));
    }

    private Response decide(Request request) {
        Wanted wanted = request.json(Wanted.class);
        String reason = wanted.reason() == null ? "" : wanted.reason();
        if (wanted.hidden() == null) {
            throw Rejection.invalid("hidden", "Expected true or false.");
        }
        if (wanted.hidden()) {
            trends.hide(request.pathParameter(0), reason);
        } else {
            trends.show(request.pathParameter(0), reason);
        }
        return list();
    }

    private Response list() {
        return Response.data(
                200,
                new HiddenJson(
                        trends.hidden(),
                        trends.decisions().stream().map(DecisionJson::of).toList()));
    }

    private record Wanted(
            @Nullable Boolean hidden, @Nullable String reason) {}

    private record HiddenJson(List<String> hidden, List<DecisionJson> decisions) {}

    private record DecisionJson(String topic, boolean hidden, String reason, String at) {
        static DecisionJson of(Decision decision) {
            return new DecisionJson(
                    decision.topic(), decision.hidden(), decision.reason(), Timestamps.format(decision.at()));
        }
    }
}
