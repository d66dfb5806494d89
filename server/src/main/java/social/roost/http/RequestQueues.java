package social.roost.http;

import java.util.concurrent.Executor;

/** Reads wait for reads, and writes for writes: neither keeps the other out. */
record RequestQueues(RequestQueue reads, RequestQueue writes) {
    static RequestQueues of(HttpSettings settings, Executor threads) {
        long patience = settings.maximumWait().toNanos();
        return new RequestQueues(
                new RequestQueue(ConcurrencyLimit.ofReads(settings.maximumRequests()), patience, threads),
                new RequestQueue(ConcurrencyLimit.ofWrites(settings.maximumRequests()), patience, threads));
    }

    RequestQueue of(Route route) {
        return route.isSafe() ? reads : writes;
    }

    void refuseLate() {
        reads.refuseLate();
        writes.refuseLate();
    }

    boolean isPressed() {
        return reads.isPressed() || writes.isPressed();
    }

    int inProgress() {
        return reads.inProgress() + writes.inProgress();
    }

    int limit() {
        return reads.limit() + writes.limit();
    }
}
