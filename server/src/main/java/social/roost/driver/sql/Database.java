package social.roost.driver.sql;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * A SQL database, accessed by blocking calls from any thread. Work may be retried if an attempt had no effect, so it
 * should only read and write through its handle.
 *
 * <p>Both calls throw {@link social.roost.base.UnavailableException} if the database is a server that does not respond.
 */
public interface Database extends AutoCloseable {

    /**
     * Reads at least what was committed when the call started. A single query sees a consistent snapshot; of several in
     * one read, a later one may see more than an earlier one.
     */
    <T extends @Nullable Object> T read(Work<T> work);

    /**
     * Runs in a transaction and returns when it is durable. If the work throws, everything is rolled back and the
     * exception is rethrown here. If a server stopped responding at that moment, the write may have been stored
     * nevertheless.
     *
     * @throws social.roost.base.OverloadedException if too many writes are waiting; nothing was written
     */
    <T extends @Nullable Object> T write(Work<T> work);

    Dialect dialect();

    /** Called after each commit that wrote something, on the committing thread: must be fast and must not throw. */
    void afterCommit(Runnable listener);

    @Override
    void close();

    /** Work with an open handle. It must not keep the handle. */
    @FunctionalInterface
    interface Work<T extends @Nullable Object> {
        T apply(Handle handle);
    }
}
