package social.roost.api;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.LongFunction;
import social.roost.analytics.Measure;
import social.roost.analytics.Tally;
import social.roost.analytics.TweetAnalytics;
import social.roost.base.Timestamps;

/** The JSON of counts: a member for each measure. */
final class AnalyticsJson {
    private static final String VIEWERS = "viewers";

    private AnalyticsJson() {}

    static Map<String, Object> of(TweetAnalytics.OfTweet tweet) {
        Map<String, Object> json = counts(tweet.total(), VIEWERS);
        putAsOf(json, tweet.asOf());
        json.put("hours", list(tweet.hours(), "hour", Timestamps::format, VIEWERS));
        json.put("days", list(tweet.days(), "day", AnalyticsJson::day, VIEWERS));
        return json;
    }

    /** Viewers of different tweets and days are added, whoever they are. */
    static Map<String, Object> of(TweetAnalytics.OfUser user) {
        String viewers = "viewer_days";
        Map<String, Object> json = counts(user.total(), viewers);
        putAsOf(json, user.asOf());
        json.put("days", list(user.days(), "day", AnalyticsJson::day, viewers));
        return json;
    }

    private static void putAsOf(Map<String, Object> json, long millis) {
        if (millis > 0) {
            json.put("as_of", Timestamps.format(millis));
        }
    }

    private static List<Map<String, Object>> list(
            SortedMap<Long, Tally> tallies, String name, LongFunction<String> format, String viewers) {
        return tallies.entrySet().stream()
                .map(entry -> {
                    Map<String, Object> json = new LinkedHashMap<>();
                    json.put(name, format.apply(entry.getKey()));
                    json.putAll(counts(entry.getValue(), viewers));
                    return json;
                })
                .toList();
    }

    private static Map<String, Object> counts(Tally tally, String viewers) {
        Map<String, Object> json = new LinkedHashMap<>();
        for (Measure measure : Measure.values()) {
            json.put(measure == Measure.VIEWERS ? viewers : measure.text(), tally.of(measure));
        }
        return json;
    }

    private static String day(long millis) {
        return Instant.ofEpochMilli(millis)
                .atOffset(ZoneOffset.UTC)
                .toLocalDate()
                .toString();
    }
}
