package social.roost.event.sql;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import social.roost.driver.sql.Database;
import social.roost.event.EventCodec;
import social.roost.event.EventLog.DeadLetter;
import social.roost.event.LoggedEvent;
import social.roost.event.TracedEvent;

/** The SQL of the event log: tables {@code event}, {@code event_group} and {@code dead_letter}. */
final class EventTables {
    private final Database database;
    private final EventCodec codec;

    EventTables(Database database, EventCodec codec) {
        this.database = database;
        this.codec = codec;
    }

    void append(Handle handle, TracedEvent traced) {
        handle.execute(
                "INSERT INTO event (key, payload, created_at) VALUES (?, ?, ?)",
                traced.event().key(),
                codec.encode(traced),
                System.currentTimeMillis());
    }

    void append(List<TracedEvent> events) {
        database.<Integer>write(handle -> {
            events.forEach(event -> append(handle, event));
            return events.size();
        });
    }

    /** Events from an offset on, in order. */
    List<LoggedEvent> read(long from, int limit) {
        return database.read(handle -> handle.createQuery(
                        "SELECT offset, key, payload FROM event WHERE offset >= ? ORDER BY offset LIMIT ?")
                .bind(0, from)
                .bind(1, limit)
                .map((row, _) -> LoggedEvent.decode(row.getLong(1), row.getLong(2), row.getString(3), codec))
                .list());
    }

    /** The last offset in use, 0 before the first event. Trimming keeps the last event, so it never goes back. */
    long lastOffset() {
        return database.read(handle -> handle.createQuery("SELECT coalesce(max(offset), 0) FROM event")
                .mapTo(long.class)
                .one());
    }

    /** The group's stored offset; a new group is stored with the end of the log. */
    long register(String group) {
        return database.write(handle -> {
            handle.execute(
                    "INSERT INTO event_group (name, next_offset) SELECT ?, coalesce(max(offset), 0) + 1 FROM event"
                            + " WHERE true ON CONFLICT (name) DO NOTHING",
                    group);
            return handle.createQuery("SELECT next_offset FROM event_group WHERE name = ?")
                    .bind(0, group)
                    .mapTo(long.class)
                    .one();
        });
    }

    boolean has(String group) {
        return database.read(handle -> handle.createQuery("SELECT 1 FROM event_group WHERE name = ?")
                .bind(0, group)
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
    }

    /** Removes all groups but these; returns the removed ones. */
    List<String> retain(Set<String> groups) {
        return database.write(handle -> {
            List<String> others = handle.createQuery("SELECT name FROM event_group").mapTo(String.class).stream()
                    .filter(name -> !groups.contains(name))
                    .toList();
            others.forEach(name -> handle.execute("DELETE FROM event_group WHERE name = ?", name));
            return others;
        });
    }

    void storeOffsets(Map<String, Long> nextOffsets) {
        database.write(handle -> {
            PreparedBatch batch = handle.prepareBatch("UPDATE event_group SET next_offset = ? WHERE name = ?");
            nextOffsets.forEach((group, offset) -> batch.add(offset, group));
            return batch.execute();
        });
    }

    /** The lag of a group that is not subscribed here. */
    long storedLag(String group) {
        return database.read(
                handle -> handle.createQuery("SELECT coalesce((SELECT max(offset) FROM event), 0) + 1 - next_offset"
                                + " FROM event_group WHERE name = ?")
                        .bind(0, group)
                        .mapTo(long.class)
                        .findOne()
                        .map(lag -> Math.max(0, lag))
                        .orElse(0L));
    }

    /** Removes up to this many events before an offset that every group has passed; returns how many. */
    int trim(int limit, long before) {
        return database.write(handle -> handle.execute("""
                DELETE FROM event
                WHERE offset < (SELECT min(offset) FROM event) + ?
                  AND offset < (SELECT max(offset) FROM event)
                  AND offset < (SELECT min(next_offset) FROM event_group)
                  AND offset < ?
                """, limit, before));
    }

    void keepDeadLetter(String group, LoggedEvent event, int attempts, String error) {
        database.write(handle -> handle.execute(
                """
                INSERT INTO dead_letter (group_name, offset, payload, attempts, error, created_at)
                VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (group_name, offset) DO NOTHING
                """, group, event.offset(), event.payload(), attempts, error, System.currentTimeMillis()));
    }

    void removeDeadLetter(String group, long offset) {
        database.write(
                handle -> handle.execute("DELETE FROM dead_letter WHERE group_name = ? AND offset = ?", group, offset));
    }

    List<DeadLetter> deadLetters(String group, int limit) {
        return database.read(handle -> handle.createQuery("SELECT offset, payload, attempts, error FROM dead_letter"
                        + " WHERE group_name = ? ORDER BY offset LIMIT ?")
                .bind(0, group)
                .bind(1, limit)
                .map((row, _) -> new DeadLetter(
                        row.getLong(1),
                        LoggedEvent.decode(row.getLong(1), 0, row.getString(2), codec)
                                .event(),
                        row.getInt(3),
                        row.getString(4)))
                .list());
    }
}
