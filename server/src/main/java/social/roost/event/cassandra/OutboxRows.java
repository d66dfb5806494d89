package social.roost.event.cassandra;

import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.roost.driver.cassandra.CassandraCluster;
import social.roost.event.Decoded;
import social.roost.event.EventCodec;
import social.roost.event.Outbox.Entry;

/**
 * The rows of {@code outbox} and {@code outbox_watermark}. Their columns {@code tweet_id} and {@code deletion} are the
 * subject and the cause of an entry, {@code author_id} is the actor.
 */
public final class OutboxRows {
    private final CassandraCluster cassandra;
    private final EventCodec codec = new EventCodec();
    private final PreparedStatement insert;
    private final PreparedStatement insertWithEvent;
    private final PreparedStatement delete;
    private final PreparedStatement select;
    private final PreparedStatement watermark;
    private final PreparedStatement raise;

    OutboxRows(CassandraCluster cassandra) {
        this.cassandra = cassandra;
        insert = cassandra.prepare("INSERT INTO outbox (shard, minute, written, tweet_id, deletion, author_id)"
                + " VALUES (?, ?, ?, ?, ?, ?) USING TIMESTAMP ?");
        insertWithEvent = cassandra.prepare("INSERT INTO outbox (shard, minute, written, tweet_id, deletion, author_id,"
                + " event) VALUES (?, ?, ?, ?, ?, ?, ?) USING TIMESTAMP ?");
        delete = cassandra.prepare("DELETE FROM outbox USING TIMESTAMP ?"
                + " WHERE shard = ? AND minute = ? AND written = ? AND tweet_id = ? AND deletion = ?");
        select = cassandra.prepare("SELECT written, tweet_id, deletion, author_id, event FROM outbox"
                + " WHERE shard = ? AND minute = ? AND written >= ? AND written < ? LIMIT ?");
        watermark = cassandra.prepare("SELECT minute FROM outbox_watermark WHERE shard = ?");
        // The minute is the timestamp, so the greatest one wins, in whatever order they are written.
        raise = cassandra.prepare("INSERT INTO outbox_watermark (shard, minute) VALUES (?, ?) USING TIMESTAMP ?");
    }

    /** The entry for what is written with it. */
    public BoundStatement insert(Entry<OutboxKey> entry) {
        OutboxKey key = entry.key();
        return insert.bind(
                key.shard(),
                key.minute(),
                key.written(),
                key.subject(),
                key.cause(),
                entry.event().actor(),
                key.written());
    }

    /** The entry for a change that starts after it. */
    public BoundStatement insertWithEvent(Entry<OutboxKey> entry) {
        OutboxKey key = entry.key();
        return insertWithEvent.bind(
                key.shard(),
                key.minute(),
                key.written(),
                key.subject(),
                key.cause(),
                entry.event().actor(),
                codec.encode(entry.traced()),
                key.written());
    }

    /** Wins over the insert, even if that arrives later. */
    public BoundStatement delete(OutboxKey key) {
        return delete.bind(key.written() + 1, key.shard(), key.minute(), key.written(), key.subject(), key.cause());
    }

    void deleteAll(List<OutboxKey> keys) {
        cassandra.forEach(keys.size(), i -> delete(keys.get(i)), (_, _) -> {});
    }

    /** The entries of each range, in order, with a limit for each. */
    List<List<Written>> read(List<Range> ranges, int limit) {
        List<List<Written>> entries = new ArrayList<>(ranges.size());
        cassandra.forEach(
                ranges.size(),
                i -> select(ranges.get(i), limit),
                (_, rows) -> entries.add(rows.stream().map(this::written).toList()));
        return entries;
    }

    private BoundStatement select(Range range, int limit) {
        return select.bind(
                range.shard(), Math.floorDiv(range.from(), OutboxKey.MINUTE), range.from(), range.to(), limit);
    }

    /** Null if it was never set. */
    @Nullable
    Long watermark(int shard) {
        Row row = cassandra.readOne(watermark.bind(shard));
        return row == null ? null : (Long) row.getLong(0);
    }

    /** Raises the watermark; it never falls. */
    void raiseWatermark(int shard, long minute) {
        cassandra.write(raise.bind(shard, minute, minute));
    }

    /** Part of a minute: from one microsecond since 1970 up to another. */
    record Range(int shard, long from, long to) {}

    private Written written(Row row) {
        String event = row.getString("event");
        return new Written(
                new OutboxKey(row.getLong("written"), row.getLong("tweet_id"), row.getLong("deletion")),
                row.getLong("author_id"),
                event == null ? null : codec.read(event));
    }

    /**
     * A stored entry.
     *
     * @param begun the event if it is for a change that began after it, otherwise null; unreadable if a newer version
     *     wrote it
     */
    public record Written(
            OutboxKey key, long actor, @Nullable Decoded begun) {}
}
