package social.roost.loadgen;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import social.roost.base.Snowflake;
import social.roost.trend.Topic;
import social.roost.trend.TopicalTweet;
import social.roost.trend.TrendDetector;

/** Roost's detector. */
final class RoostTrends implements TrendFinder {
    private final TrendDetector detector = new TrendDetector(TrendTraffic.FIRST_MINUTE * 60_000);
    private final Map<String, Topic> topics = new HashMap<>();
    private final int limit;
    private int tweets;

    RoostTrends(int limit) {
        this.limit = limit;
    }

    @Override
    public void accept(TrendTraffic.Tweet tweet) {
        long id = Snowflake.lowestAt(tweet.atMillis()) + tweets++ % 4_096;
        List<Topic> about = tweet.topics().stream()
                .map(name -> topics.computeIfAbsent(name, RoostTrends::topic))
                .toList();
        boolean _ = detector.accept(
                new TopicalTweet(id, tweet.author(), tweet.young(), tweet.text(), tweet.location(), about));
    }

    private static Topic topic(String name) {
        return name.startsWith("#") ? Topic.hashtag(name.substring(1)) : Topic.phrase(name);
    }

    @Override
    public void endMinute(long minute) {
        topics.clear();
        detector.tick((minute + 1) * 60_000);
    }

    @Override
    public List<String> trends(String location) {
        return detector.trends(location, limit).stream()
                .map(trend -> trend.topic().key())
                .toList();
    }
}
