package social.roost.driver.sqlite;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import social.roost.driver.sql.Database;

/**
 * A SQLite file in WAL mode: one thread writes, committing waiting writes as a group, while any number of reads go on.
 *
 * <p>A write runs inside the group's transaction and must not begin or end one itself; like every write, it cannot call
 * {@link #write} again. A read blocks its thread in native code, and thereby the carrier if the thread is virtual: reads
 * are for short, indexed queries and do not nest; whoever scans a table does so on a platform thread.
 */
public final class SqliteDatabase implements Database {
    private final GroupWriter writer;
    private final ReaderPool readers;

    private SqliteDatabase(GroupWriter writer, ReaderPool readers) {
        this.writer = writer;
        this.readers = readers;
    }

    /** Opens the file, which is created when missing, and brings its schema up to date. */
    public static SqliteDatabase open(Path file, SqliteSettings settings) {
        SqliteMigrations.apply(file);
        GroupWriter writer = new GroupWriter(file, settings);
        ReaderPool readers = new ReaderPool(
                Stream.generate(() -> SqliteConnection.openReader(file))
                        .limit(settings.readConnections())
                        .toList(),
                settings.longestReadWait());
        writer.start();
        return new SqliteDatabase(writer, readers);
    }

    /**
     * {@inheritDoc}
     *
     * @throws social.roost.base.OverloadedException when no connection becomes free in time
     */
    @Override
    public <T extends @Nullable Object> T read(Work<T> work) {
        SqliteConnection connection = readers.borrow();
        try {
            return connection.read(work);
        } finally {
            readers.giveBack(connection);
        }
    }

    @Override
    public <T extends @Nullable Object> T write(Work<T> work) {
        return writer.write(work);
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

    /** How many writes wait for the writer now. */
    public int waitingWrites() {
        return writer.waiting();
    }

    boolean isClosing() {
        return writer.isClosing();
    }
}
