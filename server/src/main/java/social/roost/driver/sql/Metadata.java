package social.roost.driver.sql;

import java.util.Optional;

/** Facts about the data of a database, in its table {@code metadata}. */
public final class Metadata {
    private Metadata() {}

    public static Optional<String> find(Database database, String name) {
        return database.read(handle -> handle.createQuery("SELECT value FROM metadata WHERE name = ?")
                .bind(0, name)
                .mapTo(String.class)
                .findOne());
    }

    /** Sets what is not set yet; if several processes do so at once, the first one wins. */
    public static void setIfAbsent(Database database, String name, String value) {
        int _ = database.write(handle ->
                handle.execute("INSERT INTO metadata (name, value) VALUES (?, ?) ON CONFLICT DO NOTHING", name, value));
    }
}
