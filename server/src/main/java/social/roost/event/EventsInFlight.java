package social.roost.event;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The events of a group that were taken from the log and are not done yet.
 *
 * <p>For each key only the first event is handed out, and with it as many of the following ones as the consumer handles
 * together; the next follows when they are done. After a crash, the group must continue from the lowest offset that is
 * not done.
 */
final class EventsInFlight {
    private final int window;
    private final int together;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition room = lock.newCondition();
    private final Condition work = lock.newCondition();

    /** By offset; finished ones stay only behind an unfinished one. */
    private final ArrayDeque<Delivery> inOrder = new ArrayDeque<>();

    /** The events waiting behind the first one with their key. A key is present while it has an unfinished event. */
    private final Map<Long, Deque<Delivery>> behind = new HashMap<>();

    private final ArrayDeque<Delivery> ready = new ArrayDeque<>();
    private final PriorityQueue<Delivery> pausing =
            new PriorityQueue<>(Comparator.comparingLong(delivery -> delivery.resumeAt));

    private long lastAdded;
    private int unfinished;
    private boolean closed;

    EventsInFlight(int window, int together, long firstOffset) {
        this.window = window;
        this.together = together;
        lastAdded = firstOffset - 1;
    }

    /** Waits for room. Offsets must ascend. */
    void add(LoggedEvent event) throws InterruptedException {
        lock.lock();
        try {
            while (unfinished >= window) {
                room.await();
            }
            append(event);
        } finally {
            lock.unlock();
        }
    }

    /** Adds the event if there is room for it; returns whether it did. Offsets must ascend. */
    boolean offer(LoggedEvent event) {
        lock.lock();
        try {
            if (unfinished >= window) {
                return false;
            }
            append(event);
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Skips an event that need not be delivered. Offsets must ascend. */
    void skip(long offset) {
        lock.lock();
        try {
            lastAdded = offset;
        } finally {
            lock.unlock();
        }
    }

    private void append(LoggedEvent event) {
        Delivery delivery = new Delivery(event);
        unfinished++;
        lastAdded = event.offset();
        inOrder.add(delivery);
        Deque<Delivery> sameKey = behind.get(event.key());
        if (sameKey == null) {
            behind.put(event.key(), new ArrayDeque<>(1));
            makeReady(delivery);
        } else {
            sameKey.add(delivery);
        }
    }

    /** Waits for an event that may be delivered now; null if closed. */
    @Nullable
    Delivery take() throws InterruptedException {
        lock.lock();
        try {
            while (!closed) {
                long untilNext = resumePausing();
                Delivery next = ready.poll();
                if (next != null) {
                    passOn();
                    join(next);
                    return next;
                }
                if (untilNext == Long.MAX_VALUE) {
                    work.await();
                } else {
                    work.awaitNanos(untilNext);
                }
            }
            return null;
        } finally {
            lock.unlock();
        }
    }

    /**
     * An event that failed is retried alone, so that it does not hold up others or, if it becomes a dead letter, take
     * them along.
     */
    private void join(Delivery first) {
        Deque<Delivery> sameKey = behind.get(first.event().key());
        while (first.isReadable()
                && first.attempts == 0
                && first.joined.size() + 1 < together
                && sameKey != null
                && !sameKey.isEmpty()
                && sameKey.element().isReadable()) {
            first.joined.add(sameKey.remove());
        }
    }

    /**
     * Before a worker starts to work, it wakes another one to watch over the rest, since that may be asleep without a
     * time limit.
     */
    private void passOn() {
        if (!ready.isEmpty() || !pausing.isEmpty()) {
            work.signal();
        }
    }

    /** Makes events ready whose pause is over; returns the nanoseconds until the next one. */
    private long resumePausing() {
        long now = System.nanoTime();
        for (Delivery first = pausing.peek(); first != null; first = pausing.peek()) {
            if (first.resumeAt - now > 0) {
                return first.resumeAt - now;
            }
            ready.add(pausing.remove());
        }
        return Long.MAX_VALUE;
    }

    /** Hands the event out again after a pause, during which its key waits. */
    void pause(Delivery delivery, long nanoseconds) {
        lock.lock();
        try {
            part(delivery);
            delivery.resumeAt = System.nanoTime() + nanoseconds;
            pausing.add(delivery);
            work.signal();
        } finally {
            lock.unlock();
        }
    }

    private void part(Delivery first) {
        Deque<Delivery> sameKey = behind.get(first.event().key());
        if (sameKey != null) {
            first.joined.reversed().forEach(sameKey::addFirst);
            first.joined.clear();
        }
    }

    void done(Delivery delivery) {
        lock.lock();
        try {
            if (delivery.error != null) {
                part(delivery);
            }
            unfinished -= 1 + delivery.joined.size();
            for (Delivery joined : delivery.joined) {
                var _ = joined.finish();
            }
            long key = delivery.finish().key();
            Deque<Delivery> sameKey = behind.get(key);
            Delivery next = sameKey == null ? null : sameKey.poll();
            if (next == null) {
                behind.remove(key);
            } else {
                makeReady(next);
            }
            while (!inOrder.isEmpty() && inOrder.getFirst().isFinished()) {
                inOrder.removeFirst();
            }
            room.signal();
        } finally {
            lock.unlock();
        }
    }

    private void makeReady(Delivery delivery) {
        ready.add(delivery);
        work.signal();
    }

    /** All events before it are done. */
    long nextOffset() {
        lock.lock();
        try {
            return inOrder.isEmpty() ? lastAdded + 1 : inOrder.getFirst().offset;
        } finally {
            lock.unlock();
        }
    }

    /** The number of unfinished events if the log ends with this offset. */
    long backlog(long lastOffset) {
        lock.lock();
        try {
            return Math.max(0, lastOffset - lastAdded) + unfinished;
        } finally {
            lock.unlock();
        }
    }

    /** Hands out no more. */
    void close() {
        lock.lock();
        try {
            closed = true;
            work.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /** An event in progress. Its mutable fields belong to the thread to which it is handed out. */
    static final class Delivery {
        private final long offset;
        private @Nullable LoggedEvent event;
        private long resumeAt;

        /** The events with the same key that are handed out with it. */
        private final List<Delivery> joined = new ArrayList<>();

        int attempts;

        /** Set if the event becomes a dead letter. */
        @Nullable
        String error;

        private Delivery(LoggedEvent event) {
            this.offset = event.offset();
            this.event = event;
        }

        LoggedEvent event() {
            if (event == null) {
                throw new IllegalStateException("The delivery of " + offset + " is finished");
            }
            return event;
        }

        /** All events that are handed out, in order. */
        List<LoggedEvent> together() {
            List<LoggedEvent> events = new ArrayList<>(1 + joined.size());
            events.add(event());
            joined.forEach(behind -> events.add(behind.event()));
            return events;
        }

        private boolean isReadable() {
            return event().event() != null;
        }

        /** Releases the event, since a finished delivery may stay for a while behind one that is retried. */
        private LoggedEvent finish() {
            LoggedEvent finished = event();
            event = null;
            return finished;
        }

        private boolean isFinished() {
            return event == null;
        }
    }
}
