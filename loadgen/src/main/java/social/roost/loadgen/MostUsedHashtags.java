package social.roost.loadgen;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The simplest way: the hashtags with the most tweets in the last five minutes. */
final class MostUsedHashtags implements TrendFinder {
    private static final int WINDOW = 5;

    private final int limit;

    /** By location, then by tag; of each minute in the window. */
    private final Deque<Map<String, Map<String, Integer>>> minutes = new ArrayDeque<>();

    MostUsedHashtags(int limit) {
        this.limit = limit;
        minutes.add(new HashMap<>());
    }

    @Override
    public void accept(TrendTraffic.Tweet tweet) {
        for (String topic : tweet.topics()) {
            if (topic.startsWith("#")) {
                count("", topic);
                if (!tweet.location().isEmpty()) {
                    count(tweet.location(), topic);
                }
            }
        }
    }

    private void count(String location, String tag) {
        var _ = minutes.getLast()
                .computeIfAbsent(location, _ -> new HashMap<>())
                .merge(tag, 1, Integer::sum);
    }

    @Override
    public void endMinute(long minute) {
        minutes.add(new HashMap<>());
        if (minutes.size() > WINDOW + 1) {
            var _ = minutes.remove();
        }
    }

    @Override
    public List<String> trends(String location) {
        Map<String, Integer> uses = new HashMap<>();
        minutes.forEach(minute ->
                minute.getOrDefault(location, Map.of()).forEach((tag, count) -> uses.merge(tag, count, Integer::sum)));
        return uses.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(limit)
                .map(Map.Entry::getKey)
                .toList();
    }
}
