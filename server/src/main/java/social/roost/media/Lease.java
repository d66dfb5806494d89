package social.roost.media;

import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Renews the lease of an upload while it is processed, and reports the progress. If the lease is lost, or the time is
 * up, it interrupts the processing.
 */
final class Lease implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Lease.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final MediaLibrary library;
    private final Medium medium;
    private final long endsAt;
    private final InstantSource clock;
    private final Thread owner = Thread.currentThread();
    private final Thread renewal;
    private volatile double progress;
    private boolean closed;
    private boolean lost;

    Lease(MediaLibrary library, Medium medium, Duration longest, InstantSource clock) {
        this.library = library;
        this.medium = medium;
        this.endsAt = medium.work().startedAt() + longest.toMillis();
        this.clock = clock;
        this.renewal = Thread.startVirtualThread(this::renew);
    }

    void progress(double share) {
        progress = Math.clamp(share, 0, 1);
    }

    private void renew() {
        try {
            while (true) {
                Thread.sleep(PAUSE);
                if (!isHeld()) {
                    interrupt();
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isHeld() {
        long now = clock.millis();
        if (now >= endsAt) {
            return false;
        }
        try {
            int attempt = medium.work().attempts();
            Medium renewed = library.update(medium.id(), known -> known.renewed(attempt, progress, now));
            return renewed != null && renewed.isProcessedBy(attempt);
        } catch (RuntimeException e) {
            LOG.warn("Could not renew the lease of upload {}", medium.id(), e);
            return true;
        }
    }

    private synchronized void interrupt() {
        if (!closed) {
            lost = true;
            owner.interrupt();
        }
    }

    /** Whether it interrupted its thread. */
    synchronized boolean isLost() {
        return lost;
    }

    /** Its thread is not interrupted any more. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            if (lost) {
                var _ = Thread.interrupted();
            }
        }
        renewal.interrupt();
    }
}
