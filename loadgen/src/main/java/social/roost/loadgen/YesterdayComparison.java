package social.roost.loadgen;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Mastodon's way: the accounts that have used a hashtag today, compared with those of all of yesterday. The score is
 * (observed - expected)^2 / expected; a peak halves every four hours.
 */
final class YesterdayComparison implements TrendFinder {
    private static final int LEAST_ACCOUNTS = 5;
    private static final double HALF_LIFE = 240;
    private static final int REFRESH = 5;

    private final int limit;
    private final double leastScore;
    private final Map<String, Location> locations = new HashMap<>();
    private long minute;

    private record Peak(double score, long minute) {
        double at(long now) {
            return score * Math.pow(0.5, (now - minute) / HALF_LIFE);
        }
    }

    private static final class Location {
        private Map<String, Set<Long>> today = new HashMap<>();
        private Map<String, Integer> yesterday = Map.of();
        private final Map<String, Peak> peaks = new HashMap<>();

        void endDay() {
            Map<String, Integer> counts = new HashMap<>();
            today.forEach((tag, accounts) -> counts.put(tag, accounts.size()));
            yesterday = counts;
            today = new HashMap<>();
        }

        void refresh(long now, double leastScore) {
            today.forEach((tag, accounts) -> {
                double expected = Math.max(1, yesterday.getOrDefault(tag, 0));
                double above = accounts.size() - expected;
                double score = above > 0 && accounts.size() >= LEAST_ACCOUNTS ? above * above / expected : 0;
                Peak peak = peaks.get(tag);
                if (score > leastScore && (peak == null || score > peak.at(now))) {
                    peaks.put(tag, new Peak(score, now));
                }
            });
            peaks.values().removeIf(peak -> peak.at(now) < 1);
        }
    }

    YesterdayComparison(int limit, double leastScore) {
        this.limit = limit;
        this.leastScore = leastScore;
    }

    @Override
    public void accept(TrendTraffic.Tweet tweet) {
        for (String topic : tweet.topics()) {
            if (topic.startsWith("#")) {
                count("", topic, tweet.author());
                if (!tweet.location().isEmpty()) {
                    count(tweet.location(), topic, tweet.author());
                }
            }
        }
    }

    private void count(String location, String tag, long author) {
        boolean _ = locations
                .computeIfAbsent(location, _ -> new Location())
                .today
                .computeIfAbsent(tag, _ -> new HashSet<>())
                .add(author);
    }

    @Override
    public void endMinute(long ended) {
        minute = ended;
        if ((minute + 1) % REFRESH == 0) {
            locations.values().forEach(location -> location.refresh(minute, leastScore));
        }
        if ((minute + 1) % TrendTraffic.DAY == 0) {
            locations.values().forEach(Location::endDay);
        }
    }

    @Override
    public List<String> trends(String location) {
        Location found = locations.get(location);
        return found == null
                ? List.of()
                : found.peaks.entrySet().stream()
                        .sorted(Comparator.comparingDouble((Map.Entry<String, Peak> entry) ->
                                        -entry.getValue().at(minute))
                                .thenComparing(Map.Entry::getKey))
                        .limit(limit)
                        .map(Map.Entry::getKey)
                        .toList();
    }
}
