package social.roost.graph.sql;

import social.roost.driver.sql.Database;
import social.roost.driver.sql.LongColumn;
import social.roost.graph.DismissalStore;

/** Dismissed suggestions in the table {@code dismissed_suggestion}. They have no events: every read asks the table. */
public final class SqlDismissalStore implements DismissalStore {
    private final Database database;

    public SqlDismissalStore(Database database) {
        this.database = database;
    }

    @Override
    public void dismiss(long userId, long otherId, long now) {
        boolean _ = database.write(handle -> {
            int added = handle.execute("""
                    INSERT INTO dismissed_suggestion (user_id, other_id, created_at) VALUES (?, ?, ?)
                    ON CONFLICT DO NOTHING""", userId, otherId, now);
            return added == 1 && handle.execute("""
                            DELETE FROM dismissed_suggestion WHERE user_id = ? AND other_id IN (
                                SELECT other_id FROM dismissed_suggestion WHERE user_id = ?
                                ORDER BY created_at DESC, other_id DESC LIMIT ? OFFSET ?)""", userId, userId, KEPT, KEPT) > 0;
        });
    }

    @Override
    public long[] dismissed(long userId) {
        return database.read(handle -> LongColumn.read(
                handle.createQuery("SELECT other_id FROM dismissed_suggestion WHERE user_id = ? ORDER BY other_id")
                        .bind(0, userId)));
    }
}
