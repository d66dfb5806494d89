package social.roost.driver.cassandra;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import social.roost.base.UnavailableException;

/** Retries what fails because another process was faster, with growing random pauses. */
public final class Attempts {
    private static final int MOST = 20;
    private static final int DOUBLINGS = 6;
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(2);

    private Attempts() {}

    /**
     * Returns the result of the first successful attempt.
     *
     * @throws UnavailableException if none succeeds
     */
    public static <T> T make(CassandraCluster cassandra, Attempt<T> attempt) {
        for (int i = 0; i < MOST; i++) {
            T result = attempt.make();
            if (result != null) {
                return result;
            }
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(PAUSE << Math.min(i, DOUBLINGS)));
        }
        throw new UnavailableException(cassandra.guard().dependency(), null);
    }

    /** Returns null to be retried. */
    @FunctionalInterface
    public interface Attempt<T> {
        @Nullable
        T make();
    }
}
