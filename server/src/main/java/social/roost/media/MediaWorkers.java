package social.roost.media;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.base.LogThrottle;
import social.roost.base.UnavailableException;

/**
 * Threads that do what is due for media. Pictures do not wait for videos, and neither delays the upkeep. Several
 * processes may do this: each upload is claimed by one.
 */
public final class MediaWorkers implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MediaWorkers.class);
    private static final int MOST_DUE = 500;
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration LONG_PAUSE = Duration.ofSeconds(2);
    private static final Duration RETRY = Duration.ofMinutes(1);
    private static final Duration END = Duration.ofSeconds(5);

    /** What a thread does. */
    private enum Lane {
        PICTURES,
        MOVING,
        UPKEEP;

        static Lane of(Medium medium) {
            if (!medium.state().isJob()) {
                return UPKEEP;
            }
            return medium.upload().isMoving() ? MOVING : PICTURES;
        }
    }

    private final MediaStore store;
    private final MediaLibrary library;
    private final MediaProcessingJob job;
    private final MediaUpkeep upkeep;
    private final InstantSource clock;
    private final LogThrottle warnings = new LogThrottle(1);
    private final Set<Long> taken = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofPlatform().name("media-", 0).daemon().factory());

    public MediaWorkers(
            MediaStore store, MediaLibrary library, MediaProcessingJob job, MediaUpkeep upkeep, InstantSource clock) {
        this.store = store;
        this.library = library;
        this.job = job;
        this.upkeep = upkeep;
        this.clock = clock;
    }

    /**
     * Starts to work.
     *
     * @param atOnce how many uploads of a kind are processed at the same time
     */
    public void start(int atOnce) {
        for (int i = 0; i < atOnce; i++) {
            threads.execute(() -> run(Lane.PICTURES));
            threads.execute(() -> run(Lane.MOVING));
        }
        threads.execute(() -> run(Lane.UPKEEP));
    }

    private void run(Lane lane) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                long seen = library.changes();
                if (!stepped(lane)) {
                    library.awaitChange(seen, LONG_PAUSE.toMillis());
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("Stopped", e);
        }
    }

    private boolean stepped(Lane lane) throws InterruptedException {
        Medium medium = null;
        try {
            medium = next(lane);
            if (medium != null) {
                step(medium);
            }
            return medium != null;
        } catch (UnavailableException e) {
            if (warnings.allows()) {
                LOG.warn("Could not do what is due for media, will retry: {}", e.getMessage());
            }
            postpone(medium);
            Thread.sleep(LONG_PAUSE);
            return true;
        } catch (RuntimeException e) {
            LOG.warn("Could not do what is due for media; will retry", e);
            postpone(medium);
            Thread.sleep(PAUSE);
            return true;
        } finally {
            if (medium != null) {
                taken.remove(medium.id());
            }
        }
    }

    /** So that the others do not wait for it. */
    private void postpone(@Nullable Medium medium) {
        if (medium != null && !medium.state().isJob()) {
            try {
                library.update(medium.id(), known -> known.due(clock.millis() + RETRY.toMillis()));
            } catch (RuntimeException e) {
                LOG.debug("Could not postpone it", e);
            }
        }
    }

    private @Nullable Medium next(Lane lane) {
        long[] due = store.due(clock.millis(), MOST_DUE);
        if (due.length == 0) {
            return null;
        }
        Map<Long, Medium> media = store.find(due);
        return LongStream.of(due)
                .mapToObj(media::get)
                .filter(medium -> medium != null && Lane.of(medium) == lane && taken.add(medium.id()))
                .findFirst()
                .orElse(null);
    }

    private void step(Medium medium) throws InterruptedException {
        if (medium.state().isJob()) {
            job.run(medium.id());
        } else {
            upkeep.step(medium);
        }
    }

    /** Ends what is under way; it continues after the next start, or in another process. */
    @Override
    public void close() {
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(END.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("The processing of media did not end in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
