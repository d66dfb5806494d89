package social.roost.event.sql;

import java.time.Duration;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import social.roost.driver.sql.Database;
import social.roost.event.BackfillStore;

/** The table {@code backfill}. */
public final class SqlBackfillStore implements BackfillStore {
    private final Database database;
    private final String now;

    public SqlBackfillStore(Database database) {
        this.database = database;
        this.now = database.dialect().nowMillis();
    }

    @Override
    public @Nullable Progress takeTurn(String group, String process, Duration turn) {
        return database.write(handle -> {
            boolean ours = take(handle, group, process, turn);
            Progress progress = progress(handle, group);
            return ours || progress.done() ? progress : null;
        });
    }

    private boolean take(Handle handle, String group, String process, Duration turn) {
        return handle.createUpdate("""
                        INSERT INTO backfill (group_name, position, events, done, process, turn_ends)
                        VALUES (:group, '', 0, FALSE, :process, %1$s + :turn)
                        ON CONFLICT (group_name) DO UPDATE SET process = excluded.process, turn_ends = excluded.turn_ends
                        WHERE backfill.process = excluded.process OR backfill.turn_ends < %1$s""".formatted(now))
                        .bind("group", group)
                        .bind("process", process)
                        .bind("turn", turn.toMillis())
                        .execute()
                == 1;
    }

    private static Progress progress(Handle handle, String group) {
        return handle.createQuery("SELECT position, events, done FROM backfill WHERE group_name = ?")
                .bind(0, group)
                .map((row, _) -> new Progress(row.getString(1), row.getLong(2), row.getBoolean(3)))
                .findOne()
                .orElse(Progress.NONE);
    }

    @Override
    public Progress find(String group) {
        return database.read(handle -> progress(handle, group));
    }

    @Override
    public void endTurn(String group, String process) {
        int _ = database.write(handle -> handle.execute(
                "UPDATE backfill SET turn_ends = 0 WHERE group_name = ? AND process = ?", group, process));
    }

    @Override
    public boolean store(String group, String process, Progress progress, Duration turn) {
        return database.write(handle -> handle.createUpdate("""
                        UPDATE backfill SET position = :position, events = :events, done = :done, turn_ends = %s + :turn
                        WHERE group_name = :group AND process = :process""".formatted(now))
                        .bind("group", group)
                        .bind("process", process)
                        .bind("position", progress.position())
                        .bind("events", progress.events())
                        .bind("done", progress.done())
                        .bind("turn", turn.toMillis())
                        .execute()
                == 1);
    }
}
