package social.roost.driver.postgres;

import java.security.SecureRandom;
import social.roost.driver.sql.Database;

/** Secrets that all processes of a deployment share: made once, by whichever needs one first, and kept in a database. */
public final class SharedSecret {
    private static final int BYTES = 32;

    private SharedSecret() {}

    /** The secret of this name; of several processes that make it at once, the first decides. */
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
