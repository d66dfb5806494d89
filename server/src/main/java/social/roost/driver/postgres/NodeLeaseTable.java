package social.roost.driver.postgres;

import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import social.roost.base.Snowflake;
import social.roost.driver.sql.Database;

/** The table {@code node_lease}. Only the server's clock decides what has expired. */
final class NodeLeaseTable {
    private final Database database;

    NodeLeaseTable(Database database) {
        this.database = database;
    }

    /**
     * Takes the lowest free number.
     *
     * @param ahead greater than any id that will be created before the lease is renewed or expires
     * @throws IllegalStateException if all are in use
     */
    Claim claim(String holder, Duration duration, long ahead) {
        Optional<Claim> claim = Optional.empty();
        while (claim.isEmpty()) {
            claim = database.write(handle -> {
                int number = lowestFree(handle);
                return take(handle, number, holder, duration, ahead);
            });
        }
        return claim.get();
    }

    private static int lowestFree(Handle handle) {
        return handle.createQuery("""
                        SELECT number FROM generate_series(0, ?) AS candidate (number)
                        WHERE NOT EXISTS (SELECT 1 FROM node_lease
                            WHERE node_lease.number = candidate.number AND expires_at > now_millis())
                        ORDER BY number LIMIT 1""")
                .bind(0, Snowflake.MAXIMUM_NODE)
                .mapTo(Integer.class)
                .findOne()
                .orElseThrow(() -> new IllegalStateException("All node numbers are in use"));
    }

    /** Empty if another process has just taken it. */
    private static Optional<Claim> take(Handle handle, int number, String holder, Duration duration, long ahead) {
        Optional<Claim> claim = handle.createQuery("""
                        INSERT INTO node_lease AS old (number, holder, expires_at, latest_id)
                        VALUES (:number, :holder, now_millis() + :duration, 0)
                        ON CONFLICT (number) DO UPDATE SET holder = excluded.holder, expires_at = excluded.expires_at
                        WHERE old.expires_at <= now_millis()
                        RETURNING latest_id""")
                .bind("number", number)
                .bind("holder", holder)
                .bind("duration", duration.toMillis())
                .mapTo(Long.class)
                .findOne()
                .map(latest -> new Claim(number, latest));
        claim.ifPresent(_ -> raiseLatest(handle, number, ahead));
        return claim;
    }

    private static void raiseLatest(Handle handle, int number, long latest) {
        handle.execute("UPDATE node_lease SET latest_id = greatest(latest_id, ?) WHERE number = ?", latest, number);
    }

    /** False if another process has the number. */
    boolean renew(int number, String holder, Duration duration, long ahead) {
        return database.write(handle -> {
            int renewed = handle.execute(
                    "UPDATE node_lease SET expires_at = now_millis() + ? WHERE number = ? AND holder = ?",
                    duration.toMillis(),
                    number,
                    holder);
            if (renewed == 1) {
                raiseLatest(handle, number, ahead);
            }
            return renewed == 1;
        });
    }

    void giveBack(int number, String holder, long latest) {
        database.write(handle -> handle.execute(
                "UPDATE node_lease SET expires_at = 0, latest_id = ? WHERE number = ? AND holder = ?",
                latest,
                number,
                holder));
    }

    record Claim(int number, long latestId) {}
}
