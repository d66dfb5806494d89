package social.roost.driver.redis;

import java.time.Duration;
import java.util.function.Function;

/**
 * How values of one kind are cached.
 *
 * @param kind part of the keys. A version of the program that changes the encoding must change the kind's version,
 *     because old and new processes run side by side during a rolling upgrade
 * @param encode never to a single byte, which is the mark of a change
 * @param lifetime how long the value may be cached at most; zero or less to not cache it
 */
public record CachedForm<V>(
        String kind, Function<V, byte[]> encode, Function<byte[], V> decode, Function<V, Duration> lifetime) {}
