package social.roost.graph.postgres;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import social.roost.graph.GraphStore.Follow;

/**
 * Lets this process change an edge only once at a time, so that the log gets the events of one edge in the order of its
 * commits. Counts and rows do not need it: other processes change the edge at the same time.
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
