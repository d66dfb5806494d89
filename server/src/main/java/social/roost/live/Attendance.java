package social.roost.live;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.event.Event;
import social.roost.event.EventLog;
import social.roost.user.PresenceStore;

/**
 * Tells the store of presence who has a stream open in this process, and everyone, by events, who became live or went active.
 *
 * <p>One thread compares who is here with what the store was told, a few times a second: so what it tells is in order, costs the
 * streams nothing, and is made up for when the store or the log was down.
 */
public final class Attendance implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Attendance.class);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int BATCH = 500;

    private final LiveReaders readers;
    private final PresenceStore store;
    private final EventLog events;
    private final Duration lease;
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("attendance").daemon().factory());

    // Used by one thread.
    private String node = newName();
    private final Set<Long> told = new HashSet<>();
    private final Set<Long> changed = new HashSet<>();

    /** By user, the newest. */
    private final Map<Long, Event> untold = new LinkedHashMap<>();

    /** Nothing happens by itself before {@link #start}. */
    public Attendance(LiveReaders readers, PresenceStore store, EventLog events, LiveSettings settings) {
        this.readers = readers;
        this.store = store;
        this.events = events;
        this.lease = settings.lease();
    }

    public void start() {
        repeat(this::keepLease, lease.dividedBy(3));
        repeat(this::tell, PAUSE);
    }

    /** Nobody is here any more. */
    @Override
    public void close() {
        clockwork.shutdown();
        try {
            if (clockwork.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                guarded(this::leaveAll).run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void keepLease() {
        if (!store.renew(node, lease)) {
            beginAnew();
        }
        store.endExpired(gone -> events.append(
                Arrays.stream(gone).<Event>mapToObj(Event.WentActive::new).toList()));
    }

    /** Without a lease there soon is an end of what was told under the old name, so all are told under another before. */
    private void beginAnew() {
        node = newName();
        var _ = store.renew(node, lease);
        told.clear();
        changed.addAll(readers.here());
        tell();
    }

    private void tell() {
        changed.addAll(readers.takeChanged());
        arrive(changed.stream()
                .filter(id -> readers.isHere(id) && !told.contains(id))
                .toList());
        leave(changed.stream()
                .filter(id -> !readers.isHere(id) && told.contains(id))
                .toList());
        changed.clear();
        tellEvents();
    }

    private void leaveAll() {
        leave(List.copyOf(told));
        tellEvents();
    }

    private void arrive(List<Long> userIds) {
        inBatches(userIds, batch -> {
            for (long id : store.arrive(node, batch)) {
                untold.put(id, new Event.BecameLive(id));
            }
            Arrays.stream(batch).forEach(told::add);
        });
    }

    private void leave(List<Long> userIds) {
        inBatches(userIds, batch -> {
            for (long id : store.leave(node, batch)) {
                untold.put(id, new Event.WentActive(id));
            }
            Arrays.stream(batch).forEach(told::remove);
        });
    }

    private void tellEvents() {
        if (!untold.isEmpty()) {
            events.append(List.copyOf(untold.values()));
            untold.clear();
        }
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
                LOG.warn("Who is here could not be told, will be tried again: {}", e.toString());
            }
        };
    }

    private static String newName() {
        return UUID.randomUUID().toString();
    }
}
