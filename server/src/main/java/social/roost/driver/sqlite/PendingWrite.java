package social.roost.driver.sqlite;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.transaction.TransactionException;
import org.jspecify.annotations.Nullable;
import social.roost.base.trace.Activity;
import social.roost.driver.sql.Database.Work;

/** A write in progress: run by the writer thread, awaited by its caller until its group is durable. */
final class PendingWrite<T extends @Nullable Object> {
    private final Work<T> work;
    private final @Nullable Activity activity = Activity.current();
    private final CompletableFuture<@Nullable Void> done = new CompletableFuture<>();
    private @Nullable T result;

    PendingWrite(Work<T> work) {
        this.work = work;
    }

    /** Runs within the caller's activity. */
    void run(Handle handle) {
        if (activity == null) {
            result = work.apply(handle);
        } else {
            activity.run(() -> result = work.apply(handle));
        }
    }

    void succeed() {
        done.complete(null);
    }

    /** The work itself threw. */
    void fail(Throwable failure) {
        done.completeExceptionally(failure);
    }

    /** The work ran but was not committed, or never ran. */
    void lose(Throwable cause) {
        done.completeExceptionally(new Lost(cause));
    }

    /** Waits even if interrupted, because the write continues and the caller must learn its result. */
    @SuppressWarnings("NullAway") // The result is set before done completes, and is null only where T allows it.
    T await() {
        try {
            done.join();
            return result;
        } catch (CompletionException e) {
            throw asSeenByCaller(e.getCause() == null ? e : e.getCause());
        }
    }

    private static RuntimeException asSeenByCaller(Throwable failure) {
        if (failure instanceof Lost lost) {
            return new TransactionException("The write was not committed", lost.getCause());
        }
        // The trace shows the writer thread; this adds the caller.
        failure.addSuppressed(new AwaitedHere());
        switch (failure) {
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            default -> throw new CompletionException(failure);
        }
    }

    /** One cause for many callers, each of whom gets their own exception. */
    private static final class Lost extends Exception {
        Lost(Throwable cause) {
            super(null, cause, false, false);
        }
    }

    /** Carries the caller's stack trace. */
    private static final class AwaitedHere extends Exception {
        AwaitedHere() {
            super("The write was awaited here");
        }
    }
}
