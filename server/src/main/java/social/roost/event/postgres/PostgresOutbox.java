package social.roost.event.postgres;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import social.roost.driver.sql.Database;
import social.roost.event.Decoded;
import social.roost.event.Event;
import social.roost.event.EventCodec;
import social.roost.event.Outbox;
import social.roost.event.Relay;
import social.roost.event.TracedEvent;

/**
 * The table {@code outbox} of a database. After the commit of an event's transaction, the relay publishes it; so an
 * entry that is some seconds old was left behind by a crash or an unreachable log.
 */
public final class PostgresOutbox implements Outbox<Long> {
    /** Longer than a write and its relay take. Relaying an entry too early only repeats it. */
    public static final Duration LEFT_BEHIND_AFTER = Duration.ofSeconds(5);

    private final Database database;
    private final Relay relay;
    private final EventCodec codec = new EventCodec();

    public PostgresOutbox(Database database, Relay relay) {
        this.database = database;
        this.relay = relay;
    }

    /** Adds an event in the handle's transaction, and relays it when that is committed. */
    public void append(Handle handle, Event event) {
        TracedEvent traced = TracedEvent.of(event);
        long id = handle.createQuery("INSERT INTO outbox (payload) VALUES (?) RETURNING id")
                .bind(0, codec.encode(traced))
                .mapTo(long.class)
                .one();
        handle.afterCommit(() -> relay.committed(this, new Entry<>(id, traced)));
    }

    /** {@inheritDoc} An entry that only a newer version can read stays until that version sweeps. */
    @Override
    public List<Entry<Long>> leftBehind(int limit) {
        return database.read(handle -> handle
                .createQuery(
                        "SELECT id, payload FROM outbox WHERE stored_at < (SELECT now_millis()) - ? ORDER BY id LIMIT ?")
                .bind(0, LEFT_BEHIND_AFTER.toMillis())
                .bind(1, limit)
                .map((row, _) -> entry(row.getLong(1), codec.read(row.getString(2))))
                .stream()
                .flatMap(Optional::stream)
                .toList());
    }

    private static Optional<Entry<Long>> entry(long id, Decoded content) {
        return content instanceof TracedEvent traced ? Optional.of(new Entry<>(id, traced)) : Optional.empty();
    }

    @Override
    public void remove(List<Long> keys) {
        database.write(handle -> handle.createUpdate("DELETE FROM outbox WHERE id = ANY(:ids)")
                .bindArray("ids", Long.class, keys)
                .execute());
    }
}
