package social.roost.driver.sqlite;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.base.UnavailableException;
import social.roost.driver.sql.Database;

/**
 * Whether a file is writable. A failed write means no. Only a test that writes a megabyte means yes again: on a full
 * disk, small writes may still succeed between failing ones, because they reuse space in the log.
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

    /** The exception for the caller of a failed write. The cause is logged once, not for each write. */
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

    /** Tests whether writing works again; does nothing unless it failed. */
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
