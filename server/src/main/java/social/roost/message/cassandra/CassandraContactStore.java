package social.roost.message.cassandra;

import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import social.roost.driver.cassandra.Attempts;
import social.roost.driver.cassandra.CassandraCluster;
import social.roost.message.ContactStore;
import social.roost.message.MessagePreferences;

/** The tables {@code message_preference} and {@code stranger_contact}. */
public final class CassandraContactStore implements ContactStore {
    /** Longer than needed, because clocks differ. */
    private static final int KEPT_SECONDS =
            Math.toIntExact(Duration.ofDays(1).plusHours(1).toSeconds());

    private final CassandraCluster cassandra;
    private final PreparedStatement select;
    private final PreparedStatement update;
    private final PreparedStatement insert;
    private final PreparedStatement insertStranger;
    private final PreparedStatement selectStrangers;

    public CassandraContactStore(CassandraCluster cassandra) {
        this.cassandra = cassandra;
        select = cassandra.prepare("SELECT sender, read_receipts FROM message_preference WHERE user_id = ?");
        update = cassandra.prepare("UPDATE message_preference SET sender = ?, read_receipts = ? WHERE user_id = ?"
                + " IF sender = ? AND read_receipts = ?");
        insert = cassandra.prepare(
                "INSERT INTO message_preference (sender, read_receipts, user_id) VALUES (?, ?, ?) IF NOT EXISTS");
        // The time is the timestamp, so the latest one wins, in whatever order they are written.
        insertStranger = cassandra.prepare("INSERT INTO stranger_contact (user_id, other_id, at) VALUES (?, ?, ?)"
                + " USING TIMESTAMP ? AND TTL " + KEPT_SECONDS);
        selectStrangers = cassandra.prepare("SELECT at FROM stranger_contact WHERE user_id = ?");
    }

    @Override
    public Map<Long, MessagePreferences> preferences(long[] userIds) {
        Map<Long, MessagePreferences> preferences = HashMap.newHashMap(userIds.length);
        LongStream.of(userIds).forEach(id -> preferences.put(id, MessagePreferences.DEFAULT));
        cassandra.forEach(
                userIds.length,
                i -> select.bind(userIds[i]),
                (i, rows) -> rows.forEach(row -> preferences.put(userIds[i], read(row))));
        return preferences;
    }

    private static MessagePreferences read(Row row) {
        return new MessagePreferences(
                MessagePreferences.From.of(String.valueOf(row.getString("sender")))
                        .orElseThrow(),
                row.getBoolean("read_receipts"));
    }

    @Override
    public void editPreferences(long userId, UnaryOperator<MessagePreferences> edit) {
        var _ = Attempts.make(cassandra, () -> isEdited(userId, edit) ? true : null);
    }

    /** False if somebody else changed them meanwhile. */
    private boolean isEdited(long userId, UnaryOperator<MessagePreferences> edit) {
        Row row = cassandra.readOne(select.bind(userId));
        MessagePreferences before = row == null ? MessagePreferences.DEFAULT : read(row);
        MessagePreferences edited = edit.apply(before);
        if (edited.equals(before)) {
            return true;
        }
        String from = edited.from().text();
        boolean receipts = edited.readReceipts();
        return row == null
                ? isApplied(insert, from, receipts, userId)
                : isApplied(update, from, receipts, userId, before.from().text(), before.readReceipts());
    }

    private boolean isApplied(PreparedStatement statement, Object... values) {
        return cassandra.writeIf(statement.bind(values)).getBoolean("[applied]");
    }

    @Override
    public void addRequest(long userId, long otherId, long at) {
        cassandra.write(insertStranger.bind(userId, otherId, at, TimeUnit.MILLISECONDS.toMicros(at)));
    }

    @Override
    public int requests(long userId, long since) {
        AtomicInteger count = new AtomicInteger();
        cassandra.forEachPage(
                selectStrangers.bind(userId),
                rows -> count.addAndGet(Math.toIntExact(
                        rows.stream().filter(row -> row.getLong("at") >= since).count())));
        return count.get();
    }
}
