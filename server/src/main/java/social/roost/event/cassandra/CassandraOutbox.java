package social.roost.event.cassandra;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import social.roost.driver.cassandra.CassandraCluster;
import social.roost.event.Event;
import social.roost.event.Outbox;
import social.roost.event.TracedEvent;
import social.roost.event.cassandra.OutboxRows.Written;

/**
 * Events of stores in Cassandra until they are in the log.
 *
 * <p>The sweep looks three times for what a crash left behind: soon after it was written; later, when writes that
 * needed several attempts have ended; and once more when nothing can arrive any more, because a batch may complete
 * minutes after it began. What is older is behind the watermark, from which the next sweep continues. While Cassandra
 * or this sweep was unavailable, nothing is known about batches, so the watermark rests until both have been available
 * for long enough.
 *
 * <p>An entry is returned only if what it describes can be read. An entry may be written before its change, so the
 * change may only have been started: the {@link Owner} of the event's stream completes it, or prevents it.
 */
public final class CassandraOutbox implements Outbox<OutboxKey> {
    /** After this time, the process that wrote an entry no longer relays it. */
    public static final Duration SOON = Duration.ofSeconds(5);

    /** After this time, a write that timed out several times, and was then retried by its client, has ended. */
    public static final Duration LATER = Duration.ofMinutes(1);

    /** The interval of that second look, which usually finds nothing. */
    private static final long LATER_STEP = Duration.ofSeconds(10).toMillis() * 1_000;

    /** After this time, no batch completes any more, provided that Cassandra was available all the time. */
    public static final Duration SETTLED = Duration.ofMinutes(10);

    /** If sweeps are further apart, something was unavailable, or another process swept. */
    private static final Duration GAP = Duration.ofMinutes(1);

    /** What is written together has the same time: the tweets of a thread. */
    private static final Comparator<Written> OLDEST_FIRST = Comparator.<Written>comparingLong(
                    written -> written.key().written())
            .thenComparingLong(written -> written.key().subject());

    private final OutboxRows rows;
    private final InstantSource clock;
    private final Map<Event.Stream, Owner> owners = new ConcurrentHashMap<>();
    private final OutboxScan soon;
    private final OutboxScan later;
    private final OutboxScan settled;
    private long lastSweep;
    private long undisturbedSince;

    /** Reads the watermark, so Cassandra must be available. */
    public CassandraOutbox(CassandraCluster cassandra, InstantSource clock) {
        rows = new OutboxRows(cassandra);
        this.clock = clock;
        soon = new OutboxScan(rows);
        later = new OutboxScan(rows);
        settled = new OutboxScan(rows);
        begin();
    }

    /** Sets who settles the events of a stream; entries without an owner stay. */
    public void own(Event.Stream stream, Owner owner) {
        owners.put(stream, owner);
    }

    /** The statements that write entries. */
    public OutboxRows rows() {
        return rows;
    }

    /** Starts where the last sweep of any process stopped; the very first one before the first write. */
    private synchronized void begin() {
        long first = (clock.millis() - SETTLED.toMillis()) * 1_000 / OutboxKey.MINUTE;
        long[] minutes = new long[OutboxKey.SHARDS];
        for (int shard = 0; shard < minutes.length; shard++) {
            Long watermark = rows.watermark(shard);
            minutes[shard] = watermark == null ? first : watermark;
            if (watermark == null) {
                rows.raiseWatermark(shard, first);
            }
        }
        Stream.of(soon, later, settled).forEach(scan -> scan.skipTo(minutes));
    }

    @Override
    public synchronized List<Entry<OutboxKey>> leftBehind(int limit) {
        long now = clock.millis();
        try {
            if (now - lastSweep > GAP.toMillis()) {
                undisturbedSince = now;
                begin();
            }
            List<Entry<OutboxKey>> found = sweep(now, limit);
            lastSweep = now;
            return found;
        } catch (RuntimeException e) {
            lastSweep = 0;
            throw e;
        }
    }

    private List<Entry<OutboxKey>> sweep(long now, int limit) {
        List<Written> late = now - undisturbedSince >= SETTLED.toMillis() ? settle(now, limit) : List.of();
        long latest = (now - LATER.toMillis()) * 1_000;
        List<Written> delayed = later.advance(latest - Math.floorMod(latest, LATER_STEP), limit);
        List<Written> recent = soon.advance((now - SOON.toMillis()) * 1_000, limit);
        return Stream.of(late, delayed, recent)
                .flatMap(List::stream)
                .distinct()
                .sorted(OLDEST_FIRST)
                .limit(limit)
                .map(written -> settled(written, now))
                .filter(Objects::nonNull)
                .toList();
    }

    private List<Written> settle(long now, int limit) {
        long[] before = settled.minutes();
        long end = (now - SETTLED.toMillis()) * 1_000;
        List<Written> late = settled.advance(end - Math.floorMod(end, OutboxKey.MINUTE), limit);
        long[] after = settled.minutes();
        IntStream.range(0, after.length)
                .filter(shard -> after[shard] > before[shard])
                .forEach(shard -> rows.raiseWatermark(shard, after[shard]));
        return late;
    }

    /** Null if there is nothing to relay, yet or ever. */
    private @Nullable Entry<OutboxKey> settled(Written written, long now) {
        if (written.begun() == null) {
            return owner(Event.Stream.TWEETS).settle(written, null, now);
        }
        // An entry that only a newer version can read stays until that version sweeps.
        return written.begun() instanceof TracedEvent begun
                ? owner(begun.event().stream()).settle(written, begun, now)
                : null;
    }

    private Owner owner(Event.Stream stream) {
        return owners.getOrDefault(stream, (_, _, _) -> null);
    }

    @Override
    public void remove(List<OutboxKey> keys) {
        rows.deleteAll(keys);
    }

    /** The minute since 1970 before which nothing is left. */
    public synchronized long watermark() {
        return Arrays.stream(settled.minutes()).min().orElseThrow();
    }

    /** Knows what the events of a stream describe. */
    @FunctionalInterface
    public interface Owner {

        /**
         * Completes or prevents the change of an entry. One that will never be relayed must be removed.
         *
         * @param begun its event if the entry was written before the change, otherwise null
         * @param now milliseconds since 1970
         * @return null if there is nothing to relay, yet or ever
         */
        @Nullable
        Entry<OutboxKey> settle(Written written, @Nullable TracedEvent begun, long now);
    }
}
