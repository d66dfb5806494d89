package social.roost.graph.postgres;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import social.roost.graph.GraphStore.Follow;

/**
 * Serializes changes of the same edge in this process, so that their events are published in the order of the commits.
 * Counts and rows do not need it: other processes change the edge concurrently.
 */
final class EdgeTurns {
    private static final int LOCKS = 4_096;

    private final ReentrantLock[] locks =
            Stream.generate(ReentrantLock::new).limit(LOCKS).toArray(ReentrantLock[]::new);

    <T> T take(Follow edge, Supplier<T> task) {
        int mixed = edge.hashCode() * 0x9E3779B9;
        ReentrantLock lock = locks[Integer.remainderUnsigned(mixed >>> 16, LOCKS)];
        lock.lock();
        try {
            return task.get();
        } finally {
            lock.unlock();
        }
    }
}
