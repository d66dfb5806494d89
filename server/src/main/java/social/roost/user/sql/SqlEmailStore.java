package social.roost.user.sql;

import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;
import social.roost.driver.sql.BoundedDelete;
import social.roost.driver.sql.Database;
import social.roost.user.Contact;
import social.roost.user.EmailStore;
import social.roost.user.PendingEmail;
import social.roost.user.TokenHash;

/** Addresses in the table {@code account}, tokens in {@code email_token}. */
public final class SqlEmailStore implements EmailStore {
    private static final String CONTACT =
            "SELECT id, username, email, email_confirmed_at IS NOT NULL AS confirmed, suspended_at IS NOT NULL AS suspended"
                    + " FROM account WHERE ";

    private static final RowMapper<Contact> MAPPER = (row, _) -> new Contact(
            row.getLong("id"),
            row.getString("username"),
            row.getString("email"),
            row.getBoolean("confirmed"),
            row.getBoolean("suspended"));

    private final Database database;

    public SqlEmailStore(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Contact> find(String email) {
        return database.read(handle -> handle.createQuery(CONTACT + "email_key = ?")
                .bind(0, SqlUserStore.key(email))
                .map(MAPPER)
                .findOne());
    }

    @Override
    public Optional<Contact> find(long userId) {
        return database.read(handle -> handle.createQuery(CONTACT + "id = ?")
                .bind(0, userId)
                .map(MAPPER)
                .findOne());
    }

    @Override
    public Optional<PendingEmail> state(long userId) {
        return database.read(handle -> handle.createQuery(
                        "SELECT email, email_confirmed_at IS NOT NULL AS confirmed, next_email FROM account WHERE id = ?")
                .bind(0, userId)
                .map((row, _) -> new PendingEmail(
                        row.getString("email"), row.getBoolean("confirmed"), row.getString("next_email")))
                .findOne());
    }

    @Override
    public void propose(long userId, @Nullable String next) {
        int _ = database.write(
                handle -> handle.execute("UPDATE account SET next_email = ? WHERE id = ?", next, userId));
    }

    @Override
    public void addToken(TokenHash token, long userId, String address, long expiresAt) {
        int _ = database.write(handle -> {
            handle.execute(
                    "INSERT INTO email_token (token_hash, user_id, address, expires_at) VALUES (?, ?, ?, ?)",
                    token.hex(),
                    userId,
                    address,
                    expiresAt);
            return handle.execute(
                    "DELETE FROM email_token WHERE user_id = ? AND token_hash NOT IN (SELECT token_hash FROM email_token"
                            + " WHERE user_id = ? ORDER BY expires_at DESC, token_hash LIMIT ?)",
                    userId,
                    userId,
                    MOST_TOKENS_OF_A_USER);
        });
    }

    @Override
    public Confirmed confirm(TokenHash token, long now) {
        return database.write(handle -> handle.createQuery(
                        "DELETE FROM email_token WHERE token_hash = ? AND expires_at > ? RETURNING user_id, address")
                .bind(0, token.hex())
                .bind(1, now)
                .map((row, _) -> new Confirmation(row.getLong("user_id"), row.getString("address"), now))
                .findOne()
                .map(confirmation -> confirmation.in(handle))
                .orElseGet(Confirmed.Unknown::new));
    }

    @Override
    public void deleteExpired(long now) {
        BoundedDelete.run(
                database,
                "DELETE FROM email_token WHERE token_hash IN"
                        + " (SELECT token_hash FROM email_token WHERE expires_at <= ? LIMIT ?)",
                now);
    }

    private record Confirmation(long userId, String address, long now) {

        Confirmed in(Handle handle) {
            String key = SqlUserStore.key(address);
            if (isOfAnother(handle, key)) {
                return new Confirmed.Taken();
            }
            boolean isCurrent = handle.execute(
                            "UPDATE account SET email_confirmed_at = COALESCE(email_confirmed_at, ?)"
                                    + " WHERE id = ? AND email_key = ?",
                            now,
                            userId,
                            key)
                    == 1;
            return isCurrent || replaces(handle, key) ? new Confirmed.Done(userId) : new Confirmed.Unknown();
        }

        private boolean isOfAnother(Handle handle, String key) {
            return handle.createQuery("SELECT 1 FROM account WHERE email_key = ? AND id <> ?")
                    .bind(0, key)
                    .bind(1, userId)
                    .mapTo(Integer.class)
                    .findOne()
                    .isPresent();
        }

        /** Links that were sent to the address before lose their effect. */
        private boolean replaces(Handle handle, String key) {
            boolean isNext = handle.execute(
                            "UPDATE account SET email = next_email, email_key = ?, email_confirmed_at = ?, next_email = NULL"
                                    + " WHERE id = ? AND next_email = ?",
                            key,
                            now,
                            userId,
                            address)
                    == 1;
            if (isNext) {
                SqlPasswordResetStore.forget(handle, userId);
                handle.execute("DELETE FROM email_token WHERE user_id = ?", userId);
            }
            return isNext;
        }
    }
}
