package social.roost.driver.sqlite;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;
import social.roost.base.OverloadedException;
import social.roost.driver.Pool;

/**
 * A fixed number of read connections. The most recently used one is handed out first, because its page cache is the
 * warmest.
 *
 * <p>Not a general pool such as HikariCP, because a connection to a file does not go stale, and because handles and
 * compiled statements that stay with their connection save most of the cost of a short read.
 */
final class ReaderPool {
    private final Duration longestWait;
    private final int size;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ArrayDeque<SqliteConnection> idle = new ArrayDeque<>();
    private int used;
    private int waiting;
    private boolean closed;

    ReaderPool(List<SqliteConnection> connections, Duration longestWait) {
        idle.addAll(connections);
        size = connections.size();
        this.longestWait = longestWait;
    }

    /** Waits even if interrupted: the wait is bounded, and a read is expected to be short. */
    SqliteConnection borrow() {
        lock.lock();
        try {
            awaitIdle();
            used++;
            return idle.pop();
        } finally {
            lock.unlock();
        }
    }

    private void awaitIdle() {
        long deadline = System.nanoTime() + longestWait.toNanos();
        waiting++;
        try {
            while (!closed && idle.isEmpty()) {
                if (!awaitChange(deadline)) {
                    throw new OverloadedException("No read connection became free within " + longestWait);
                }
            }
        } finally {
            waiting--;
        }
        if (closed) {
            throw new IllegalStateException("The database is closed");
        }
    }

    void giveBack(SqliteConnection connection) {
        lock.lock();
        try {
            used--;
            idle.push(connection);
            if (closed) {
                changed.signalAll();
            } else {
                changed.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    Pool pool(String name) {
        return new Pool(name, () -> locked(() -> used), () -> locked(idle::size), () -> locked(() -> waiting), size);
    }

    private int locked(IntSupplier question) {
        lock.lock();
        try {
            return question.getAsInt();
        } finally {
            lock.unlock();
        }
    }

    /** Waits, within the same bound, for the reads in progress. */
    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
            long deadline = System.nanoTime() + longestWait.toNanos();
            while (used > 0 && awaitChange(deadline)) {}
            new ArrayList<>(idle).forEach(SqliteConnection::close);
            idle.clear();
        } finally {
            lock.unlock();
        }
    }

    /** False when the deadline has passed. */
    private boolean awaitChange(long deadline) {
        boolean interrupted = false;
        try {
            while (true) {
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                try {
                    return changed.awaitNanos(left) > 0 || !idle.isEmpty();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
