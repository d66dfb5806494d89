package social.roost.message.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Handle;
import social.roost.driver.sql.Database;
import social.roost.driver.sql.IdBatches;
import social.roost.message.ContactStore;
import social.roost.message.MessagePreferences;

/** The tables {@code message_preference} and {@code stranger_contact}. */
public final class SqlContactStore implements ContactStore {
    private static final long KEPT = Duration.ofDays(1).toMillis();

    private final Database database;

    public SqlContactStore(Database database) {
        this.database = database;
    }

    @Override
    public Map<Long, MessagePreferences> preferences(long[] userIds) {
        return database.read(handle -> preferences(handle, userIds));
    }

    private static Map<Long, MessagePreferences> preferences(Handle handle, long[] userIds) {
        Map<Long, MessagePreferences> preferences = HashMap.newHashMap(userIds.length);
        LongStream.of(userIds).forEach(id -> preferences.put(id, MessagePreferences.DEFAULT));
        IdBatches.forEach(
                userIds,
                batch -> handle.createQuery(
                                "SELECT user_id, sender, read_receipts FROM message_preference WHERE user_id IN (<ids>)")
                        .bindList("ids", batch)
                        .map((row, context) -> preferences.put(row.getLong(1), read(row)))
                        .list());
        return preferences;
    }

    private static MessagePreferences read(ResultSet row) throws SQLException {
        return new MessagePreferences(
                MessagePreferences.From.of(row.getString("sender")).orElseThrow(), row.getBoolean("read_receipts"));
    }

    @Override
    public void editPreferences(long userId, UnaryOperator<MessagePreferences> edit) {
        int _ = database.write(handle -> {
            MessagePreferences before =
                    preferences(handle, new long[] {userId}).getOrDefault(userId, MessagePreferences.DEFAULT);
            MessagePreferences edited = edit.apply(before);
            return handle.execute("""
                INSERT INTO message_preference (user_id, sender, read_receipts) VALUES (?, ?, ?)
                ON CONFLICT (user_id) DO UPDATE SET sender = excluded.sender, read_receipts = excluded.read_receipts
                """, userId, edited.from().text(), edited.readReceipts());
        });
    }

    @Override
    public void addRequest(long userId, long otherId, long at) {
        int _ = database.write(handle -> {
            handle.execute("DELETE FROM stranger_contact WHERE user_id = ? AND at < ?", userId, at - KEPT);
            return handle.execute("""
                    INSERT INTO stranger_contact (user_id, other_id, at) VALUES (?, ?, ?)
                    ON CONFLICT (user_id, other_id) DO UPDATE SET at = MAX(at, excluded.at)
                    """, userId, otherId, at);
        });
    }

    @Override
    public int requests(long userId, long since) {
        return database.read(
                handle -> handle.createQuery("SELECT count(*) FROM stranger_contact WHERE user_id = ? AND at >= ?")
                        .bind(0, userId)
                        .bind(1, since)
                        .mapTo(int.class)
                        .one());
    }
}
