package social.roost.http;

import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Reads, writes and password hashing have separate queues, so none of them blocks the others.
 *
 * <p>Hashing a password takes a processor for tens of milliseconds. In the queue of writes, a surge of log-ins would
 * take all places and look as if writes had become slow.
 */
record RequestQueues(RequestQueue reads, RequestQueue writes, RequestQueue passwords) {
    /** Enough to keep the hashing threads busy, of which there are fewer. */
    private static final int LEAST_PASSWORDS_AT_ONCE = 2;

    /** At 50 ms per hash, the last one waits for about as long as it may. */
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

    /**
     * Whether the server was overloaded a moment ago. Waiting passwords are not a sign of overload: they wait by
     * design.
     */
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
