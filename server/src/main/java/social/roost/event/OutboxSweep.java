package social.roost.event;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Periodically publishes what was left behind in outboxes, by any process, as long as it is this process's turn to do
 * so for all.
 */
final class OutboxSweep implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(OutboxSweep.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** After several failures; longer than a turn, so that another process, which may succeed, takes it. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(5);

    private final EventLog events;
    private final List<Outbox<?>> outboxes;
    private final BooleanSupplier turn;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread sweeper;

    OutboxSweep(EventLog events, List<Outbox<?>> outboxes, BooleanSupplier turn) {
        this.events = events;
        this.outboxes = List.copyOf(outboxes);
        this.turn = turn;
        sweeper = Thread.ofPlatform().name("outbox-sweep").daemon().start(this::work);
    }

    private void work() {
        Duration pause = PAUSE;
        try {
            while (!closing.await(pause.toNanos(), TimeUnit.NANOSECONDS)) {
                boolean well = sweepInTurn(pause.equals(PAUSE));
                pause = well ? PAUSE : longer(pause);
            }
        } catch (InterruptedException e) {
            log.debug("Interrupted");
        }
    }

    private static Duration longer(Duration pause) {
        Duration longer = pause.multipliedBy(2);
        return longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
    }

    /** If it is unknown whose turn it is, all processes sweep: twice is better than never. */
    private boolean sweepInTurn(boolean aloud) {
        boolean ours = true;
        boolean known = true;
        try {
            ours = turn.getAsBoolean();
        } catch (RuntimeException e) {
            known = false;
            if (aloud) {
                log.warn("Cannot tell which process sweeps the outboxes; this one sweeps them too", e);
            }
        }
        return (!ours || sweepAll(aloud)) && known;
    }

    /** An outbox that fails because its store is down must not hold up the others. */
    private boolean sweepAll(boolean aloud) {
        boolean well = true;
        for (Outbox<?> outbox : outboxes) {
            try {
                sweep(outbox);
            } catch (RuntimeException e) {
                well = false;
                if (aloud) {
                    log.warn("Cannot relay events from an outbox; will retry", e);
                }
            }
        }
        return well;
    }

    private <K> void sweep(Outbox<K> outbox) {
        List<Outbox.Entry<K>> left;
        do {
            left = outbox.leftBehind(OutboxRelay.BATCH);
            if (!left.isEmpty()) {
                events.appendTraced(left.stream().map(Outbox.Entry::traced).toList());
                outbox.remove(left.stream().map(Outbox.Entry::key).toList());
            }
        } while (left.size() >= OutboxRelay.BATCH && closing.getCount() > 0);
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            if (!sweeper.join(CLOSE_PATIENCE)) {
                sweeper.interrupt();
            }
        } catch (InterruptedException e) {
            sweeper.interrupt();
            Thread.currentThread().interrupt();
        }
    }
}
