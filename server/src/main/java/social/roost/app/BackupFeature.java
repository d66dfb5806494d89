package social.roost.app;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.backup.Backup;
import social.roost.backup.BackupException;
import social.roost.backup.BackupFolder;
import social.roost.backup.BackupProgress;

/** Backs up the data folder from time to time, if it is configured. */
final class BackupFeature implements Feature {
    private static final Logger LOG = LoggerFactory.getLogger(BackupFeature.class);
    private static final Duration LOOKS = Duration.ofSeconds(10);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMinutes(10);
    private static final Duration END = Duration.ofSeconds(10);

    private final InstantSource clock;
    private final Duration interval;
    private final int keep;
    private final @Nullable BackupFolder folder;
    private final @Nullable Backup backup;
    private final AtomicReference<@Nullable Thread> running = new AtomicReference<>();
    private final AtomicLong newestMoment = new AtomicLong();
    private final AtomicLong failures = new AtomicLong();
    private volatile Instant notBefore = Instant.MIN;

    BackupFeature(Config config, Stores stores) {
        clock = stores.infrastructure().clock();
        interval = config.backup().interval();
        keep = config.backup().keep();
        Path path = config.backup().path();
        folder = path == null ? null : new BackupFolder(path);
        backup = folder == null ? null : BackupCommands.backup(config, folder, clock, BackupProgress.NONE);
    }

    @Override
    public List<ScheduledTask> scheduledTasks() {
        return backup == null ? List.of() : List.of(new ScheduledTask(LOOKS, this::look));
    }

    /** Starts a backup if it is time for one. */
    void look() {
        if (folder == null || backup == null || running.get() != null) {
            return;
        }
        Instant newest = newest(folder);
        newestMoment.set(newest == null ? 0 : newest.getEpochSecond());
        Instant now = clock.instant();
        if (!now.isBefore(notBefore) && (newest == null || !now.isBefore(newest.plus(interval)))) {
            Thread thread = Thread.ofPlatform().name("backup").daemon().unstarted(() -> make(backup));
            running.set(thread);
            thread.start();
        }
    }

    boolean isRunning() {
        return running.get() != null;
    }

    private static @Nullable Instant newest(BackupFolder folder) {
        try {
            return folder.newestMoment();
        } catch (IOException e) {
            LOG.warn("The folder of backups cannot be read", e);
            return null;
        }
    }

    private void make(Backup due) {
        long begin = System.nanoTime();
        try {
            Backup.Made made = due.make(keep);
            newestMoment.set(Instant.parse(made.manifest().moment()).getEpochSecond());
            LOG.info(
                    "Made the backup {} in {} s",
                    made.path(),
                    Duration.ofNanos(System.nanoTime() - begin).toSeconds());
            if (!made.manifest().lostMedia().isEmpty()) {
                LOG.warn("The backup lacks {}", BackupCommands.lost(made.manifest()));
            }
        } catch (BackupException e) {
            long _ = failures.incrementAndGet();
            notBefore = clock.instant().plus(PAUSE_AFTER_FAILURE);
            LOG.error("There is no new backup, will retry: {}", e.getMessage());
        } catch (RuntimeException e) {
            long _ = failures.incrementAndGet();
            notBefore = clock.instant().plus(PAUSE_AFTER_FAILURE);
            LOG.error("A backup failed, will retry", e);
        } finally {
            running.set(null);
        }
    }

    @Override
    public void measure(MeterRegistry registry) {
        if (backup == null) {
            return;
        }
        var _ = Gauge.builder("roost.backup.moment.seconds", newestMoment, AtomicLong::get)
                .description("Moment of the newest backup, in seconds since 1970; 0 if there is none")
                .register(registry);
        var _ = FunctionCounter.builder("roost.backup.failures", failures, AtomicLong::get)
                .description("Backups that failed")
                .register(registry);
    }

    /** Ends a backup in progress, without a trace of it, or waits for its last step. */
    @Override
    public void close() {
        Thread thread = running.get();
        if (backup == null || thread == null) {
            return;
        }
        backup.cancel();
        try {
            boolean _ = thread.join(END);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
