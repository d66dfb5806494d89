package social.roost.event.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import social.roost.event.LoggedEvent;

/**
 * The end of the log in memory. All groups that keep up read the same events within moments, so the first of them reads
 * and decodes for all.
 */
final class RecentEvents {
    /** Events; of about 300 bytes each. */
    private static final int CAPACITY = 8_192;

    private final EventTables tables;
    private final CommitSignal commits;
    private final int batchSize;
    private final ReentrantLock lock = new ReentrantLock();

    /** Without a gap to the table's events after it, up to {@link #end}. */
    private final ArrayList<LoggedEvent> events = new ArrayList<>();

    /** The offset from which to read the table. */
    private long end;

    /** The number of commits before the table was last read to its end. */
    private long seen = -1;

    RecentEvents(EventTables tables, CommitSignal commits, int batchSize) {
        this.tables = tables;
        this.commits = commits;
        this.batchSize = batchSize;
    }

    /** Some events from an offset on, none if there are none yet. */
    List<LoggedEvent> read(long from) {
        lock.lock();
        try {
            if (from >= end) {
                fill(from);
            }
            if (!events.isEmpty() && events.getFirst().offset() <= from) {
                return copyFrom(from);
            }
            if (from >= end) {
                return List.of();
            }
        } finally {
            lock.unlock();
        }
        // A group far behind reads by itself and does not disturb the others.
        return tables.read(from, batchSize);
    }

    private void fill(long from) {
        if (from > end) {
            events.clear();
            end = from;
            seen = -1;
        }
        long before = commits.count();
        if (before == seen) {
            return;
        }
        List<LoggedEvent> read = tables.read(end, batchSize);
        if (read.size() < batchSize) {
            seen = before;
        }
        if (events.size() > CAPACITY) {
            events.subList(0, CAPACITY / 2).clear();
        }
        events.addAll(read);
        if (!read.isEmpty()) {
            end = read.getLast().offset() + 1;
        }
    }

    private List<LoggedEvent> copyFrom(long from) {
        int start = firstAtOrAfter(from);
        return List.copyOf(events.subList(start, Math.min(events.size(), start + batchSize)));
    }

    private int firstAtOrAfter(long offset) {
        int low = 0;
        int high = events.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (events.get(middle).offset() < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
