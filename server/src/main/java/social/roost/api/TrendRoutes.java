package social.roost.api;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import social.roost.base.Timestamps;
import social.roost.http.Request;
import social.roost.http.Response;
import social.roost.http.Route;
import social.roost.http.Route.Access;
import social.roost.trend.Trend;
import social.roost.trend.Trends;

/** {@code /trends}, and what a user chose about them. */
public final class TrendRoutes {
    private static final String OF_ME = "/api/roost/v1/users/me/trends";
    private static final String DISMISSED = OF_ME + "/dismissed/{topic}";
    private static final int NORMAL_LIMIT = 10;

    private final Trends trends;

    public TrendRoutes(Trends trends) {
        this.trends = trends;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/api/roost/v1/trends", Access.ANYONE, this::list),
                Route.get(
                        OF_ME,
                        Access.LOGGED_IN,
                        request -> choices(request.caller().userId())),
                Route.patch(OF_ME, Access.LOGGED_IN, this::edit),
                Route.put(DISMISSED, Access.LOGGED_IN, this::dismiss),
                Route.delete(DISMISSED, Access.LOGGED_IN, this::restore));
    }

    private Response list(Request request) {
        long viewer = request.viewerId();
        String location = request.query("location").map(Trends::parseLocation).orElseGet(() -> trends.location(viewer));
        int limit = request.query("limit").isPresent() ? request.page().limit() : NORMAL_LIMIT;
        return Response.json(
                200,
                new ListJson(
                        trends.list(viewer, location, limit).stream()
                                .map(TrendJson::of)
                                .toList(),
                        new MetaJson(shown(location))));
    }

    private static String shown(String location) {
        return location.isEmpty() ? Trends.WORLDWIDE : location;
    }

    private Response edit(Request request) {
        long me = request.caller().userId();
        String location = request.json(Edit.class).location();
        if (location != null) {
            trends.setLocation(me, Trends.parseLocation(location));
        }
        return choices(me);
    }

    private Response choices(long userId) {
        return Response.data(200, new ChoicesJson(shown(trends.location(userId)), trends.dismissed(userId)));
    }

    private Response dismiss(Request request) {
        trends.dismiss(request.caller().userId(), request.pathParameter(0));
        return Response.noContent();
    }

    private Response restore(Request request) {
        trends.restore(request.caller().userId(), request.pathParameter(0));
        return Response.noContent();
    }

    private record Edit(@Nullable String location) {}

    private record ChoicesJson(String location, Collection<String> dismissed) {}

    private record ListJson(List<TrendJson> data, MetaJson meta) {}

    private record MetaJson(String location) {}

    /** @param topic a hashtag has its sign */
    private record TrendJson(
            String topic,
            String kind,
            int authorsCount,
            double score,
            String since,
            @Nullable String sampleTweetId,
            List<Integer> recentAuthors) {

        static TrendJson of(Trends.Listed listed) {
            Trend trend = listed.trend();
            long sample = listed.sampleTweetId();
            return new TrendJson(
                    trend.topic().text(),
                    trend.topic().kind().name().toLowerCase(Locale.ROOT),
                    trend.authors(),
                    Math.round(trend.score() * 10) / 10.0,
                    Timestamps.format(trend.sinceMillis()),
                    sample == 0 ? null : Long.toString(sample),
                    trend.recent());
        }
    }
}
