package social.roost.trend.redis;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import social.roost.driver.redis.Redis;
import social.roost.driver.redis.RedisCall;
import social.roost.driver.redis.RedisScript;
import social.roost.trend.LocationTrends;
import social.roost.trend.Trend;
import social.roost.trend.TrendsCodec;

/**
 * Trends in Redis. For each location and minute there is a sorted set {@code trends:{LOCATION}:MINUTE} with the trends
 * as JSON by their scores, where LOCATION is {@code world} or a country code and MINUTE the milliseconds at its end;
 * {@code trends-at:{LOCATION}} is the newest minute. All expire after an hour.
 */
public final class RedisTrends {
    private static final RedisScript WRITE = RedisScript.of("trends-write.lua");
    private static final Duration LIFETIME = Duration.ofHours(1);
    private static final String WORLDWIDE = "world";

    private final Redis redis;

    public RedisTrends(Redis redis) {
        this.redis = redis;
    }

    /**
     * Replaces the trends of this location and minute; they become the newest unless there are newer ones.
     *
     * @throws social.roost.base.UnavailableException if Redis is unreachable
     */
    public void write(LocationTrends trends) {
        List<byte[]> arguments = new ArrayList<>();
        arguments.add(RedisCall.text(trends.atMillis()));
        arguments.add(RedisCall.text(LIFETIME.toMillis()));
        for (Trend trend : trends.trends()) {
            arguments.add(bytes(Double.toString(trend.score())));
            arguments.add(bytes(TrendsCodec.encode(trend)));
        }
        byte[] _ = redis.call(RedisCall.script(
                WRITE,
                List.of(newestKey(trends.location()), key(trends.location(), trends.atMillis())),
                arguments.toArray(byte[][]::new)));
    }

    /**
     * The newest trends of a location, the highest score first; nothing if none were written in the last hour.
     *
     * @param location a country code; empty for worldwide
     * @throws social.roost.base.UnavailableException if Redis is unreachable
     */
    public Optional<LocationTrends> newest(String location) {
        byte[] at = redis.call(RedisCall.get(newestKey(location)));
        return at == null ? Optional.empty() : Optional.of(read(location, Long.parseLong(text(at))));
    }

    private LocationTrends read(String location, long atMillis) {
        List<Trend> trends = redis.call(RedisCall.above(key(location, atMillis), -1)).stream()
                .map(RedisTrends::text)
                .map(TrendsCodec::decodeTrend)
                .sorted(Comparator.comparingDouble(Trend::score)
                        .reversed()
                        .thenComparing(trend -> trend.topic().key()))
                .toList();
        return new LocationTrends(location, atMillis, trends);
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
