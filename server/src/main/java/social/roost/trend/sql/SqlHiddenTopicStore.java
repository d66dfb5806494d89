package social.roost.trend.sql;

import java.util.List;
import java.util.Set;
import social.roost.driver.sql.Database;
import social.roost.trend.HiddenTopicStore;

/** Decisions in the table {@code topic_decision}, which only grows: operators decide by hand. */
public final class SqlHiddenTopicStore implements HiddenTopicStore {
    private static final String HIDDEN = """
            SELECT topic FROM topic_decision one WHERE hidden AND NOT EXISTS (
                SELECT 1 FROM topic_decision later WHERE later.topic = one.topic AND later.number > one.number)""";

    private final Database database;

    public SqlHiddenTopicStore(Database database) {
        this.database = database;
    }

    @Override
    public void decide(Decision decision) {
        int _ = database.write(handle -> handle.execute(
                "INSERT INTO topic_decision (topic, hidden, reason, created_at) VALUES (?, ?, ?, ?)",
                decision.topic(),
                decision.hidden(),
                decision.reason(),
                decision.at()));
    }

    @Override
    public Set<String> hidden() {
        return database.read(
                handle -> handle.createQuery(HIDDEN).mapTo(String.class).set());
    }

    @Override
    public List<Decision> decisions(int limit) {
        return database.read(handle -> handle.createQuery(
                        "SELECT topic, hidden, reason, created_at FROM topic_decision ORDER BY number DESC LIMIT ?")
                .bind(0, limit)
                .map((row, _) -> new Decision(
                        row.getString("topic"),
                        row.getBoolean("hidden"),
                        row.getString("reason"),
                        row.getLong("created_at")))
                .list());
    }
}
