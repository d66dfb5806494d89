package social.roost.driver.sql;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * One SQL database, read and written by blocking calls from any thread. Work may be run again when an attempt had no effect,
 * so it should do nothing but read and write through its handle.
 *
 * <p>Both calls throw {@link social.roost.base.UnavailableException} when the database is a server that does not answer.
 */
public interface Database extends AutoCloseable {

    /**
     * Runs on everything that was committed when the call began. A query sees a consistent snapshot; of several in one read,
     * the later may see more than the earlier.
     */
    <T extends @Nullable Object> T read(Work<T> work);

    /**
     * Runs in a transaction and returns when it is durable. If the work throws, nothing of it remains and the exception
     * is rethrown here. If a server stopped answering just then, the write may have been done nevertheless.
     *
     * @throws social.roost.base.OverloadedException when too many writes wait already; nothing was written
     */
    <T extends @Nullable Object> T write(Work<T> work);

    Dialect dialect();

    /** Called after each commit that wrote something, on the committing thread: must be quick and must not throw. */
    void afterCommit(Runnable listener);

    @Override
    void close();

    /** What to do with an open handle. It must not keep the handle. */
    @FunctionalInterface
    interface Work<T extends @Nullable Object> {
        T apply(Handle handle);
    }
}
