package social.roost.event.cassandra;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import social.roost.event.cassandra.OutboxRows.Range;
import social.roost.event.cassandra.OutboxRows.Written;

/**
 * Reads the outbox in the order of time, shard by shard, and stops at the entries it finds. What it has passed is not
 * read again: reading the emptied part of a queue is slow, because removed rows remain for a day.
 */
final class OutboxScan {
    private static final int MINUTES_AT_ONCE = 30;

    private final OutboxRows rows;

    /** By shard, in microseconds since 1970. */
    private final long[] positions = new long[OutboxKey.SHARDS];

    OutboxScan(OutboxRows rows) {
        this.rows = rows;
    }

    /** Skips everything before these minutes since 1970, one for each shard. */
    void skipTo(long[] minutes) {
        Arrays.setAll(positions, shard -> Math.max(positions[shard], minutes[shard] * OutboxKey.MINUTE));
    }

    /** Advances while there are no entries, but not beyond this microsecond; returns the entries where it stopped. */
    List<Written> advance(long to, int limit) {
        List<Range> ranges = new ArrayList<>();
        for (int shard = 0; shard < positions.length; shard++) {
            addRanges(shard, to, ranges);
        }
        List<List<Written>> entries = rows.read(ranges, limit);
        boolean[] halted = new boolean[positions.length];
        for (int i = 0; i < ranges.size(); i++) {
            Range range = ranges.get(i);
            if (!halted[range.shard()]) {
                List<Written> found = entries.get(i);
                halted[range.shard()] = !found.isEmpty();
                positions[range.shard()] =
                        found.isEmpty() ? range.to() : found.getFirst().key().written();
            }
        }
        return entries.stream().flatMap(List::stream).toList();
    }

    private void addRanges(int shard, long to, List<Range> ranges) {
        long from = positions[shard];
        for (int i = 0; i < MINUTES_AT_ONCE && from < to; i++) {
            long end = Math.min(to, (Math.floorDiv(from, OutboxKey.MINUTE) + 1) * OutboxKey.MINUTE);
            ranges.add(new Range(shard, from, end));
            from = end;
        }
    }

    /** The current minute of each shard. */
    long[] minutes() {
        return Arrays.stream(positions)
                .map(position -> Math.floorDiv(position, OutboxKey.MINUTE))
                .toArray();
    }
}
