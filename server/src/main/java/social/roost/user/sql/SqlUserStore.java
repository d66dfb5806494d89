package social.roost.user.sql;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;
import social.roost.base.Scan;
import social.roost.driver.sql.Database;
import social.roost.driver.sql.IdBatches;
import social.roost.driver.sql.LongColumn;
import social.roost.event.Event;
import social.roost.event.sql.SqlOutbox;
import social.roost.user.NewAccount;
import social.roost.user.Picture;
import social.roost.user.User;
import social.roost.user.UserStore;

/** Accounts in the table {@code account}; the lower-case keys make names and addresses unique. */
public final class SqlUserStore implements UserStore {
    private static final String COLUMNS = "id, username, display_name, bio, location, url, avatar, header";

    private static final RowMapper<User> USER = (row, context) -> new User(
            row.getLong("id"),
            row.getString("username"),
            row.getString("display_name"),
            row.getString("bio"),
            row.getString("location"),
            row.getString("url"),
            Picture.decode(row.getString("avatar")),
            Picture.decode(row.getString("header")));

    private final Database database;
    private final SqlOutbox outbox;

    public SqlUserStore(Database database, SqlOutbox outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    @Override
    public Created create(NewAccount account) {
        return database.write(handle -> {
            if (insert(handle, account)) {
                return Created.DONE;
            }
            return exists(handle, "username_key", account.user().username())
                    ? Created.USERNAME_TAKEN
                    : Created.EMAIL_TAKEN;
        });
    }

    @Override
    public long[] createAll(List<NewAccount> accounts) {
        return database.write(handle -> accounts.stream()
                .mapToLong(account -> insert(handle, account) ? account.user().id() : existing(handle, account))
                .toArray());
    }

    @Override
    public Map<Long, User> find(long[] ids) {
        Map<Long, User> found = HashMap.newHashMap(ids.length);
        database.read(handle -> {
            IdBatches.forEach(
                    ids,
                    batch -> handle.createQuery("SELECT " + COLUMNS + " FROM account WHERE id IN (<ids>)")
                            .bindList("ids", batch)
                            .map(USER)
                            .forEach(user -> found.put(user.id(), user)));
            return null;
        });
        return found;
    }

    @Override
    public Optional<User> findByUsername(String username) {
        return database.read(handle -> handle.createQuery("SELECT " + COLUMNS + " FROM account WHERE username_key = ?")
                .bind(0, key(username))
                .map(USER)
                .findOne());
    }

    @Override
    public Optional<Credentials> findCredentials(String login) {
        String column = login.contains("@") ? "email_key" : "username_key";
        return database.read(
                handle -> handle.createQuery("SELECT id, password_hash, suspended_at IS NOT NULL AS suspended"
                                + " FROM account WHERE " + column + " = ?")
                        .bind(0, key(login))
                        .map((row, context) -> new Credentials(
                                row.getLong("id"), row.getString("password_hash"), row.getBoolean("suspended")))
                        .findOne());
    }

    @Override
    public boolean update(long id, UnaryOperator<User> edit) {
        return database.write(handle -> {
            Optional<User> old = handle.createQuery("SELECT " + COLUMNS + " FROM account WHERE id = ?"
                            + database.dialect().lockingRows())
                    .bind(0, id)
                    .map(USER)
                    .findOne();
            old.map(edit).ifPresent(user -> {
                bindProfile(handle.createUpdate("""
                                        UPDATE account SET display_name = :displayName, bio = :bio, location = :location,
                                            url = :url, avatar = :avatar, header = :header
                                        WHERE id = :id"""), user).execute();
                outbox.append(handle, new Event.UserUpdated(id));
            });
            return old.isPresent();
        });
    }

    @Override
    public boolean replacePassword(long id, String presentHash, String newHash) {
        return database.write(handle -> {
            SqlPasswordResetStore.forget(handle, id);
            return handle.createUpdate("UPDATE account SET password_hash = ? WHERE id = ? AND password_hash = ?")
                            .bind(0, newHash)
                            .bind(1, id)
                            .bind(2, presentHash)
                            .execute()
                    == 1;
        });
    }

    @Override
    public boolean setPassword(long id, String hash) {
        return database.write(handle -> {
            SqlPasswordResetStore.forget(handle, id);
            return handle.createUpdate("UPDATE account SET password_hash = ? WHERE id = ?")
                            .bind(0, hash)
                            .bind(1, id)
                            .execute()
                    == 1;
        });
    }

    @Override
    public boolean suspend(long id, long at) {
        return change(
                "UPDATE account SET suspended_at = :at WHERE id = :id AND suspended_at IS NULL",
                id,
                at,
                new Event.UserSuspended(id));
    }

    @Override
    public boolean reinstate(long id) {
        return change(
                "UPDATE account SET suspended_at = :at WHERE id = :id AND suspended_at IS NOT NULL",
                id,
                null,
                new Event.UserReinstated(id));
    }

    private boolean change(String sql, long id, @Nullable Long suspendedAt, Event event) {
        return database.write(handle -> {
            boolean changed = handle.createUpdate(sql)
                            .bind("id", id)
                            .bindByType("at", suspendedAt, Long.class)
                            .execute()
                    == 1;
            if (changed) {
                outbox.append(handle, event);
            }
            return changed;
        });
    }

    @Override
    public long[] suspended() {
        return database.read(handle -> LongColumn.read(
                handle.createQuery("SELECT id FROM account WHERE suspended_at IS NOT NULL ORDER BY id")));
    }

    @Override
    public long greatestId() {
        return database.read(handle -> handle.createQuery("SELECT COALESCE(MAX(id), 0) FROM account")
                .mapTo(Long.class)
                .one());
    }

    @Override
    public Scan.Part<User> scan(String after, int limit) {
        return database.read(handle -> Scan.Part.of(
                handle.createQuery("SELECT " + COLUMNS + " FROM account WHERE id > ? ORDER BY id LIMIT ?")
                        .bind(0, Scan.idOf(after))
                        .bind(1, limit)
                        .map(USER)
                        .list(),
                limit,
                user -> Long.toString(user.id())));
    }

    private boolean insert(Handle handle, NewAccount account) {
        User user = account.user();
        int inserted = bindProfile(handle.createUpdate("""
                                INSERT INTO account (id, username, username_key, email, email_key, password_hash,
                                    display_name, bio, location, url, avatar, header)
                                VALUES (:id, :username, :usernameKey, :email, :emailKey, :passwordHash,
                                    :displayName, :bio, :location, :url, :avatar, :header)
                                ON CONFLICT DO NOTHING"""), user)
                .bind("username", user.username())
                .bind("usernameKey", key(user.username()))
                .bind("email", account.email())
                .bind("emailKey", key(account.email()))
                .bind("passwordHash", account.passwordHash())
                .execute();
        if (inserted == 1) {
            outbox.append(handle, new Event.UserRegistered(user.id()));
        }
        return inserted == 1;
    }

    private static Update bindProfile(Update update, User user) {
        return update.bind("id", user.id())
                .bind("displayName", user.displayName())
                .bind("bio", user.bio())
                .bind("location", user.location())
                .bind("url", user.url())
                .bind("avatar", Picture.encode(user.avatar()))
                .bind("header", Picture.encode(user.header()));
    }

    private static long existing(Handle handle, NewAccount account) {
        return handle.createQuery("SELECT id FROM account WHERE username_key = ?")
                .bind(0, key(account.user().username()))
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
    }

    private static boolean exists(Handle handle, String column, String value) {
        return handle.createQuery("SELECT 1 FROM account WHERE " + column + " = ?")
                .bind(0, key(value))
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    static String key(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}
