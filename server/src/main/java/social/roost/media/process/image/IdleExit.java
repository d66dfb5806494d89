package social.roost.media.process.image;

import java.time.Duration;

/** Ends this process when it has had nothing to do for a while. The server starts another when it needs one. */
final class IdleExit {
    private final long longest;
    private boolean busy;
    private long since = System.nanoTime();

    IdleExit(Duration longest) {
        this.longest = longest.toNanos();
        Thread.ofPlatform().daemon().name("idle-exit").start(this::watch);
    }

    synchronized void begin() {
        busy = true;
    }

    synchronized void end() {
        busy = false;
        since = System.nanoTime();
    }

    private void watch() {
        while (!isOver()) {
            try {
                Thread.sleep(Duration.ofNanos(longest / 4));
            } catch (InterruptedException e) {
                return;
            }
        }
        System.exit(0);
    }

    private synchronized boolean isOver() {
        return !busy && System.nanoTime() - since > longest;
    }
}
