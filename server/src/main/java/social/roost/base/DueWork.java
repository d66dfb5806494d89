package social.roost.base;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that does what is due, step by step, and pauses while nothing is. A step that fails is repeated after a
 * pause, so it must be idempotent. Several processes may have such a thread for the same work: steps lease what they do.
 */
public final class DueWork implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DueWork.class);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(2);
    private static final Duration END = Duration.ofSeconds(5);

    private final String name;
    private final BooleanSupplier step;
    private final LogThrottle warnings = new LogThrottle(1);
    private @Nullable Thread thread;
    private boolean closed;

    /**
     * Does not start yet.
     *
     * @param name of the thread
     * @param step returns whether there was something to do
     */
    public DueWork(String name, BooleanSupplier step) {
        this.name = name;
        this.step = step;
    }

    /** Starts the thread, once. */
    public synchronized void start() {
        if (thread == null && !closed) {
            thread = Thread.ofPlatform().name(name).daemon().start(this::run);
        }
    }

    private void run() {
        try {
            while (!isClosed()) {
                Duration pause = takeStep();
                if (pause.isPositive()) {
                    Thread.sleep(pause);
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("Stopped", e);
        }
    }

    private Duration takeStep() {
        try {
            return step.getAsBoolean() ? Duration.ZERO : PAUSE;
        } catch (UnavailableException | OverloadedException e) {
            if (warnings.allows()) {
                LOG.warn("{} cannot work, will retry: {}", name, e.getMessage());
            }
        } catch (RuntimeException e) {
            if (!isClosed()) {
                LOG.warn("{} failed, will retry", name, e);
            }
        }
        return PAUSE_AFTER_FAILURE;
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    /** Ends the thread, after its current step. */
    @Override
    public void close() {
        Thread running;
        synchronized (this) {
            closed = true;
            running = thread;
        }
        if (running != null) {
            try {
                if (!running.join(END)) {
                    running.interrupt();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
