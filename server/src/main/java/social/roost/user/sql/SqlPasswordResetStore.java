package social.roost.user.sql;

import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import social.roost.driver.sql.BoundedDelete;
import social.roost.driver.sql.Database;
import social.roost.user.PasswordResetStore;
import social.roost.user.TokenHash;

/** Tokens in the table {@code password_reset}. */
public final class SqlPasswordResetStore implements PasswordResetStore {
    private final Database database;

    public SqlPasswordResetStore(Database database) {
        this.database = database;
    }

    @Override
    public void add(TokenHash token, long userId, long expiresAt) {
        int _ = database.write(handle -> {
            handle.execute(
                    "INSERT INTO password_reset (token_hash, user_id, expires_at) VALUES (?, ?, ?)",
                    token.hex(),
                    userId,
                    expiresAt);
            return handle.execute(
                    "DELETE FROM password_reset WHERE user_id = ? AND token_hash NOT IN (SELECT token_hash"
                            + " FROM password_reset WHERE user_id = ? ORDER BY expires_at DESC, token_hash LIMIT ?)",
                    userId,
                    userId,
                    MOST_OF_A_USER);
        });
    }

    @Override
    public OptionalLong find(TokenHash token, long now) {
        return database.read(handle -> handle.createQuery(
                        "SELECT user_id FROM password_reset WHERE token_hash = ? AND expires_at > ?")
                .bind(0, token.hex())
                .bind(1, now)
                .mapTo(Long.class)
                .findOne()
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty()));
    }

    @Override
    public boolean redeem(TokenHash token, long now, String passwordHash) {
        return database.write(handle -> {
            Optional<Long> user = handle.createQuery(
                            "DELETE FROM password_reset WHERE token_hash = ? AND expires_at > ? RETURNING user_id")
                    .bind(0, token.hex())
                    .bind(1, now)
                    .mapTo(Long.class)
                    .findOne();
            user.ifPresent(id -> {
                forget(handle, id);
                handle.execute(
                        "UPDATE account SET password_hash = ?, email_confirmed_at = COALESCE(email_confirmed_at, ?)"
                                + " WHERE id = ?",
                        passwordHash,
                        now,
                        id);
            });
            return user.isPresent();
        });
    }

    /** Drops the tokens of an account. */
    static void forget(Handle handle, long userId) {
        handle.execute("DELETE FROM password_reset WHERE user_id = ?", userId);
    }

    @Override
    public void deleteExpired(long now) {
        BoundedDelete.run(
                database,
                "DELETE FROM password_reset WHERE token_hash IN"
                        + " (SELECT token_hash FROM password_reset WHERE expires_at <= ? LIMIT ?)",
                now);
    }
}
