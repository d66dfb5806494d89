package social.roost.driver.postgres;

import io.github.resilience4j.core.IntervalFunction;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import social.roost.driver.CallSettings;
import social.roost.driver.sql.Database.Work;

/**
 * A transaction that is retried as long as it certainly had no effect: before its commit is sent, a conflict or a
 * broken connection has rolled it back.
 */
final class PostgresWrite<T extends @Nullable Object> {
    private final Function<Work<T>, T> transaction;
    private final Work<T> work;
    private final int attempts;
    private final IntervalFunction pauses;
    private boolean committing;

    /**
     * @param transaction runs work in a transaction
     */
    PostgresWrite(Function<Work<T>, T> transaction, Work<T> work, CallSettings calls) {
        this.transaction = transaction;
        this.work = work;
        attempts = calls.attempts();
        pauses = IntervalFunction.ofExponentialRandomBackoff(calls.pause(), 2);
    }

    T run() {
        int attempt = 1;
        while (true) {
            try {
                return transaction.apply(this::apply);
            } catch (RuntimeException e) {
                if (committing || attempt == attempts || !passes(e)) {
                    throw e;
                }
                pause(attempt, e);
                attempt++;
            }
        }
    }

    private T apply(Handle handle) {
        T result = work.apply(handle);
        committing = true;
        return result;
    }

    private static boolean passes(RuntimeException failure) {
        return PostgresFailures.isConflict(failure) || PostgresFailures.isOutage(failure);
    }

    private void pause(int attempt, RuntimeException failure) {
        try {
            Thread.sleep(pauses.apply(attempt));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }
}
