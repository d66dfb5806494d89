package social.roost.media.cassandra;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import social.roost.driver.cassandra.CassandraCluster;
import social.roost.media.Failure;
import social.roost.media.MediaContent;
import social.roost.media.MediaContentCodec;
import social.roost.media.MediaState;
import social.roost.media.MediaUse;
import social.roost.media.Medium;
import social.roost.media.Purpose;

/** The rows of {@code medium}. */
final class MediumRows {
    private static final List<String> VALUES = List.of(
            "user_id",
            "purpose",
            "type",
            "size",
            "state",
            "failure",
            "content",
            "alt_text",
            "focus_x",
            "focus_y",
            "uses",
            "attempts",
            "started_at",
            "progress",
            "since",
            "due_at",
            "version");

    private static final String COLUMNS = "id, " + String.join(", ", VALUES);

    private final CassandraCluster cassandra;
    private final PreparedStatement select;
    private final PreparedStatement selectAfter;
    private final PreparedStatement insert;
    private final PreparedStatement update;
    private final PreparedStatement delete;

    MediumRows(CassandraCluster cassandra) {
        this.cassandra = cassandra;
        select = cassandra.prepare("SELECT " + COLUMNS + " FROM medium WHERE id = ?");
        selectAfter =
                cassandra.prepare("SELECT " + COLUMNS + ", token(id) AS place FROM medium WHERE token(id) > ? LIMIT ?");
        insert = cassandra.prepare(
                "INSERT INTO medium (" + COLUMNS + ") VALUES (?" + ", ?".repeat(VALUES.size()) + ") IF NOT EXISTS");
        update = cassandra.prepare(
                "UPDATE medium SET " + String.join(" = ?, ", VALUES) + " = ? WHERE id = ? IF version = ?");
        delete = cassandra.prepare("DELETE FROM medium WHERE id = ? IF EXISTS");
    }

    /** After completing any write that is under way. */
    @Nullable
    Versioned current(long id) {
        Row row = cassandra.readOne(select.bind(id).setConsistencyLevel(ConsistencyLevel.SERIAL));
        return row == null ? null : new Versioned(medium(row), row.getLong("version"));
    }

    List<Medium> find(List<Long> ids) {
        List<Medium> found = new ArrayList<>(ids.size());
        cassandra.forEach(
                ids.size(), i -> select.bind(ids.get(i)), (_, rows) -> rows.forEach(row -> found.add(medium(row))));
        return found;
    }

    List<Row> after(long token, int limit) {
        List<Row> rows = new ArrayList<>(limit);
        cassandra.forEach(1, _ -> selectAfter.bind(token, limit), (_, found) -> rows.addAll(found));
        return rows;
    }

    void insert(Medium medium, long version) {
        Object[] values = Stream.concat(Stream.of((Object) medium.id()), values(medium, version))
                .toArray();
        var _ = cassandra.writeIf(CassandraCluster.bindNew(insert, values));
    }

    /** False if the row has another version. */
    boolean update(Medium medium, long version, long expected) {
        Object[] values = Stream.concat(values(medium, version), Stream.of((Object) medium.id(), expected))
                .toArray();
        BoundStatement statement = CassandraCluster.bind(update, values);
        return cassandra.writeIf(statement).getBoolean("[applied]");
    }

    void delete(long id) {
        var _ = cassandra.writeIf(delete.bind(id));
    }

    private static Stream<@Nullable Object> values(Medium medium, long version) {
        Failure failure = medium.failure();
        MediaContent content = medium.content();
        return Stream.<@Nullable Object>of(
                medium.userId(),
                medium.upload().purpose().name(),
                medium.upload().type(),
                medium.upload().size(),
                medium.state().text(),
                failure == null ? null : failure.code(),
                content == null ? null : MediaContentCodec.encode(content),
                medium.description().altText(),
                medium.description().focusX(),
                medium.description().focusY(),
                MediaUse.encode(medium.uses()),
                medium.work().attempts(),
                medium.work().startedAt(),
                medium.work().progress(),
                medium.work().since(),
                medium.work().dueAt(),
                version);
    }

    static Medium medium(Row row) {
        String content = row.getString("content");
        return new Medium(
                row.getLong("id"),
                row.getLong("user_id"),
                new Medium.Upload(Purpose.valueOf(text(row, "purpose")), text(row, "type"), row.getLong("size")),
                MediaState.stored(text(row, "state")),
                Medium.failure(row.getString("failure")),
                content == null ? null : MediaContentCodec.decode(content),
                new Medium.Description(text(row, "alt_text"), row.getDouble("focus_x"), row.getDouble("focus_y")),
                MediaUse.decode(text(row, "uses")),
                new Medium.Work(
                        row.getInt("attempts"),
                        row.getLong("started_at"),
                        row.getDouble("progress"),
                        row.getLong("since"),
                        row.getLong("due_at")));
    }

    private static String text(Row row, String column) {
        return Objects.requireNonNull(row.getString(column), column);
    }

    /** A medium with the version of its row. */
    record Versioned(Medium medium, long version) {}
}
