package social.roost.driver.sqlite;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.base.UnavailableException;
import social.roost.driver.sql.Database;

/**
 * Whether a file can be written. A failed write says no. Only a look, which writes a megabyte, says yes again: on a full disk
 * small writes may still succeed between others that fail, since they reuse the room of earlier ones in the log.
 */
final class Writability {
    private static final Logger LOG = LoggerFactory.getLogger(Writability.class);
    private static final int LOOK_BYTES = 1 << 20;

    private final Path file;
    private final AtomicBoolean lost = new AtomicBoolean();

    Writability(Path file) {
        this.file = file;
    }

    boolean isGiven() {
        return !lost.get();
    }

    /** What the caller of a failed write is to see. The log tells the cause once, not for each write. */
    RuntimeException seen(RuntimeException failure) {
        if (!SqliteFailures.isOutageOfWriting(failure)) {
            return failure;
        }
        if (!lost.getAndSet(true)) {
            LOG.error(
                    "The database {} is not writable: {}. Until it is, write requests get a 503 and the"
                            + " server reports that it is not ready",
                    file,
                    SqliteFailures.reason(failure));
        }
        return new UnavailableException(SqliteDatabase.NAME, null);
    }

    /** Finds out whether writing works again; does nothing unless it failed. */
    void look(Database database) {
        if (isGiven()) {
            return;
        }
        try {
            int _ = database.write(Writability::fill);
            int _ = database.write(handle -> handle.execute("DROP TABLE look"));
        } catch (UnavailableException e) {
            LOG.debug("The database {} is still not writable", file, e);
            return;
        }
        lost.set(false);
        LOG.warn("The database {} is writable again", file);
    }

    private static int fill(Handle handle) {
        handle.execute("CREATE TABLE IF NOT EXISTS look (filler BLOB NOT NULL)");
        return handle.execute("INSERT INTO look VALUES (zeroblob(?))", LOOK_BYTES);
    }
}
