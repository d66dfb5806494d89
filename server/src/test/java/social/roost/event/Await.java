package social.roost.event;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what has no latch. */
public final class Await {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private Await() {}

    /** Until the group has consumed all that was appended. */
    public static void noLag(EventLog log, String group) throws InterruptedException {
        until(() -> log.lag(group) == 0, () -> "Group " + group + " has a lag of " + log.lag(group));
    }

    public static void until(BooleanSupplier condition) throws InterruptedException {
        until(condition, () -> "Not so");
    }

    private static void until(BooleanSupplier condition, Supplier<String> state) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                throw new AssertionError(state.get() + " after " + PATIENCE);
            }
            Thread.sleep(Duration.ofNanos(200_000));
        }
    }
}
