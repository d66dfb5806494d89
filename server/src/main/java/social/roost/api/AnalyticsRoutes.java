package social.roost.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import social.roost.analytics.Impressions;
import social.roost.analytics.Measure;
import social.roost.analytics.TweetAnalytics;
import social.roost.base.Ids;
import social.roost.base.Rejection;
import social.roost.http.Request;
import social.roost.http.Response;
import social.roost.http.Route;
import social.roost.http.Route.Access;

/** What viewers do with tweets: reported by clients, read by authors. */
public final class AnalyticsRoutes {
    private static final String DAYS = "days";
    private static final int NORMAL_DAYS = 28;

    private final Impressions impressions;
    private final TweetAnalytics analytics;

    public AnalyticsRoutes(Impressions impressions, TweetAnalytics analytics) {
        this.impressions = impressions;
        this.analytics = analytics;
    }

    public List<Route> routes() {
        return List.of(
                Route.post("/api/roost/v1/impressions", Access.LOGGED_IN, this::report)
                        .in("impressions")
                        .droppedFirst(),
                Route.get("/api/roost/v1/tweets/{id}/analytics", Access.LOGGED_IN, this::ofTweet),
                Route.get("/api/roost/v1/users/me/analytics", Access.LOGGED_IN, this::ofUser));
    }

    private Response report(Request request) {
        ReportJson report = request.json(ReportJson.class);
        impressions.report(request.caller().userId(), report.key(), report.list());
        return Response.accepted();
    }

    private Response ofTweet(Request request) {
        return Response.data(
                200, AnalyticsJson.of(analytics.ofTweet(request.caller().userId(), request.pathId(0, "tweet"))));
    }

    private Response ofUser(Request request) {
        int days = request.query(DAYS).map(AnalyticsRoutes::days).orElse(NORMAL_DAYS);
        return Response.data(
                200, AnalyticsJson.of(analytics.ofUser(request.caller().userId(), days)));
    }

    private static int days(String text) {
        long days = Ids.parse(text).orElse(0);
        if (days < 1 || days > TweetAnalytics.MOST_DAYS) {
            throw Rejection.invalid(DAYS, "Expected a number from 1 to " + TweetAnalytics.MOST_DAYS + ".");
        }
        return (int) days;
    }

    /** The body of a report. */
    private record ReportJson(
            @Nullable String batchKey, @Nullable List<ItemJson> items) {
        String key() {
            return batchKey == null ? "" : batchKey;
        }

        List<Impressions.Item> list() {
            List<ItemJson> given = items == null ? List.of() : items;
            return IntStream.range(0, Math.min(given.size(), Impressions.MOST_ITEMS + 1))
                    .mapToObj(i -> given.get(i).item("items[" + i + "]."))
                    .toList();
        }
    }

    /** @param where which part of the client showed the tweet */
    private record ItemJson(
            @Nullable String tweetId,
            @Nullable String at,
            @Nullable String where,
            @Nullable String kind) {
        private static final int LONGEST_WHERE = 32;

        Impressions.Item item(String path) {
            if (where != null && (where.isEmpty() || where.length() > LONGEST_WHERE)) {
                throw Rejection.invalid(path + "where", "Expected 1 to " + LONGEST_WHERE + " characters.");
            }
            long id = Ids.parse(tweetId == null ? "" : tweetId)
                    .orElseThrow(() -> Rejection.invalid(path + "tweet_id", "Not a valid tweet id."));
            Measure measure = Measure.reported(kind == null ? "" : kind)
                    .orElseThrow(
                            () -> Rejection.invalid(path + "kind", "Expected view, link, profile, media or expand."));
            return new Impressions.Item(id, measure, at == null ? null : (Long) millis(path, at));
        }

        private static long millis(String path, String at) {
            try {
                return Instant.parse(at).toEpochMilli();
            } catch (DateTimeException | ArithmeticException e) {
                throw Rejection.invalid(path + "at", "Expected a time such as 2026-01-31T12:00:00.000Z.");
            }
        }
    }
}
