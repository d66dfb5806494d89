package social.roost.tweet.cassandra;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import social.roost.tweet.cassandra.OutboxRows.Range;
import social.roost.tweet.cassandra.OutboxRows.Written;

/**
 * Goes through the outbox in the order of time, shard by shard, and stays at what it finds. What it has passed it does not
 * read again: a queue must not be read where it was emptied, since removed rows are in the way for a day.
 */
final class OutboxScan {
    private static final int MINUTES_AT_ONCE = 30;

    private final OutboxRows rows;

    /** By shard, in microseconds since 1970. */
    private final long[] positions = new long[OutboxKey.SHARDS];

    OutboxScan(OutboxRows rows) {
        this.rows = rows;
    }

    /** Passes over what is before these minutes since 1970, one for each shard. */
    void skipTo(long[] minutes) {
        Arrays.setAll(positions, shard -> Math.max(positions[shard], minutes[shard] * OutboxKey.MINUTE));
    }

    /** Goes on as far as there is nothing, and not beyond this microsecond; gives what it stays at. */
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

    /** The minute that each shard has got to. */
    long[] minutes() {
        return Arrays.stream(positions)
                .map(position -> Math.floorDiv(position, OutboxKey.MINUTE))
                .toArray();
    }
}
