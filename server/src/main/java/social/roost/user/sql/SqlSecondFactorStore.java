package social.roost.user.sql;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import social.roost.driver.sql.Database;
import social.roost.user.SecondFactorStore;
import social.roost.user.TokenHash;

/**
 * The tables {@code second_factor} and {@code recovery_code}. A write to the codes of a user begins with the user's row
 * of the first table, which makes others wait.
 */
public final class SqlSecondFactorStore implements SecondFactorStore {
    private final Database database;

    public SqlSecondFactorStore(Database database) {
        this.database = database;
    }

    @Override
    public boolean propose(long userId, String secret) {
        return database.write(handle -> handle.execute("""
                        INSERT INTO second_factor (user_id, secret, last_step) VALUES (?, ?, 0)
                        ON CONFLICT (user_id) DO UPDATE SET secret = excluded.secret
                        WHERE second_factor.enabled_at IS NULL""", userId, secret) == 1);
    }

    @Override
    public Optional<SecondFactor> find(long userId) {
        return database.read(handle -> handle.createQuery("""
                        SELECT secret, COALESCE(enabled_at, 0) AS enabled_at,
                            (SELECT count(*) FROM recovery_code WHERE user_id = second_factor.user_id) AS codes
                        FROM second_factor WHERE user_id = ?""")
                .bind(0, userId)
                .map((row, context) ->
                        new SecondFactor(row.getString("secret"), row.getLong("enabled_at"), row.getInt("codes")))
                .findOne());
    }

    @Override
    public boolean enable(long userId, String secret, long step, long at, List<TokenHash> recoveryCodes) {
        return database.write(handle -> {
            boolean enabled = handle.execute("""
                            UPDATE second_factor SET enabled_at = ?, last_step = ?
                            WHERE user_id = ? AND secret = ? AND enabled_at IS NULL""", at, step, userId, secret) == 1;
            if (enabled) {
                replaceCodes(handle, userId, recoveryCodes);
            }
            return enabled;
        });
    }

    @Override
    public boolean useStep(long userId, String secret, long step) {
        return database.write(handle -> handle.execute("""
                        UPDATE second_factor SET last_step = ?
                        WHERE user_id = ? AND secret = ? AND enabled_at IS NOT NULL AND last_step < ?
                        """, step, userId, secret, step) == 1);
    }

    @Override
    public boolean useRecoveryCode(long userId, TokenHash code) {
        return database.write(handle ->
                handle.execute("DELETE FROM recovery_code WHERE user_id = ? AND code_hash = ?", userId, code.hex())
                        == 1);
    }

    @Override
    public boolean replaceRecoveryCodes(long userId, List<TokenHash> recoveryCodes) {
        return database.write(handle -> {
            boolean isEnabled = handle.execute("""
                            UPDATE second_factor SET last_step = last_step
                            WHERE user_id = ? AND enabled_at IS NOT NULL""", userId) == 1;
            if (isEnabled) {
                replaceCodes(handle, userId, recoveryCodes);
            }
            return isEnabled;
        });
    }

    @Override
    public boolean remove(long userId) {
        return database.write(handle -> {
            boolean removed = handle.execute("DELETE FROM second_factor WHERE user_id = ?", userId) == 1;
            int _ = handle.execute("DELETE FROM recovery_code WHERE user_id = ?", userId);
            return removed;
        });
    }

    private static void replaceCodes(Handle handle, long userId, List<TokenHash> recoveryCodes) {
        int _ = handle.execute("DELETE FROM recovery_code WHERE user_id = ?", userId);
        PreparedBatch batch = handle.prepareBatch("INSERT INTO recovery_code (user_id, code_hash) VALUES (?, ?)");
        recoveryCodes.forEach(code -> batch.add(userId, code.hex()));
        int[] _ = batch.execute();
    }
}
