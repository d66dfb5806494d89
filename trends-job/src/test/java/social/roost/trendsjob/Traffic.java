package social.roost.trendsjob;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import social.roost.base.Snowflake;
import social.roost.trend.LocationTrends;
import social.roost.trend.Observation;
import social.roost.trend.Topic;
import social.roost.trend.TopicalTweet;
import social.roost.trend.Trend;
import social.roost.trend.TrendDetector;
import social.roost.trend.TrendsCodec;

/**
 * Ninety minutes of tweets about steady topics. After an hour, #storm rises in Germany, and #spam everywhere by authors who
 * are suspended some minutes later.
 */
final class Traffic {
    static final int MINUTES = 90;
    static final int RISE = 60;
    static final int MINUTE = 60_000;
    /** So that it ends now: Redis gets no old trends. */
    @SuppressWarnings("TimeInStaticInitializer")
    static final long BEGIN = Instant.now()
            .truncatedTo(ChronoUnit.MINUTES)
            .minus(Duration.ofMinutes(MINUTES))
            .toEpochMilli();

    static final int LIMIT = 50;

    private static final List<String> PLACES = List.of("", "DE", "FR");
    private static final int AUTHORS = 500;
    private static final int STEADY = 20;
    private static final int SUSPENSION = RISE + 8;

    private final Random random;
    private final List<Observation> observations = new ArrayList<>();
    private int sequence;

    private Traffic(long seed) {
        random = new Random(seed);
    }

    /** In the order of time. */
    static List<Observation> generate(long seed) {
        Traffic traffic = new Traffic(seed);
        for (int minute = 0; minute < MINUTES; minute++) {
            traffic.minute(minute);
        }
        return traffic.observations;
    }

    private void minute(int minute) {
        List<Observation> these = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            int author = 1 + random.nextInt(AUTHORS);
            these.add(tweet(minute, author, PLACES.get(author % 3), "Steady" + random.nextInt(STEADY)));
        }
        if (minute >= RISE && minute < RISE + 20) {
            for (int i = 0; i < 5 + 2 * (minute - RISE); i++) {
                these.add(
                        tweet(minute, 1_000 + random.nextInt(300), "DE", random.nextInt(10) == 0 ? "storm" : "Storm"));
            }
        }
        if (minute >= RISE + 2 && minute < SUSPENSION) {
            for (int i = 0; i < 15; i++) {
                these.add(tweet(minute, 2_000 + i, PLACES.get(i % 3), "spam"));
            }
        }
        if (minute == SUSPENSION) {
            for (int i = 0; i < 15; i++) {
                these.add(new Observation.Suspended(2_000 + i, BEGIN + (long) minute * MINUTE + 1_000 + i));
            }
        }
        these.sort((one, other) -> Long.compare(one.atMillis(), other.atMillis()));
        observations.addAll(these);
    }

    private Observation tweet(int minute, int author, String location, String tag) {
        long at = BEGIN + (long) minute * MINUTE + random.nextInt(MINUTE);
        sequence = (sequence + 1) % 4_096;
        long id = Snowflake.lowestAt(at) + sequence;
        int text = random.nextInt(1, 1 << 28);
        return new Observation.Tweeted(
                new TopicalTweet(id, author, false, text, location, List.of(Topic.hashtag(tag))));
    }

    /** What the detector finds without any disturbance, as JSON by location and minute. */
    static Map<String, String> trendsOf(List<Observation> observations) {
        TrendDetector detector = new TrendDetector(0);
        Map<String, String> trends = new TreeMap<>();
        Set<String> places = Set.copyOf(PLACES);
        Map<String, Boolean> had = new HashMap<>();
        int next = 0;
        for (int minute = 0; minute < MINUTES; minute++) {
            long end = BEGIN + (long) (minute + 1) * MINUTE;
            while (next < observations.size() && observations.get(next).atMillis() < end) {
                switch (observations.get(next++)) {
                    case Observation.Tweeted tweeted -> {
                        boolean _ = detector.accept(tweeted.tweet());
                    }
                    case Observation.Suspended suspended -> detector.remove(suspended.author());
                    case Observation.Clock _ -> {}
                }
            }
            detector.tick(end);
            for (String place : places) {
                List<Trend> found = detector.trends(place, LIMIT);
                if (place.isEmpty() || !found.isEmpty() || had.getOrDefault(place, false)) {
                    LocationTrends all = new LocationTrends(place, end, found);
                    trends.put(key(all), TrendsCodec.encode(all));
                }
                had.put(place, !found.isEmpty());
            }
        }
        return trends;
    }

    static String key(LocationTrends trends) {
        return trends.location() + " after minute " + ((trends.atMillis() - BEGIN) / MINUTE - 1);
    }
}
