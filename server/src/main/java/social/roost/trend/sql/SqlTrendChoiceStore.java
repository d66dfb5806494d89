package social.roost.trend.sql;

import java.util.Set;
import social.roost.driver.sql.Database;
import social.roost.trend.TrendChoiceStore;

/** Choices in the tables {@code trend_location} and {@code dismissed_topic}. */
public final class SqlTrendChoiceStore implements TrendChoiceStore {
    private final Database database;

    public SqlTrendChoiceStore(Database database) {
        this.database = database;
    }

    @Override
    public String location(long userId) {
        return database.read(handle -> handle.createQuery("SELECT location FROM trend_location WHERE user_id = ?")
                .bind(0, userId)
                .mapTo(String.class)
                .findOne()
                .orElse(""));
    }

    @Override
    public void setLocation(long userId, String location) {
        int _ = database.write(handle -> location.isEmpty()
                ? handle.execute("DELETE FROM trend_location WHERE user_id = ?", userId)
                : handle.execute("""
                        INSERT INTO trend_location (user_id, location) VALUES (?, ?)
                        ON CONFLICT (user_id) DO UPDATE SET location = excluded.location""", userId, location));
    }

    @Override
    public Set<String> dismissed(long userId) {
        return database.read(handle -> handle.createQuery("SELECT topic FROM dismissed_topic WHERE user_id = ?")
                .bind(0, userId)
                .mapTo(String.class)
                .set());
    }

    @Override
    public void dismiss(long userId, String topic, long now) {
        boolean _ = database.write(handle -> {
            int added = handle.execute("""
                    INSERT INTO dismissed_topic (user_id, topic, created_at) VALUES (?, ?, ?)
                    ON CONFLICT DO NOTHING""", userId, topic, now);
            return added == 1 && handle.execute("""
                            DELETE FROM dismissed_topic WHERE user_id = ? AND topic IN (
                                SELECT topic FROM dismissed_topic WHERE user_id = ?
                                ORDER BY created_at DESC, topic DESC LIMIT ? OFFSET ?)""", userId, userId, KEPT, KEPT) > 0;
        });
    }

    @Override
    public void restore(long userId, String topic) {
        int _ = database.write(
                handle -> handle.execute("DELETE FROM dismissed_topic WHERE user_id = ? AND topic = ?", userId, topic));
    }
}
