package social.roost.media.cassandra;

import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import social.roost.driver.cassandra.CassandraCluster;
import social.roost.media.Medium;

/** The entries of {@code medium_due}. Entries of the last hour are read often, older ones seldom. */
final class DueMedia {
    private static final long HOUR = TimeUnit.HOURS.toMillis(1);

    /** Entries are older only if no process had the role for longer. */
    private static final int OLDEST_HOURS = 30 * 24;

    private static final long BETWEEN_LOOKS_BACK = TimeUnit.MINUTES.toMillis(10);

    private final CassandraCluster cassandra;
    private final PreparedStatement insert;
    private final PreparedStatement delete;
    private final PreparedStatement select;
    private long lookBackAt;

    DueMedia(CassandraCluster cassandra) {
        this.cassandra = cassandra;
        insert = cassandra.prepare("INSERT INTO medium_due (hour, due_at, id) VALUES (?, ?, ?)");
        delete = cassandra.prepare("DELETE FROM medium_due WHERE hour = ? AND due_at = ? AND id = ?");
        select = cassandra.prepare("SELECT due_at, id FROM medium_due WHERE hour = ? AND due_at <= ? LIMIT ?");
    }

    void add(Medium medium) {
        long at = medium.work().dueAt();
        if (at != Medium.NEVER) {
            cassandra.write(insert.bind(at / HOUR, at, medium.id()));
        }
    }

    void remove(Medium medium) {
        remove(new Entry(medium.work().dueAt(), medium.id()));
    }

    private void remove(Entry entry) {
        if (entry.dueAt() != Medium.NEVER) {
            cassandra.write(delete.bind(entry.dueAt() / HOUR, entry.dueAt(), entry.id()));
        }
    }

    /**
     * The media that are due, longest due first. Removes entries that are not valid.
     *
     * @param dueAt when media are due according to their rows, by id
     */
    long[] find(long now, int limit, Function<long[], Map<Long, Long>> dueAt) {
        List<Entry> entries = new ArrayList<>();
        long hour = now / HOUR;
        long first = looksBack(now) ? hour - OLDEST_HOURS : hour - 1;
        cassandra.forEach(
                (int) (hour - first + 1),
                i -> select.bind(first + i, now, limit),
                (_, rows) -> rows.forEach(row -> entries.add(new Entry(row.getLong("due_at"), row.getLong("id")))));
        List<Entry> valid = new ArrayList<>(entries.size());
        Map<Long, Long> times =
                dueAt.apply(entries.stream().mapToLong(Entry::id).distinct().toArray());
        for (Entry entry : entries) {
            if (Objects.equals(times.get(entry.id()), entry.dueAt())) {
                valid.add(entry);
            } else if (now - entry.dueAt() > HOUR / 60) {
                // A younger one may be about to become valid.
                remove(entry);
            }
        }
        return valid.stream()
                .sorted(Comparator.comparingLong(Entry::dueAt))
                .limit(limit)
                .mapToLong(Entry::id)
                .toArray();
    }

    private synchronized boolean looksBack(long now) {
        if (now < lookBackAt) {
            return false;
        }
        lookBackAt = now + BETWEEN_LOOKS_BACK;
        return true;
    }

    private record Entry(long dueAt, long id) {}
}
