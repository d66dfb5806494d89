package social.roost.base;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Parts that were started one after the other, to be stopped in reverse order: all of them, whatever fails. */
public final class Lifecycle implements AutoCloseable {
    private final Deque<AutoCloseable> started = new ArrayDeque<>();

    /** Takes ownership of a part that was just started. */
    public <T extends AutoCloseable> T add(T part) {
        started.push(part);
        return part;
    }

    /**
     * Stops every part; idempotent.
     *
     * @throws IllegalStateException with the first failure as its cause and the others suppressed
     */
    @Override
    public void close() {
        Exception failure = null;
        while (!started.isEmpty()) {
            failure = close(started.pop(), failure);
        }
        if (failure != null) {
            throw new IllegalStateException("Some parts did not stop cleanly", failure);
        }
    }

    private static @Nullable Exception close(AutoCloseable part, @Nullable Exception earlier) {
        try {
            part.close();
            return earlier;
        } catch (Exception e) {
            if (earlier == null) {
                return e;
            }
            earlier.addSuppressed(e);
            return earlier;
        }
    }
}
