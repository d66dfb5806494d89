package social.roost.event;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls a consumer's {@link EventConsumer#checkpoint} now and then, and knows the offset up to which it is durable. */
final class Checkpoints implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);

    private final Recipient recipient;
    private final LongSupplier consumed;
    private final Duration pause;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private volatile long offset;

    /** @param consumed the offset before which all events are consumed */
    Checkpoints(Recipient recipient, LongSupplier consumed) {
        this.recipient = recipient;
        this.consumed = consumed;
        this.pause = Objects.requireNonNull(recipient.consumer().checkpointPause());
        this.offset = consumed.getAsLong();
        thread = Thread.ofVirtual().name(recipient.name() + "-checkpoints").start(this::run);
    }

    long offset() {
        return offset;
    }

    /** After the last event was consumed. */
    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        checkpoint();
    }

    private void run() {
        try {
            while (!closing.await(pause.toNanos(), TimeUnit.NANOSECONDS)) {
                checkpoint();
            }
        } catch (InterruptedException e) {
            LOG.debug("Checkpoints of group {} end", recipient.name());
        }
    }

    private void checkpoint() {
        long next = consumed.getAsLong();
        if (next == offset) {
            return;
        }
        try {
            recipient.consumer().checkpoint();
            offset = next;
        } catch (Exception e) {
            LOG.warn("Group {} could not make durable what it has consumed; will retry", recipient.name(), e);
        }
    }
}
