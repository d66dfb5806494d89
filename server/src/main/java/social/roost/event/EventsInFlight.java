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
 * The events of one group that were taken from the log and are not done yet.
 *
 * <p>Of each key only the first event is given out, and with it as many of those behind it as the consumer takes together; the
 * next follows when they are done. From the lowest offset that is not done the group has to go on after a crash.
 */
final class EventsInFlight {
    private final int window;
    private final int together;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition room = lock.newCondition();
    private final Condition work = lock.newCondition();

    /** By offset; those that are done stay only behind one that is not. */
    private final ArrayDeque<Delivery> inOrder = new ArrayDeque<>();

    /** What waits behind the first event of its key. A key is present while it has an event that is not done. */
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

    /** Waits for room. Offsets must rise. */
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

    /** Takes the event if there is room for it, and tells so. Offsets must rise. */
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

    /** Goes past an event that need not be delivered. Offsets must rise. */
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

    /** Waits for an event that may be delivered now; null when closed. */
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

    /** One that failed is tried alone, so that it does not hold up others or, when it is given up, take them along. */
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

    /** Before a worker gets busy, another must watch over what is left, since it may be asleep without a time limit. */
    private void passOn() {
        if (!ready.isEmpty() || !pausing.isEmpty()) {
            work.signal();
        }
    }

    /** Makes ready what has paused long enough, and tells in how many nanoseconds there will be more. */
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

    /** Gives the event out again after a pause, during which its key waits. */
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

    /** How many events are not done, if the log ends with this offset. */
    long backlog(long lastOffset) {
        lock.lock();
        try {
            return Math.max(0, lastOffset - lastAdded) + unfinished;
        } finally {
            lock.unlock();
        }
    }

    /** Gives out no more. */
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

    /** One event on its way. Its mutable fields belong to the thread it is given out to. */
    static final class Delivery {
        private final long offset;
        private @Nullable LoggedEvent event;
        private long resumeAt;

        /** Those of the same key that are given out with it. */
        private final List<Delivery> joined = new ArrayList<>();

        int attempts;

        /** Set when the event was given up. */
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

        /** All events that are given out, in their order. */
        List<LoggedEvent> together() {
            List<LoggedEvent> events = new ArrayList<>(1 + joined.size());
            events.add(event());
            joined.forEach(behind -> events.add(behind.event()));
            return events;
        }

        private boolean isReadable() {
            return event().event() != null;
        }

        /** Lets the event go, since a finished delivery may stay a while behind one that is retried. */
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
