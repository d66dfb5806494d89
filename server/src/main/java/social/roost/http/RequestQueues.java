package social.roost.http;

import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Reads wait for reads, writes for writes, and what hashes a password for the like: none keeps the others out.
 *
 * <p>A hash takes a processor for tens of milliseconds. Among writes a storm of log-ins would take all places, and look as if writes
 * had become slow.
 */
record RequestQueues(RequestQueue reads, RequestQueue writes, RequestQueue passwords) {
    /** Enough to keep the threads that hash busy, which are fewer. */
    private static final int LEAST_PASSWORDS_AT_ONCE = 2;

    /** At 50 ms for a hash the last of them waits for about as long as it is allowed to. */
    private static final int WAITING_PASSWORDS_FOR_EACH = 16;

    private static final long PASSWORD_PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(2);

    static RequestQueues of(HttpSettings settings, Executor threads) {
        long patience = settings.maximumWait().toNanos();
        return new RequestQueues(
                new RequestQueue(ConcurrencyLimit.ofReads(settings.maximumRequests()), patience, threads),
                new RequestQueue(ConcurrencyLimit.ofWrites(settings.maximumRequests()), patience, threads),
                passwords(threads));
    }

    private static RequestQueue passwords(Executor threads) {
        int atOnce = Math.max(LEAST_PASSWORDS_AT_ONCE, Runtime.getRuntime().availableProcessors());
        return new RequestQueue(
                ConcurrencyLimit.fixed(atOnce), WAITING_PASSWORDS_FOR_EACH * atOnce, PASSWORD_PATIENCE_NANOS, threads);
    }

    RequestQueue of(Route route) {
        if (route.hashesPassword()) {
            return passwords;
        }
        return route.isSafe() ? reads : writes;
    }

    void refuseLate() {
        reads.refuseLate();
        writes.refuseLate();
        passwords.refuseLate();
    }

    /** Whether there was too much to do a moment ago. That passwords wait is no sign of it: they do so by design. */
    boolean isPressed() {
        return reads.isPressed() || writes.isPressed();
    }

    int inProgress() {
        return reads.inProgress() + writes.inProgress() + passwords.inProgress();
    }

    int limit() {
        return reads.limit() + writes.limit() + passwords.limit();
    }
}
