package social.roost.media.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;
import social.roost.base.Scan;
import social.roost.driver.sql.Database;
import social.roost.driver.sql.IdBatches;
import social.roost.driver.sql.LongColumn;
import social.roost.event.Event;
import social.roost.event.sql.SqlOutbox;
import social.roost.media.Failure;
import social.roost.media.MediaContent;
import social.roost.media.MediaContentCodec;
import social.roost.media.MediaState;
import social.roost.media.MediaStore;
import social.roost.media.MediaUse;
import social.roost.media.Medium;
import social.roost.media.Purpose;

/** Media in the table {@code medium}. */
public final class SqlMediaStore implements MediaStore {
    private static final String COLUMNS =
            "id, user_id, purpose, type, size, state, failure, content, alt_text, focus_x,"
                    + " focus_y, uses, attempts, started_at, progress, since, due_at";

    private static final RowMapper<Medium> MEDIUM = (row, context) -> read(row);

    private final Database database;
    private final SqlOutbox outbox;

    public SqlMediaStore(Database database, SqlOutbox outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    @Override
    public void add(Medium medium) {
        int _ = database.write(handle -> write(handle, medium));
    }

    @Override
    public Map<Long, Medium> find(long[] ids) {
        Map<Long, Medium> found = HashMap.newHashMap(ids.length);
        database.read(handle -> {
            IdBatches.forEach(
                    ids,
                    batch -> handle.createQuery("SELECT " + COLUMNS + " FROM medium WHERE id IN (<ids>)")
                            .bindList("ids", batch)
                            .map(MEDIUM)
                            .forEach(medium -> found.put(medium.id(), medium)));
            return null;
        });
        return found;
    }

    @Override
    public @Nullable Medium update(long id, UnaryOperator<Medium> edit) {
        return database.write(handle -> {
            Medium old = handle.createQuery("SELECT " + COLUMNS + " FROM medium WHERE id = ?"
                            + database.dialect().lockingRows())
                    .bind(0, id)
                    .map(MEDIUM)
                    .findOne()
                    .orElse(null);
            Medium edited = old == null ? null : edit.apply(old);
            if (edited != null && !edited.equals(old)) {
                int _ = write(handle, edited);
                outbox.append(handle, new Event.MediaChanged(edited.userId(), id));
            }
            return edited;
        });
    }

    @Override
    public void remove(long id) {
        int _ = database.write(handle -> handle.execute("DELETE FROM medium WHERE id = ?", id));
    }

    @Override
    public long[] due(long now, int limit) {
        return database.read(handle -> LongColumn.read(
                handle.createQuery("SELECT id FROM medium WHERE due_at <= ? ORDER BY due_at, id LIMIT ?")
                        .bind(0, now)
                        .bind(1, limit)));
    }

    @Override
    public List<Medium> ofUser(long userId, long after, int limit) {
        return database.read(handle -> handle.createQuery(
                        "SELECT " + COLUMNS + " FROM medium WHERE user_id = ? AND id > ? ORDER BY id LIMIT ?")
                .bind(0, userId)
                .bind(1, after)
                .bind(2, limit)
                .map(MEDIUM)
                .list());
    }

    @Override
    public Scan.Part<Medium> scan(String after, int limit) {
        return database.read(handle -> Scan.Part.of(
                handle.createQuery("SELECT " + COLUMNS + " FROM medium WHERE id > ? ORDER BY id LIMIT ?")
                        .bind(0, Scan.idOf(after))
                        .bind(1, limit)
                        .map(MEDIUM)
                        .list(),
                limit,
                medium -> Long.toString(medium.id())));
    }

    private static int write(Handle handle, Medium medium) {
        Failure failure = medium.failure();
        MediaContent content = medium.content();
        return handle.execute(
                "INSERT OR REPLACE INTO medium (" + COLUMNS
                        + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                medium.id(),
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
                medium.work().dueAt());
    }

    private static Medium read(ResultSet row) throws SQLException {
        String content = row.getString("content");
        return new Medium(
                row.getLong("id"),
                row.getLong("user_id"),
                new Medium.Upload(
                        Purpose.valueOf(row.getString("purpose")), row.getString("type"), row.getLong("size")),
                MediaState.stored(row.getString("state")),
                Medium.failure(row.getString("failure")),
                content == null ? null : MediaContentCodec.decode(content),
                new Medium.Description(row.getString("alt_text"), row.getDouble("focus_x"), row.getDouble("focus_y")),
                MediaUse.decode(row.getString("uses")),
                new Medium.Work(
                        row.getInt("attempts"),
                        row.getLong("started_at"),
                        row.getDouble("progress"),
                        row.getLong("since"),
                        row.getLong("due_at")));
    }
}
