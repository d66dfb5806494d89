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
 * A SQLite file in WAL mode: one thread writes, committing waiting writes as a group, while any number of reads go on.
 *
 * <p>A write runs inside the group's transaction and must not begin or end one itself; like every write, it cannot call
 * {@link #write} again. A read blocks its thread in native code, and thereby the carrier if the thread is virtual: reads
 * are for short, indexed queries and do not nest; whoever scans a table does so on a platform thread.
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

    /** Opens the file, which is created when missing, and brings its schema up to date. */
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
     * @throws OverloadedException when no connection becomes free in time
     * @throws UnavailableException when the disk cannot be read
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
     * @throws UnavailableException when the disk is full or cannot be written for another reason; nothing was written
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

    /** False from a write that the disk did not take until {@link #lookAtDisk} finds that it takes them again. */
    public boolean isWritable() {
        return writability.isGiven();
    }

    /** To be called again and again, since nobody may be writing any more once a write has failed. */
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

    /** Finishes the writes that wait. Reads and writes from then on fail with an {@link IllegalStateException}. */
    @Override
    public void close() {
        writer.close();
        readers.close();
    }

    /** Its connections for reading. */
    public Pool pool() {
        return readers.pool(calls.store());
    }

    /** Its reads and writes. */
    public StoreCalls calls() {
        return calls;
    }

    /** How many writes wait for the writer now. */
    public int waitingWrites() {
        return writer.waiting();
    }

    boolean isClosing() {
        return writer.isClosing();
    }
}
