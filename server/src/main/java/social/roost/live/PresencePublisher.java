package social.roost.live;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes to the presence store which users have a stream open in this process.
 *
 * <p>One thread compares the present users with what it has published, a few times a second. So changes are published
 * in order, cost the streams nothing, and are published later if the store was down.
 */
public final class PresencePublisher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PresencePublisher.class);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int BATCH = 500;

    private final LiveReaders readers;
    private final PresenceStore store;
    private final Duration lease;
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("presence").daemon().factory());

    // Used by a single thread.
    private String node = newName();
    private final Set<Long> published = new HashSet<>();
    private final Set<Long> changed = new HashSet<>();

    /** Does nothing before {@link #start}. */
    public PresencePublisher(LiveReaders readers, PresenceStore store, LiveSettings settings) {
        this.readers = readers;
        this.store = store;
        this.lease = settings.lease();
    }

    public void start() {
        repeat(this::keepLease, lease.dividedBy(3));
        repeat(this::publish, PAUSE);
    }

    /** All users leave. */
    @Override
    public void close() {
        clockwork.shutdown();
        try {
            if (clockwork.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                guarded(() -> leave(List.copyOf(published))).run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void keepLease() {
        if (!store.renew(node, lease)) {
            startOver();
        }
        store.endExpired();
    }

    /**
     * Without a lease, everything published under the old name will soon be removed, so all users are published under a
     * new name before.
     */
    private void startOver() {
        node = newName();
        var _ = store.renew(node, lease);
        published.clear();
        changed.addAll(readers.here());
        publish();
    }

    private void publish() {
        changed.addAll(readers.takeChanged());
        arrive(changed.stream()
                .filter(id -> readers.isHere(id) && !published.contains(id))
                .toList());
        leave(changed.stream()
                .filter(id -> !readers.isHere(id) && published.contains(id))
                .toList());
        changed.clear();
    }

    private void arrive(List<Long> userIds) {
        inBatches(userIds, batch -> {
            store.arrive(node, batch);
            Arrays.stream(batch).forEach(published::add);
        });
    }

    private void leave(List<Long> userIds) {
        inBatches(userIds, batch -> {
            store.leave(node, batch);
            Arrays.stream(batch).forEach(published::remove);
        });
    }

    private static void inBatches(List<Long> userIds, Consumer<long[]> action) {
        for (int from = 0; from < userIds.size(); from += BATCH) {
            action.accept(userIds.subList(from, Math.min(userIds.size(), from + BATCH)).stream()
                    .mapToLong(id -> id)
                    .toArray());
        }
    }

    private void repeat(Runnable task, Duration pause) {
        long millis = Math.max(1, pause.toMillis());
        var _ = clockwork.scheduleWithFixedDelay(guarded(task), 0, millis, TimeUnit.MILLISECONDS);
    }

    private static Runnable guarded(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                LOG.warn("Could not publish presence; will retry: {}", e.toString());
            }
        };
    }

    private static String newName() {
        return UUID.randomUUID().toString();
    }
}
