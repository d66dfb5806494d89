package social.roost.trend.memory;

import java.time.Instant;
import java.util.List;
import social.roost.trend.Observation;
import social.roost.trend.TopicalTweet;
import social.roost.trend.TrendBoard;
import social.roost.trend.TrendBoardContract;
import social.roost.trend.TrendDetector;

class DetectedTrendsTest extends TrendBoardContract {
    private final DetectedTrends trends = new DetectedTrends(new TrendDetector(0), () -> Instant.ofEpochMilli(now));

    @Override
    protected TrendBoard board() {
        return trends;
    }

    @Override
    protected void endMinute(List<TopicalTweet> tweets) {
        tweets.forEach(tweet -> trends.append(new Observation.Tweeted(tweet)));
        now += 60_000;
        trends.append(new Observation.Clock(now));
    }
}
