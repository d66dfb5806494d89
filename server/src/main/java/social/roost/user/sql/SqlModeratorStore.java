package social.roost.user.sql;

import java.util.List;
import social.roost.driver.sql.Database;
import social.roost.user.ModeratorStore;

/** Moderators in the table {@code moderator}. */
public final class SqlModeratorStore implements ModeratorStore {
    private final Database database;

    public SqlModeratorStore(Database database) {
        this.database = database;
    }

    @Override
    public boolean grant(long userId, long by, long at) {
        return database.write(handle -> handle.execute("""
                        INSERT INTO moderator (user_id, granted_by, granted_at) VALUES (?, ?, ?)
                        ON CONFLICT (user_id) DO NOTHING""", userId, by, at) == 1);
    }

    @Override
    public boolean revoke(long userId) {
        return database.write(handle -> handle.execute("DELETE FROM moderator WHERE user_id = ?", userId) == 1);
    }

    @Override
    public boolean includes(long userId) {
        return database.read(handle -> handle.createQuery("SELECT 1 FROM moderator WHERE user_id = ?")
                .bind(0, userId)
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
    }

    @Override
    public List<Moderator> list() {
        return database.read(
                handle -> handle.createQuery("SELECT user_id, granted_by, granted_at FROM moderator ORDER BY user_id")
                        .map((row, _) -> new Moderator(
                                row.getLong("user_id"), row.getLong("granted_by"), row.getLong("granted_at")))
                        .list());
    }
}
