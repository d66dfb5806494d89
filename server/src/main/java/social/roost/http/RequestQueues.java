package social.roost.http;

import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Reads, writes, password hashing and what is dropped first have separate queues, so none of them blocks the others.
 *
 * <p>Hashing a password takes a processor for tens of milliseconds. In the queue of writes, a surge of log-ins would
 * take all places and look as if writes had become slow.
 */
record RequestQueues(RequestQueue reads, RequestQueue writes, RequestQueue passwords, RequestQueue dispensable) {
    /** Enough to keep the hashing threads busy, of which there are fewer. */
    private static final int LEAST_PASSWORDS_AT_ONCE = 2;

    /** At 50 ms per hash, the last one waits for about as long as it may. */
    private static final int WAITING_PASSWORDS_FOR_EACH = 16;

    /** Enough to fill the groups in which a store commits, while most of the server is left for others. */
    private static final int DISPENSABLE_AT_ONCE = 16;

    private static final int WAITING_DISPENSABLE = 64;
    private static final long PASSWORD_PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(2);

    static RequestQueues of(HttpSettings settings, Executor threads) {
        long patience = settings.maximumWait().toNanos();
        return new RequestQueues(
                new RequestQueue(ConcurrencyLimit.ofReads(settings.maximumRequests()), patience, threads),
                new RequestQueue(ConcurrencyLimit.ofWrites(settings.maximumRequests()), patience, threads),
                passwords(threads),
                new RequestQueue(ConcurrencyLimit.fixed(DISPENSABLE_AT_ONCE), WAITING_DISPENSABLE, patience, threads));
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
        if (route.isDroppedFirst()) {
            return dispensable;
        }
        return route.isSafe() ? reads : writes;
    }

    /** Whether a request is rejected before it is queued, so that others do not have to be. */
    boolean drops(Route route) {
        return route.isDroppedFirst() && isPressed();
    }

    void refuseLate() {
        reads.refuseLate();
        writes.refuseLate();
        passwords.refuseLate();
        dispensable.refuseLate();
    }

    /**
     * Whether the server was overloaded a moment ago. Waiting passwords are not a sign of overload: they wait by
     * design.
     */
    boolean isPressed() {
        return reads.isPressed() || writes.isPressed();
    }

    int inProgress() {
        return reads.inProgress() + writes.inProgress() + passwords.inProgress() + dispensable.inProgress();
    }

    int limit() {
        return reads.limit() + writes.limit() + passwords.limit() + dispensable.limit();
    }
}
