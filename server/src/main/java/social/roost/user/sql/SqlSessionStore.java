package social.roost.user.sql;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
import social.roost.driver.sql.BoundedDelete;
import social.roost.driver.sql.Database;
import social.roost.event.Event;
import social.roost.event.sql.SqlOutbox;
import social.roost.user.Session;
import social.roost.user.SessionStore;
import social.roost.user.TokenHash;

/** Sessions in the table {@code session}. */
public final class SqlSessionStore implements SessionStore {
    private static final RowMapper<Session> SESSION = (row, context) -> new Session(
            row.getLong("id"),
            row.getLong("user_id"),
            row.getString("user_agent"),
            row.getLong("created_at"),
            row.getLong("expires_at"));

    private static final int AT_ONCE = 500;

    private final Database database;
    private final SqlOutbox outbox;

    public SqlSessionStore(Database database, SqlOutbox outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    @Override
    public List<TokenHash> create(Session session, TokenHash tokenHash) {
        return database.write(handle -> {
            insert(handle, session, tokenHash);
            return end(handle, session.userId(), """
                    SELECT token_hash FROM session WHERE user_id = :user AND id <> :kept ORDER BY id DESC
                    LIMIT %d OFFSET %d""".formatted(AT_ONCE, MAXIMUM_OF_A_USER - 1), session.id());
        });
    }

    private static void insert(Handle handle, Session session, TokenHash tokenHash) {
        handle.createUpdate("""
                        INSERT INTO session (token_hash, id, user_id, user_agent, created_at, expires_at)
                        VALUES (?, ?, ?, ?, ?, ?)""")
                .bind(0, tokenHash.hex())
                .bind(1, session.id())
                .bind(2, session.userId())
                .bind(3, session.userAgent())
                .bind(4, session.createdAt())
                .bind(5, session.expiresAt())
                .execute();
    }

    @Override
    public Optional<Session> find(TokenHash tokenHash) {
        return database.read(handle -> handle.createQuery("SELECT * FROM session WHERE token_hash = ?")
                .bind(0, tokenHash.hex())
                .map(SESSION)
                .findOne());
    }

    @Override
    public List<Session> list(long userId, long now) {
        return database.read(handle -> handle.createQuery(
                        "SELECT * FROM session WHERE user_id = ? AND expires_at > ? ORDER BY id DESC LIMIT "
                                + MAXIMUM_OF_A_USER)
                .bind(0, userId)
                .bind(1, now)
                .map(SESSION)
                .list());
    }

    @Override
    public Optional<TokenHash> delete(long userId, long sessionId) {
        return database.write(handle -> {
            Optional<TokenHash> deleted = handle.createQuery(
                            "DELETE FROM session WHERE user_id = ? AND id = ? RETURNING token_hash")
                    .bind(0, userId)
                    .bind(1, sessionId)
                    .mapTo(String.class)
                    .findOne()
                    .map(TokenHash::new);
            deleted.ifPresent(hash -> outbox.append(handle, new Event.SessionEnded(userId, sessionId, hash.hex())));
            return deleted;
        });
    }

    @Override
    public List<TokenHash> deleteAll(long userId, long kept) {
        List<TokenHash> deleted = new ArrayList<>();
        int before;
        do {
            before = deleted.size();
            deleted.addAll(database.write(handle -> end(
                    handle,
                    userId,
                    "SELECT token_hash FROM session WHERE user_id = :user AND id <> :kept LIMIT " + AT_ONCE,
                    kept)));
        } while (deleted.size() - before == AT_ONCE);
        return deleted;
    }

    /** Deletes the sessions with the selected hashes, and stores their events. */
    private List<TokenHash> end(Handle handle, long userId, String selected, long kept) {
        List<Ended> all = handle.createQuery(
                        "DELETE FROM session WHERE token_hash IN (" + selected + ") RETURNING id, token_hash")
                .bind("user", userId)
                .bind("kept", kept)
                .map((row, context) -> new Ended(row.getLong("id"), row.getString("token_hash")))
                .list();
        all.forEach(ended -> outbox.append(handle, new Event.SessionEnded(userId, ended.id(), ended.tokenHash())));
        return all.stream().map(ended -> new TokenHash(ended.tokenHash())).toList();
    }

    /** In the order of the hashes, so that concurrent calls do not wait for each other forever. */
    @Override
    public void recordUses(Map<TokenHash, Long> uses) {
        List<Map.Entry<TokenHash, Long>> sorted = uses.entrySet().stream()
                .sorted(Comparator.comparing(use -> use.getKey().hex()))
                .toList();
        for (int from = 0; from < sorted.size(); from += AT_ONCE) {
            record(sorted.subList(from, Math.min(from + AT_ONCE, sorted.size())));
        }
    }

    private void record(List<Map.Entry<TokenHash, Long>> uses) {
        int[] _ = database.write(handle -> {
            try (PreparedBatch batch = handle.prepareBatch("""
                    UPDATE session SET used_at = :at WHERE token_hash = :hash AND COALESCE(used_at, 0) < :at""")) {
                uses.forEach(use -> batch.bind("at", use.getValue())
                        .bind("hash", use.getKey().hex())
                        .add());
                return batch.execute();
            }
        });
    }

    @Override
    public Map<Long, Long> lastUses(long userId) {
        Map<Long, Long> uses = new HashMap<>();
        database.read(handle -> {
            handle.createQuery("SELECT id, used_at FROM session WHERE user_id = ? AND used_at IS NOT NULL")
                    .bind(0, userId)
                    .map((row, context) -> Map.entry(row.getLong("id"), row.getLong("used_at")))
                    .forEach(use -> uses.put(use.getKey(), use.getValue()));
            return null;
        });
        return uses;
    }

    @Override
    public void deleteExpired(long now) {
        BoundedDelete.run(
                database,
                "DELETE FROM session WHERE token_hash IN (SELECT token_hash FROM session WHERE expires_at <= ? LIMIT ?)",
                now);
    }

    private record Ended(long id, String tokenHash) {}
}
