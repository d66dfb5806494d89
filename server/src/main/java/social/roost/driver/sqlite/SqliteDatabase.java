package social.roost.driver.sqlite;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import social.roost.base.Lifecycle;
import social.roost.base.OverloadedException;
import social.roost.base.UnavailableException;
import social.roost.driver.Pool;
import social.roost.driver.StoreCalls;
import social.roost.driver.sql.Database;
import social.roost.driver.sql.Dialect;

/**
 * A SQLite file in WAL mode: one thread writes, committing waiting writes as a group, while any number of reads run.
 *
 * <p>A write runs inside the group's transaction and must not begin or end one itself; it also cannot call {@link
 * #write} again. A read blocks its thread in native code, and therefore the carrier of a virtual thread: reads are for
 * short, indexed queries and do not nest; table scans run on a platform thread.
 */
public final class SqliteDatabase implements Database {
    static final String NAME = "SQLite";

    private final StoreCalls calls = new StoreCalls(NAME);
    private final Writability writability;
    private final GroupWriter writer;
    private final ReaderPool readers;

    private SqliteDatabase(Path file, GroupWriter writer, ReaderPool readers) {
        this.writability = new Writability(file);
        this.writer = writer;
        this.readers = readers;
    }

    /** Opens the file, creates it if it is missing, and migrates its schema. */
    public static SqliteDatabase open(Path file, SqliteSettings settings) {
        SqliteMigrations.apply(file);
        Lifecycle opened = new Lifecycle();
        try {
            List<SqliteConnection> readers = Stream.generate(() -> opened.add(SqliteConnection.openReader(file)))
                    .limit(settings.readConnections())
                    .toList();
            GroupWriter writer = new GroupWriter(file, settings);
            writer.start();
            return new SqliteDatabase(file, writer, new ReaderPool(readers, settings.longestReadWait()));
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    /**
     * {@inheritDoc}
     *
     * @throws OverloadedException if no connection becomes free in time
     * @throws UnavailableException if the disk cannot be read
     */
    @Override
    public <T extends @Nullable Object> T read(Work<T> work) {
        return calls.call("read", () -> {
            SqliteConnection connection = readers.borrow();
            try {
                return connection.read(work);
            } catch (RuntimeException e) {
                throw SqliteFailures.isOutageOfReading(e) ? new UnavailableException(NAME, e) : e;
            } finally {
                readers.giveBack(connection.isBroken() ? connection.reopened() : connection);
            }
        });
    }

    /**
     * {@inheritDoc}
     *
     * @throws UnavailableException if the disk is full or not writable for another reason; nothing was written
     */
    @Override
    public <T extends @Nullable Object> T write(Work<T> work) {
        return calls.call("write", () -> {
            try {
                return writer.write(work);
            } catch (RuntimeException e) {
                throw writability.seen(e);
            }
        });
    }

    /** False from a write that failed because of the disk until {@link #lookAtDisk} succeeds. */
    public boolean isWritable() {
        return writability.isGiven();
    }

    /** Called periodically, because after a failed write nobody may be writing any more. */
    public void lookAtDisk() {
        writability.look(this);
    }

    @Override
    public Dialect dialect() {
        return Dialect.SQLITE;
    }

    @Override
    public void afterCommit(Runnable listener) {
        writer.afterCommit(listener);
    }

    /** Finishes waiting writes. Later reads and writes throw an {@link IllegalStateException}. */
    @Override
    public void close() {
        writer.close();
        readers.close();
    }

    /** Its read connections. */
    public Pool pool() {
        return readers.pool(calls.store());
    }

    /** Its reads and writes. */
    public StoreCalls calls() {
        return calls;
    }

    /** The number of writes that wait for the writer. */
    public int waitingWrites() {
        return writer.waiting();
    }

    boolean isClosing() {
        return writer.isClosing();
    }
}
