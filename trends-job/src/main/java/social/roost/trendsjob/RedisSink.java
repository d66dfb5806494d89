package social.roost.trendsjob;

import java.time.InstantSource;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.base.UnavailableException;
import social.roost.driver.redis.Redis;
import social.roost.trend.LocationTrends;
import social.roost.trend.TrendBoard;
import social.roost.trend.TrendsCodec;
import social.roost.trend.redis.RedisTrends;

/**
 * Writes trends to Redis. What cannot be written is skipped: Redis keeps nothing, and gets newer trends in a minute. What is
 * too old to be shown is skipped, too: a job that catches up has many minutes of it.
 */
final class RedisSink implements Sink<String> {
    private static final Logger LOG = LoggerFactory.getLogger(RedisSink.class);

    private final String[] arguments;

    /** @param arguments those of the job, because Flink cannot send settings */
    RedisSink(String[] arguments) {
        this.arguments = arguments.clone();
    }

    @Override
    public SinkWriter<String> createWriter(WriterInitContext context) {
        TrendsJobSettings settings = TrendsJobSettings.of(arguments);
        return new Writer(new Redis(settings.redis(), settings.calls()));
    }

    private static final class Writer implements SinkWriter<String> {
        private final Redis redis;
        private final RedisTrends trends;

        Writer(Redis redis) {
            this.redis = redis;
            trends = new RedisTrends(redis, InstantSource.system());
        }

        @Override
        public void write(String element, Context context) {
            LocationTrends found = TrendsCodec.decode(element);
            if (System.currentTimeMillis() - found.atMillis() >= TrendBoard.SHOWN.toMillis()) {
                return;
            }
            try {
                trends.write(found);
            } catch (UnavailableException e) {
                LOG.warn("Trends were not written: {}", e.getMessage());
            }
        }

        @Override
        public void flush(boolean endOfInput) {
            // Nothing waits.
        }

        @Override
        public void close() {
            redis.close();
        }
    }
}
