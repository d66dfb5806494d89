package social.roost.driver.sqlite;

import java.util.ArrayDeque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import social.roost.base.OverloadedException;

/** The waiting writes, in order of arrival. Once closed, it accepts no more and hands out the rest. */
final class WriteQueue {
    private final int capacity;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ArrayDeque<PendingWrite<?>> waiting = new ArrayDeque<>();
    private boolean closed;

    WriteQueue(int capacity) {
        this.capacity = capacity;
    }

    void add(PendingWrite<?> write) {
        lock.lock();
        try {
            if (closed) {
                throw new IllegalStateException("The database is closed");
            }
            if (waiting.size() >= capacity) {
                throw new OverloadedException(capacity + " writes are already waiting");
            }
            waiting.add(write);
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /** The next write, as soon as there is one; null if closed and empty. */
    @Nullable
    PendingWrite<?> take() {
        lock.lock();
        try {
            while (waiting.isEmpty() && !closed) {
                changed.awaitUninterruptibly();
            }
            return waiting.poll();
        } finally {
            lock.unlock();
        }
    }

    /** The next write if one is waiting. */
    @Nullable
    PendingWrite<?> poll() {
        lock.lock();
        try {
            return waiting.poll();
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    int size() {
        lock.lock();
        try {
            return waiting.size();
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
}
