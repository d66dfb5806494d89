package social.roost.driver.redis;

import java.time.Duration;
import java.util.function.Function;

/**
 * How values of one kind are cached.
 *
 * @param kind part of the keys. A program that writes the values in another form gives it another version, since programs of
 *     both kinds run side by side while a new one is rolled out
 * @param encode never to one byte alone, which is the mark of a change
 * @param lifetime how long the value may be cached at most; zero or less when not at all
 */
public record CachedForm<V>(
        String kind, Function<V, byte[]> encode, Function<byte[], V> decode, Function<V, Duration> lifetime) {}
