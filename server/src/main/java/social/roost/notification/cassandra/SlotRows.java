package social.roost.notification.cassandra;

import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.datastax.oss.driver.api.core.cql.BatchType;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import social.roost.driver.cassandra.CassandraCluster;
import social.roost.notification.NotificationType;

/** The statements, each on a single partition. */
final class SlotRows {
    private final CassandraCluster cassandra;
    private final PreparedStatement select;
    private final PreparedStatement selectUnwanted;
    private final PreparedStatement selectActors;
    private final PreparedStatement head;
    private final PreparedStatement put;

    SlotRows(CassandraCluster cassandra) {
        this.cassandra = cassandra;
        select = cassandra.prepare(
                "SELECT slot, id, type, target_id, created_at, updated_at, revision, read_at, unwanted"
                        + " FROM notification WHERE user_id = ?");
        selectUnwanted = cassandra.prepare("SELECT unwanted FROM notification WHERE user_id = ? LIMIT 1");
        selectActors = cassandra.prepare("SELECT id, actors FROM notification WHERE user_id = ? AND slot IN ?");
        head = cassandra.prepare(
                "UPDATE notification SET revision = ?, read_at = ?, unwanted = ? WHERE user_id = ? IF revision = ?");
        put = cassandra.prepare("INSERT INTO notification (user_id, slot, id, type, target_id, created_at, updated_at,"
                + " actors) VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    }

    Slots read(long userId) {
        List<Row> found = new ArrayList<>();
        cassandra.forEach(1, _ -> select.bind(userId), (_, rows) -> found.addAll(rows));
        return Slots.read(userId, found);
    }

    /** The types that the user does not want, without reading the rest. */
    Set<NotificationType> unwanted(long userId) {
        Row row = cassandra.readOne(selectUnwanted.bind(userId));
        return Slots.types(row == null ? null : row.getString("unwanted"));
    }

    /** By the ids of the notifications; removed ones are left out. */
    Map<Long, List<Long>> actors(long userId, List<Slot> slots) {
        return slots.isEmpty() ? Map.of() : read(userId, slots.stream().map(Slot::slot));
    }

    /** The same, with {@link TakenBack} under the id 0. */
    Map<Long, List<Long>> actorsAndTakenBack(long userId, List<Slot> slots) {
        return read(
                userId, Stream.concat(Stream.of(TakenBack.SLOT), slots.stream().map(Slot::slot)));
    }

    private Map<Long, List<Long>> read(long userId, Stream<Integer> slots) {
        Map<Long, List<Long>> actors = new HashMap<>();
        List<Integer> places = slots.toList();
        cassandra.forEach(
                1,
                _ -> selectActors.bind(userId, places),
                (_, rows) -> rows.forEach(row -> actors.put(row.getLong("id"), ids(row.getByteBuffer("actors")))));
        return actors;
    }

    /** Writes these slots, and everything else that has changed; false if the partition was written meanwhile. */
    boolean change(Slots changed, List<Written> written) {
        BatchStatement batch = BatchStatement.newInstance(BatchType.LOGGED)
                .setIdempotent(false)
                .add(head(changed));
        for (Written each : written) {
            batch = batch.add(put(changed.userId(), each));
        }
        return cassandra.writeIf(batch).getBoolean("[applied]");
    }

    private BoundStatement head(Slots changed) {
        Long seen = changed.revision() == 0 ? null : (Long) changed.revision();
        return CassandraCluster.bind(
                head, changed.revision() + 1, changed.readAt(), changed.unwantedText(), changed.userId(), seen);
    }

    private BoundStatement put(long userId, Written written) {
        Slot slot = written.slot();
        return put.bind(
                userId,
                slot.slot(),
                slot.id(),
                slot.type().text(),
                slot.targetId(),
                slot.createdAt(),
                slot.updatedAt(),
                bytes(written.actors()));
    }

    private static ByteBuffer bytes(List<Long> ids) {
        ByteBuffer bytes = ByteBuffer.allocate(ids.size() * Long.BYTES);
        ids.forEach(bytes::putLong);
        return bytes.flip();
    }

    private static List<Long> ids(@Nullable ByteBuffer bytes) {
        if (bytes == null) {
            return List.of();
        }
        List<Long> ids = new ArrayList<>(bytes.remaining() / Long.BYTES);
        while (bytes.hasRemaining()) {
            ids.add(bytes.getLong());
        }
        return ids;
    }

    /** The new state of a slot. */
    record Written(Slot slot, List<Long> actors) {}
}
