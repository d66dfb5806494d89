package social.roost.driver.postgres;

import java.security.SecureRandom;
import social.roost.driver.sql.Database;

/**
 * Secrets shared by all processes of a deployment: created by the first process that needs one, and stored in a
 * database.
 */
public final class SharedSecret {
    private static final int BYTES = 32;

    private SharedSecret() {}

    /** The secret with this name; if several processes create it at once, the first one wins. */
    public static byte[] read(Database database, String name) {
        return database.write(handle -> {
            int _ = handle.execute(
                    "INSERT INTO secret (name, value) VALUES (?, ?) ON CONFLICT DO NOTHING", name, random());
            return handle.createQuery("SELECT value FROM secret WHERE name = ?")
                    .bind(0, name)
                    .mapTo(byte[].class)
                    .one();
        });
    }

    private static byte[] random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
