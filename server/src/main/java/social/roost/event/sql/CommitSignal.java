package social.roost.event.sql;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Counts commits, so that a reader that found nothing new can wait for the next. */
final class CommitSignal {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition advanced = lock.newCondition();
    private long count;

    void advance() {
        lock.lock();
        try {
            count++;
            advanced.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Must be read before looking for new events. */
    long count() {
        lock.lock();
        try {
            return count;
        } finally {
            lock.unlock();
        }
    }

    void awaitBeyond(long seen) throws InterruptedException {
        lock.lock();
        try {
            while (count == seen) {
                advanced.await();
            }
        } finally {
            lock.unlock();
        }
    }
}
