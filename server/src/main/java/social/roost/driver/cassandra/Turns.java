package social.roost.driver.cassandra;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Lets this process change what belongs to a user one change at a time, so that it does not get in its own way. That nothing is
 * lost does not need it: other processes change it at the same time.
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
