package social.roost.http;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

/**
 * Runs requests, as many at once as {@link ConcurrencyLimit} says. Some more wait for their turn, but not for long; what is beyond is
 * refused at once, since an answer that nobody waits for any more is work for nothing.
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
     * One in which a quarter as many may wait as may be in progress.
     *
     * @param patienceNanos how long a request may wait for its turn
     * @param threads gives each task a thread of its own
     */
    RequestQueue(ConcurrencyLimit limit, long patienceNanos, Executor threads) {
        this(limit, () -> Math.max(1, limit.limit() / SHARE_THAT_WAITS), patienceNanos, threads);
    }

    /** As the other, with a fixed number that may wait. */
    RequestQueue(ConcurrencyLimit limit, int maximumWaiting, long patienceNanos, Executor threads) {
        this(limit, () -> maximumWaiting, patienceNanos, threads);
    }

    private RequestQueue(ConcurrencyLimit limit, IntSupplier maximumWaiting, long patienceNanos, Executor threads) {
        this.limit = limit;
        this.maximumWaiting = maximumWaiting;
        this.patienceNanos = patienceNanos;
        this.threads = threads;
    }

    /** Whether the next would be refused. */
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
     * Runs it now or in a moment, on a thread of its own, or refuses it. Does not block.
     *
     * @param refusal called instead, on any thread, and must not block
     */
    void run(Runnable request, Runnable refusal) {
        if (enter()) {
            start(request);
        } else if (isFull()) {
            refusal.run();
        } else {
            waitingCount.incrementAndGet();
            waiting.add(new Waiting(request, refusal, System.nanoTime()));
            // Who was in progress may all have left meanwhile.
            startWaiting();
        }
    }

    /** Refuses those who have waited too long. To be called now and then, for all that are in progress may hang. */
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
