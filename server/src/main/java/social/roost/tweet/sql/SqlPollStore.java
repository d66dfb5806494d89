package social.roost.tweet.sql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import social.roost.driver.sql.BoundedDelete;
import social.roost.driver.sql.Database;
import social.roost.driver.sql.IdBatches;
import social.roost.driver.sql.LongColumn;
import social.roost.tweet.PollStore;

/** Votes in the table {@code poll_vote}, and what is to be announced in {@code poll}. */
public final class SqlPollStore implements PollStore {
    private final Database database;

    public SqlPollStore(Database database) {
        this.database = database;
    }

    @Override
    public void open(long pollId, long endsAt) {
        int _ = database.write(handle -> open(handle, pollId, endsAt));
    }

    private static int open(Handle handle, long pollId, long endsAt) {
        return handle.execute(
                "INSERT INTO poll (id, ends_at, announced, told_up_to, leased_until) VALUES (?, ?, 0, 0, 0)"
                        + " ON CONFLICT DO NOTHING",
                pollId,
                endsAt);
    }

    @Override
    public int vote(long pollId, long endsAt, long userId, int choice) {
        return database.write(handle -> {
            int _ = open(handle, pollId, endsAt);
            int added = handle.execute(
                    "INSERT INTO poll_vote (poll_id, user_id, choice) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                    pollId,
                    userId,
                    choice);
            return added == 1
                    ? choice
                    : handle.createQuery("SELECT choice FROM poll_vote WHERE poll_id = ? AND user_id = ?")
                            .bind(0, pollId)
                            .bind(1, userId)
                            .mapTo(Integer.class)
                            .one();
        });
    }

    @Override
    public Map<Long, List<Long>> totals(long[] pollIds) {
        return database.read(handle -> {
            Map<Long, List<Long>> totals = new HashMap<>();
            IdBatches.forEach(
                    pollIds,
                    batch -> handle.createQuery("SELECT poll_id, choice, COUNT(*) FROM poll_vote"
                                    + " WHERE poll_id IN (<polls>) GROUP BY poll_id, choice")
                            .bindList("polls", batch)
                            .map((row, _) -> set(
                                    totals.computeIfAbsent(row.getLong(1), _ -> new ArrayList<>()),
                                    row.getInt(2),
                                    row.getLong(3)))
                            .list());
            return totals;
        });
    }

    private static Long set(List<Long> byOption, int option, long votes) {
        while (byOption.size() <= option) {
            byOption.add(0L);
        }
        return byOption.set(option, votes);
    }

    @Override
    public Map<Long, Integer> choices(long userId, long[] pollIds) {
        return database.read(handle -> {
            Map<Long, Integer> choices = new HashMap<>();
            IdBatches.forEach(
                    pollIds,
                    batch -> handle.createQuery(
                                    "SELECT poll_id, choice FROM poll_vote WHERE user_id = :user AND poll_id IN (<polls>)")
                            .bind("user", userId)
                            .bindList("polls", batch)
                            .map((row, _) -> choices.put(row.getLong(1), row.getInt(2)))
                            .list());
            return choices;
        });
    }

    @Override
    public List<Ending> lease(long endedBy, long now, long until, int limit) {
        List<Ending> due = database.read(handle -> handle.createQuery("""
                        SELECT id, told_up_to FROM poll WHERE announced = 0 AND ends_at <= ? AND leased_until <= ?
                        ORDER BY leased_until, ends_at LIMIT ?""")
                .bind(0, endedBy)
                .bind(1, now)
                .bind(2, limit)
                .map((row, _) -> new Ending(row.getLong(1), row.getLong(2), until))
                .list());
        return due.isEmpty()
                ? due
                : database.write(handle -> due.stream()
                        .filter(ending -> handle.execute(
                                        "UPDATE poll SET leased_until = ?"
                                                + " WHERE id = ? AND announced = 0 AND leased_until <= ?",
                                        until,
                                        ending.pollId(),
                                        now)
                                == 1)
                        .toList());
    }

    @Override
    public long[] voters(long pollId, long after, int limit) {
        return database.read(handle -> LongColumn.read(handle.createQuery(
                        "SELECT user_id FROM poll_vote WHERE poll_id = ? AND user_id > ? ORDER BY user_id LIMIT ?")
                .bind(0, pollId)
                .bind(1, after)
                .bind(2, limit)));
    }

    @Override
    public boolean told(Ending ending, long voterId, long until) {
        return database.write(handle -> handle.execute(
                        "UPDATE poll SET told_up_to = ?, leased_until = ?"
                                + " WHERE id = ? AND announced = 0 AND leased_until = ?",
                        voterId,
                        until,
                        ending.pollId(),
                        ending.until())
                == 1);
    }

    @Override
    public void announced(long pollId) {
        int _ = database.write(handle -> handle.execute("UPDATE poll SET announced = 1 WHERE id = ?", pollId));
    }

    @Override
    public void remove(long pollId) {
        BoundedDelete.run(
                database,
                "DELETE FROM poll_vote WHERE (poll_id, user_id) IN"
                        + " (SELECT poll_id, user_id FROM poll_vote WHERE poll_id = ? LIMIT ?)",
                pollId);
        int _ = database.write(handle -> handle.execute("DELETE FROM poll WHERE id = ?", pollId));
    }
}
