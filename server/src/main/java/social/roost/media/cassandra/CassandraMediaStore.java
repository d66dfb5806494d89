package social.roost.media.cassandra;

import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import social.roost.base.Scan;
import social.roost.driver.cassandra.CassandraCluster;
import social.roost.event.Event;
import social.roost.media.MediaStore;
import social.roost.media.Medium;
import social.roost.media.cassandra.MediumRows.Versioned;

/**
 * Media in the tables of {@link MediaTables}. An edit is written on the condition that the row has the version that was
 * read.
 *
 * <p>The event follows the write: if the process dies in between, it is missing, and other processes show the earlier
 * state of the medium until it changes again.
 */
public final class CassandraMediaStore implements MediaStore {
    private final CassandraCluster cassandra;
    private final Consumer<Event> events;
    private final MediumRows rows;
    private final DueMedia due;
    private final PreparedStatement insertOfUser;
    private final PreparedStatement deleteOfUser;
    private final PreparedStatement selectOfUser;

    /** @param events appends to the log */
    public CassandraMediaStore(CassandraCluster cassandra, Consumer<Event> events) {
        this.cassandra = cassandra;
        this.events = events;
        rows = new MediumRows(cassandra);
        due = new DueMedia(cassandra);
        insertOfUser = cassandra.prepare("INSERT INTO medium_by_user (user_id, id) VALUES (?, ?)");
        deleteOfUser = cassandra.prepare("DELETE FROM medium_by_user WHERE user_id = ? AND id = ?");
        selectOfUser = cassandra.prepare("SELECT id FROM medium_by_user WHERE user_id = ? AND id > ? LIMIT ?");
    }

    @Override
    public void add(Medium medium) {
        due.add(medium);
        cassandra.write(insertOfUser.bind(medium.userId(), medium.id()));
        rows.insert(medium, version());
    }

    @Override
    public Map<Long, Medium> find(long[] ids) {
        Map<Long, Medium> found = HashMap.newHashMap(ids.length);
        rows.find(LongStream.of(ids).boxed().toList()).forEach(medium -> found.put(medium.id(), medium));
        return found;
    }

    @Override
    public @Nullable Medium update(long id, UnaryOperator<Medium> edit) {
        while (true) {
            Versioned old = rows.current(id);
            Medium edited = old == null ? null : edit.apply(old.medium());
            if (old == null || edited == null || edited.equals(old.medium())) {
                return edited;
            }
            boolean moved = edited.work().dueAt() != old.medium().work().dueAt();
            if (moved) {
                due.add(edited);
            }
            if (rows.update(edited, version(), old.version())) {
                if (moved) {
                    due.remove(old.medium());
                }
                events.accept(new Event.MediaChanged(edited.userId(), id));
                return edited;
            }
        }
    }

    @Override
    public void remove(long id) {
        Versioned old = rows.current(id);
        if (old != null) {
            rows.delete(id);
            cassandra.write(deleteOfUser.bind(old.medium().userId(), id));
            due.remove(old.medium());
        }
    }

    @Override
    public long[] due(long now, int limit) {
        return due.find(now, limit, this::dueAt);
    }

    private Map<Long, Long> dueAt(long[] ids) {
        Map<Long, Long> times = HashMap.newHashMap(ids.length);
        find(ids).forEach((id, medium) -> times.put(id, medium.work().dueAt()));
        return times;
    }

    @Override
    public List<Medium> ofUser(long userId, long after, int limit) {
        List<Long> ids = new ArrayList<>();
        cassandra.forEach(
                1,
                _ -> selectOfUser.bind(userId, after, limit),
                (_, found) -> found.forEach(row -> ids.add(row.getLong("id"))));
        return rows.find(ids);
    }

    /**
     * {@inheritDoc}
     *
     * <p>The order is that of the ids' tokens. A full part leaves out the rows of its last token, because there may be
     * more of them.
     */
    @Override
    public Scan.Part<Medium> scan(String after, int limit) {
        List<Row> found = rows.after(after.equals(Scan.START) ? Long.MIN_VALUE : Long.parseLong(after), limit);
        String next = null;
        if (found.size() == limit) {
            long last = place(found.getLast());
            found.removeIf(row -> place(row) == last);
            next = Long.toString(found.isEmpty() ? last : place(found.getLast()));
        }
        return new Scan.Part<>(found.stream().map(MediumRows::medium).toList(), next);
    }

    private static long place(Row row) {
        return row.getLong("place");
    }

    private static long version() {
        return ThreadLocalRandom.current().nextLong();
    }
}
