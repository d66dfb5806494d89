package social.roost.api;

import java.util.List;
import social.roost.base.Rejection;
import social.roost.http.Request;
import social.roost.http.Response;
import social.roost.http.Route;
import social.roost.http.Route.Access;
import social.roost.ranking.Explanation;
import social.roost.ranking.Order;
import social.roost.ranking.RankedHome;
import social.roost.tweet.Viewer;
import social.roost.tweet.Viewers;
import social.roost.view.TweetPage;

/** The home timeline, in the order that the client asks for. */
public final class HomeRoutes {
    private static final String EXPLAIN = "explain";

    private final RankedHome home;
    private final Viewers viewers;

    public HomeRoutes(RankedHome home, Viewers viewers) {
        this.home = home;
        this.viewers = viewers;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/api/roost/v1/timelines/home", Access.LOGGED_IN, this::read),
                Route.get("/api/roost/v1/timelines/home/explanations/{id}", Access.LOGGED_IN, this::explain));
    }

    private Response read(Request request) {
        Viewer reader = viewers.of(request.caller().userId());
        Order order = request.query("order").map(HomeRoutes::order).orElse(Order.LATEST);
        boolean explains = request.query(EXPLAIN).map(HomeRoutes::flag).orElse(false);
        TweetPage page = home.read(reader, order, request.page());
        return Response.encoded(
                200, explains ? RankingJson.page(page, home.explain(reader, page)) : TweetPageJson.page(page));
    }

    private Response explain(Request request) {
        Viewer reader = viewers.of(request.caller().userId());
        Explanation explanation = home.explain(reader, request.pathId(0, "tweet"));
        if (explanation == null) {
            throw Rejection.notFound("explanation");
        }
        return Response.data(200, RankingJson.of(explanation));
    }

    private static Order order(String text) {
        return Order.of(text).orElseThrow(() -> Rejection.invalid("order", "Expected latest, top or hybrid."));
    }

    private static boolean flag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw Rejection.invalid(EXPLAIN, "Expected true or false.");
        };
    }
}
