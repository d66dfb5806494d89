package social.roost.http;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

/**
 * Runs as many requests at once as {@link ConcurrencyLimit} allows. Some more wait for a short time. The rest are
 * rejected immediately, because a response that nobody waits for any more is wasted work.
 */
final class RequestQueue {
    private static final int SHARE_THAT_WAITS = 4;

    private final ConcurrencyLimit limit;
    private final IntSupplier maximumWaiting;
    private final long patienceNanos;
    private final Executor threads;
    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waitingCount = new AtomicInteger();
    private final AtomicInteger inProgress = new AtomicInteger();

    /**
     * Creates a queue in which a quarter as many requests may wait as may run.
     *
     * @param patienceNanos how long a request may wait
     * @param threads runs each task on its own thread
     */
    RequestQueue(ConcurrencyLimit limit, long patienceNanos, Executor threads) {
        this(limit, () -> Math.max(1, limit.limit() / SHARE_THAT_WAITS), patienceNanos, threads);
    }

    /** Creates a queue with a fixed number of waiting requests. */
    RequestQueue(ConcurrencyLimit limit, int maximumWaiting, long patienceNanos, Executor threads) {
        this(limit, () -> maximumWaiting, patienceNanos, threads);
    }

    private RequestQueue(ConcurrencyLimit limit, IntSupplier maximumWaiting, long patienceNanos, Executor threads) {
        this.limit = limit;
        this.maximumWaiting = maximumWaiting;
        this.patienceNanos = patienceNanos;
        this.threads = threads;
    }

    /** Whether the next request would be rejected. */
    boolean isFull() {
        return waitingCount.get() >= maximumWaiting.getAsInt();
    }

    boolean isPressed() {
        return limit.isPressed(System.nanoTime());
    }

    int inProgress() {
        return inProgress.get();
    }

    int limit() {
        return limit.limit();
    }

    /**
     * Runs the request now or shortly, on its own thread, or rejects it. Does not block.
     *
     * @param refusal called instead, on any thread; must not block
     */
    void run(Runnable request, Runnable refusal) {
        if (enter()) {
            start(request);
        } else if (isFull()) {
            refusal.run();
        } else {
            waitingCount.incrementAndGet();
            waiting.add(new Waiting(request, refusal, System.nanoTime()));
            // All requests in progress may have completed meanwhile.
            startWaiting();
        }
    }

    /** Rejects requests that have waited too long. Called periodically, because all requests in progress may hang. */
    void refuseLate() {
        long now = System.nanoTime();
        Waiting first = waiting.peek();
        while (first != null && isLate(first, now)) {
            if (waiting.remove(first)) {
                waitingCount.decrementAndGet();
                first.refusal.run();
            }
            first = waiting.peek();
        }
    }

    private boolean enter() {
        int now = inProgress.get();
        while (now < limit.limit()) {
            if (inProgress.compareAndSet(now, now + 1)) {
                return true;
            }
            now = inProgress.get();
        }
        return false;
    }

    private void start(Runnable request) {
        long ready = System.nanoTime();
        threads.execute(() -> {
            try {
                long now = System.nanoTime();
                limit.began(now - ready, inProgress.get(), now);
                request.run();
            } finally {
                limit.ended(System.nanoTime() - ready);
                inProgress.decrementAndGet();
                startWaiting();
            }
        });
    }

    private void startWaiting() {
        while (!waiting.isEmpty() && enter()) {
            Waiting next = waiting.poll();
            if (next == null) {
                inProgress.decrementAndGet();
            } else {
                waitingCount.decrementAndGet();
                startOrRefuse(next);
            }
        }
    }

    private void startOrRefuse(Waiting next) {
        if (isLate(next, System.nanoTime())) {
            inProgress.decrementAndGet();
            next.refusal.run();
        } else {
            start(next.request);
        }
    }

    private boolean isLate(Waiting request, long now) {
        return now - request.sinceNanos > patienceNanos;
    }

    private record Waiting(Runnable request, Runnable refusal, long sinceNanos) {}
}
