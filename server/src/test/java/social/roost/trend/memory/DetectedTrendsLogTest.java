package social.roost.trend.memory;

import java.time.Instant;
import java.util.List;
import social.roost.trend.ObservationLog;
import social.roost.trend.ObservationLogContract;
import social.roost.trend.TrendDetector;

class DetectedTrendsLogTest extends ObservationLogContract {
    private final DetectedTrends trends = new DetectedTrends(new TrendDetector(0), () -> Instant.ofEpochMilli(END));

    @Override
    protected ObservationLog log() {
        return trends;
    }

    @Override
    protected List<String> detected() {
        return trends.trends("", 10).stream().map(trend -> trend.topic().key()).toList();
    }
}
