package social.roost.push.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;
import social.roost.driver.sql.BoundedDelete;
import social.roost.driver.sql.Database;
import social.roost.driver.sql.IdBatches;
import social.roost.notification.NotificationType;
import social.roost.push.PushKeys;
import social.roost.push.PushPreferences;
import social.roost.push.PushStore;
import social.roost.push.PushSubscription;
import social.roost.push.QuietHours;

/** The tables {@code push_subscription}, next to {@code session}, and {@code push_preference}. */
public final class SqlPushStore implements PushStore {
    private static final String ALIVE = "SELECT push_subscription.* FROM push_subscription"
            + " JOIN session ON session.user_id = push_subscription.user_id AND session.id = push_subscription.session_id"
            + " WHERE session.expires_at > :now AND ";

    private static final RowMapper<PushSubscription> SUBSCRIPTION = (row, context) -> new PushSubscription(
            row.getLong("id"),
            row.getLong("user_id"),
            row.getLong("session_id"),
            row.getString("endpoint"),
            new PushKeys(row.getString("p256dh"), row.getString("auth")),
            row.getLong("created_at"));

    private final Database database;

    public SqlPushStore(Database database) {
        this.database = database;
    }

    @Override
    public void subscribe(PushSubscription subscription) {
        int _ = database.write(handle -> {
            handle.execute(
                    "DELETE FROM push_subscription WHERE session_id = ? OR endpoint = ?",
                    subscription.sessionId(),
                    subscription.endpoint());
            return handle.execute(
                    """
                    INSERT INTO push_subscription (id, user_id, session_id, endpoint, p256dh, auth, created_at)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    ON CONFLICT DO NOTHING""",
                    subscription.id(),
                    subscription.userId(),
                    subscription.sessionId(),
                    subscription.endpoint(),
                    subscription.keys().p256dhText(),
                    subscription.keys().authText(),
                    subscription.createdAt());
        });
    }

    @Override
    public Map<Long, List<PushSubscription>> find(long[] userIds, long now) {
        return database.read(handle -> {
            Map<Long, List<PushSubscription>> found = new HashMap<>();
            IdBatches.forEach(
                    userIds,
                    batch -> found.putAll(handle.createQuery(
                                    ALIVE + "push_subscription.user_id IN (<ids>) ORDER BY push_subscription.id DESC")
                            .bind("now", now)
                            .bindList("ids", batch)
                            .map(SUBSCRIPTION)
                            .collect(Collectors.groupingBy(PushSubscription::userId))));
            return found;
        });
    }

    @Override
    public @Nullable PushSubscription find(long id, long now) {
        return database.read(handle -> handle.createQuery(ALIVE + "push_subscription.id = :id")
                .bind("now", now)
                .bind("id", id)
                .map(SUBSCRIPTION)
                .findOne()
                .orElse(null));
    }

    @Override
    public boolean end(long userId, long id) {
        return database.write(handle ->
                        handle.execute("DELETE FROM push_subscription WHERE user_id = ? AND id = ?", userId, id))
                > 0;
    }

    @Override
    public void removeEnded(long now) {
        BoundedDelete.run(database, """
                DELETE FROM push_subscription WHERE id IN (
                    SELECT id FROM push_subscription WHERE NOT EXISTS (
                        SELECT 1 FROM session WHERE session.user_id = push_subscription.user_id
                            AND session.id = push_subscription.session_id AND session.expires_at > ?)
                    LIMIT ?)""", now);
    }

    @Override
    public PushPreferences preferences(long userId) {
        return database.read(handle -> preferences(handle, userId));
    }

    private static PushPreferences preferences(Handle handle, long userId) {
        return handle.createQuery("SELECT * FROM push_preference WHERE user_id = ?")
                .bind(0, userId)
                .map((row, context) -> preferences(row))
                .findOne()
                .orElse(PushPreferences.DEFAULT);
    }

    private static PushPreferences preferences(ResultSet row) throws SQLException {
        return new PushPreferences(
                types(row.getString("unwanted")),
                row.getBoolean("messages"),
                row.getBoolean("message_text"),
                quietHours(row));
    }

    /** Types of a newer version are ignored. */
    private static Set<NotificationType> types(String text) {
        return Arrays.stream(text.split(","))
                .map(NotificationType::of)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    private static @Nullable QuietHours quietHours(ResultSet row) throws SQLException {
        String zone = row.getString("time_zone");
        return zone == null
                ? null
                : new QuietHours(
                        LocalTime.of(row.getInt("quiet_from") / 60, row.getInt("quiet_from") % 60),
                        LocalTime.of(row.getInt("quiet_to") / 60, row.getInt("quiet_to") % 60),
                        ZoneId.of(zone));
    }

    @Override
    public void editPreferences(long userId, UnaryOperator<PushPreferences> edit) {
        int _ = database.write(handle -> {
            PushPreferences edited = edit.apply(preferences(handle, userId));
            QuietHours quiet = edited.quietHours();
            return handle.execute(
                    """
                    INSERT INTO push_preference
                        (user_id, unwanted, messages, message_text, quiet_from, quiet_to, time_zone)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    ON CONFLICT (user_id) DO UPDATE SET unwanted = excluded.unwanted, messages = excluded.messages,
                        message_text = excluded.message_text, quiet_from = excluded.quiet_from,
                        quiet_to = excluded.quiet_to, time_zone = excluded.time_zone""",
                    userId,
                    edited.unwanted().stream()
                            .map(NotificationType::text)
                            .sorted()
                            .collect(Collectors.joining(",")),
                    edited.messages(),
                    edited.messageText(),
                    quiet == null ? 0 : minutes(quiet.from()),
                    quiet == null ? 0 : minutes(quiet.to()),
                    quiet == null ? null : quiet.zone().getId());
        });
    }

    private static int minutes(LocalTime time) {
        return time.toSecondOfDay() / 60;
    }
}
