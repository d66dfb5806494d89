package social.roost.driver.cassandra;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Serializes the changes of one user's data within this process, so that it does not conflict with itself. Correctness
 * does not depend on it: other processes make changes concurrently.
 */
public final class Turns {
    private static final int LOCKS = 1_024;

    private final ReentrantLock[] locks =
            Stream.generate(ReentrantLock::new).limit(LOCKS).toArray(ReentrantLock[]::new);

    public <T> T take(long userId, Supplier<T> task) {
        ReentrantLock lock = locks[Math.floorMod(Long.hashCode(userId * 0x9E3779B97F4A7C15L), LOCKS)];
        lock.lock();
        try {
            return task.get();
        } finally {
            lock.unlock();
        }
    }
}
