package social.roost.trend.redis;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.base.UnavailableException;
import social.roost.driver.redis.Redis;
import social.roost.driver.redis.RedisCall;
import social.roost.driver.redis.RedisScript;
import social.roost.trend.LocationTrends;
import social.roost.trend.Trend;
import social.roost.trend.TrendBoard;
import social.roost.trend.TrendsCodec;

/**
 * Trends in Redis. For each location and minute there is a sorted set {@code trends:{LOCATION}:MINUTE} with the trends
 * as JSON by their scores, where LOCATION is {@code world} or a country code and MINUTE the milliseconds at its end;
 * {@code trends-at:{LOCATION}} is the newest minute. {@code trends-version} is another number after each write. All
 * expire after {@link TrendBoard#SHOWN}.
 */
public final class RedisTrends implements TrendBoard {
    private static final Logger LOG = LoggerFactory.getLogger(RedisTrends.class);
    private static final RedisScript WRITE = RedisScript.of("trends-write.lua");
    private static final String WORLDWIDE = "world";

    private final Redis redis;
    private final InstantSource clock;

    /** By location, as read since the version that they have. */
    private final Map<String, Read> read = new ConcurrentHashMap<>();

    /** When it was looked up the last time; 0 if nobody writes trends. */
    private volatile long version;

    public RedisTrends(Redis redis, InstantSource clock) {
        this.redis = redis;
        this.clock = clock;
    }

    private record Read(long version, @Nullable LocationTrends trends) {}

    /**
     * Replaces the trends of this location and minute; they become the newest unless there are newer ones.
     *
     * @throws social.roost.base.UnavailableException if Redis is unreachable
     */
    public void write(LocationTrends trends) {
        List<byte[]> arguments = new ArrayList<>();
        arguments.add(RedisCall.text(trends.atMillis()));
        arguments.add(RedisCall.text(SHOWN.toMillis()));
        for (Trend trend : trends.trends()) {
            arguments.add(bytes(Double.toString(trend.score())));
            arguments.add(bytes(TrendsCodec.encode(trend)));
        }
        byte[] _ = redis.call(RedisCall.script(
                WRITE,
                List.of(newestKey(trends.location()), key(trends.location(), trends.atMillis())),
                arguments.toArray(byte[][]::new)));
        long other = ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);
        byte[] _ = redis.call(RedisCall.set(versionKey(), RedisCall.text(other), SHOWN));
    }

    @Override
    public List<Trend> trends(String location, int limit) {
        LocationTrends newest = newest(location);
        if (newest == null || clock.millis() - newest.atMillis() >= SHOWN.toMillis()) {
            return List.of();
        }
        List<Trend> trends = newest.trends();
        return trends.subList(0, Math.min(limit, trends.size()));
    }

    private @Nullable LocationTrends newest(String location) {
        long now = version;
        Read known = read.get(location);
        if (known == null || known.version() != now) {
            known = new Read(now, read(location));
            read.put(location, known);
        }
        return known.trends();
    }

    private @Nullable LocationTrends read(String location) {
        byte[] at = redis.call(RedisCall.get(newestKey(location)));
        if (at == null) {
            return null;
        }
        long atMillis = Long.parseLong(text(at));
        List<Trend> trends = redis.call(RedisCall.above(key(location, atMillis), -1)).stream()
                .map(RedisTrends::text)
                .map(TrendsCodec::decodeTrend)
                .sorted(Comparator.comparingDouble(Trend::score)
                        .reversed()
                        .thenComparing(trend -> trend.topic().key()))
                .toList();
        return new LocationTrends(location, atMillis, trends);
    }

    /** While Redis is down, the last one that was looked up. */
    @Override
    public long version() {
        try {
            byte[] found = redis.call(RedisCall.get(versionKey()));
            version = found == null ? 0 : Long.parseLong(text(found));
        } catch (UnavailableException e) {
            LOG.debug("The version of the trends cannot be looked up: {}", e.getMessage());
        }
        return version;
    }

    /** As of the last look-up of the version. */
    @Override
    public boolean isDetecting() {
        return version != 0;
    }

    private String versionKey() {
        return redis.key("trends-version", WORLDWIDE);
    }

    private String newestKey(String location) {
        return redis.key("trends-at", id(location));
    }

    private String key(String location, long atMillis) {
        return redis.key("trends", id(location)) + ":" + atMillis;
    }

    private static String id(String location) {
        return location.isEmpty() ? WORLDWIDE : location;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
