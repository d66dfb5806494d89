package social.roost.driver.sql;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** One SQL database, read and written by blocking calls from any thread. */
public interface Database extends AutoCloseable {

    /** Runs on a consistent snapshot that holds everything that was committed when the call began. */
    <T extends @Nullable Object> T read(Work<T> work);

    /**
     * Runs in a transaction and returns when it is durable. If the work throws, nothing of it remains and the exception
     * is rethrown here.
     *
     * @throws social.roost.base.OverloadedException when too many writes wait already; nothing was written
     */
    <T extends @Nullable Object> T write(Work<T> work);

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
