package social.roost.event.cassandra;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import social.roost.event.Event;
import social.roost.event.Outbox.Entry;

/**
 * The location of an outbox entry.
 *
 * @param written its timestamp in microseconds since 1970
 * @param subject what the event is about: a tweet, a conversation
 * @param cause distinguishes entries about the same subject
 */
public record OutboxKey(long written, long subject, long cause) {
    static final int SHARDS = 16;
    static final long MINUTE = TimeUnit.MINUTES.toMicros(1);

    /** The key for a change that starts now. */
    public static Entry<OutboxKey> begun(long subject, long cause, Event event, long now) {
        return new Entry<>(new OutboxKey(now * 1_000, subject, cause), event);
    }

    /** Whether it was written longer ago than this; now in milliseconds since 1970. */
    public boolean isOlderThan(Duration age, long now) {
        return now * 1_000 - written > age.toMillis() * 1_000;
    }

    /** Not by the subject alone: many users like one tweet. */
    int shard() {
        return Math.floorMod(Long.hashCode((subject ^ cause) * 0x9E3779B97F4A7C15L), SHARDS);
    }

    long minute() {
        return Math.floorDiv(written, MINUTE);
    }
}
