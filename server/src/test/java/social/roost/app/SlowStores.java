package social.roost.app;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/** Stores that are slow now and then, before and after a call, so that concurrent actions meet everywhere. */
final class SlowStores {
    private static final int LONGEST_NANOSECONDS = 1_000_000;

    private SlowStores() {}

    static Stores of(Stores stores) {
        return Intercepted.stores(stores, _ -> dawdle(), _ -> dawdle());
    }

    private static void dawdle() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        if (random.nextInt(8) == 0) {
            LockSupport.parkNanos(random.nextInt(LONGEST_NANOSECONDS));
        }
    }
}
