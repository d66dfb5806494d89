package social.roost.live;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.base.Caller;
import social.roost.base.Cursor;
import social.roost.base.OverloadedException;
import social.roost.base.Rejection;
import social.roost.notification.NotificationPages;
import social.roost.timeline.HomeTimeline;
import social.roost.tweet.Viewer;
import social.roost.tweet.Viewers;

/**
 * The open streams of this process: starts them, keeps them alive, and closes those whose client is gone or too slow.
 */
public final class Streams implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Streams.class);
    private static final Duration BETWEEN_COUNTS = Duration.ofSeconds(1);

    /** Pings that a client may leave unanswered. */
    private static final int MAXIMUM_SILENCE = 3;

    /** The time over which clients should spread their reconnects. */
    private static final int RECONNECT_MILLIS = 10_000;

    private final LiveReaders readers;
    private final Screens screens;
    private final HomeTimeline home;
    private final NotificationPages notifications;
    private final Viewers viewers;
    private final LiveSettings settings;
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("streams").daemon().factory());
    private volatile boolean closing;

    /** Does nothing before {@link #start}. */
    public Streams(
            LiveReaders readers,
            Screens screens,
            HomeTimeline home,
            NotificationPages notifications,
            Viewers viewers,
            LiveSettings settings) {
        this.readers = readers;
        this.screens = screens;
        this.home = home;
        this.notifications = notifications;
        this.viewers = viewers;
        this.settings = settings;
    }

    public void start() {
        repeat(screens::tellCounts, BETWEEN_COUNTS);
        repeat(screens.lists()::tell, BETWEEN_COUNTS);
        repeat(this::ping, settings.ping());
        repeat(this::endThoseTooSlow, settings.patience().dividedBy(4));
    }

    /** The number of open streams. */
    public int open() {
        return readers.streams();
    }

    /** Tells the clients that show trends that they have changed. */
    public void trendsChanged() {
        StreamEvent changed = new StreamEvent.TrendsChanged();
        readers.forEach(stream -> stream.trendsChanged(changed));
    }

    LiveReaders readers() {
        return readers;
    }

    Screens screens() {
        return screens;
    }

    /**
     * Creates a stream that is about to open.
     *
     * @param since also sends what came after this event
     * @param shown the tweets that the client shows
     * @throws Rejection TOO_MANY if the user has too many open streams, INVALID for an invalid event id
     * @throws OverloadedException if the process has too many, or is stopping
     */
    public OpenStream open(Caller caller, Optional<Cursor> since, long[] shown) {
        if (closing) {
            throw new OverloadedException("The server is stopping");
        }
        Places.Place place = readers.takePlace(caller.userId());
        try {
            return new OpenStream(this, caller, place, home.live(viewer(caller), since), shown);
        } catch (RuntimeException e) {
            place.leave();
            throw e;
        }
    }

    Viewer viewer(Caller caller) {
        return viewers.of(caller.userId());
    }

    void begin(Caller caller, LiveStream stream) {
        stream.begin(settings.maximumMissed());
        stream.send(new StreamEvent.Unread(notifications.unread(caller.userId())));
        if (closing) {
            end(stream);
        }
    }

    /** Tells all clients to reconnect; they will find another process, or this one after its restart. */
    @Override
    public void close() {
        closing = true;
        var _ = clockwork.shutdownNow();
        readers.forEach(Streams::end);
    }

    private static void end(LiveStream stream) {
        int millis = ThreadLocalRandom.current().nextInt(RECONNECT_MILLIS);
        stream.send(new StreamEvent.Reconnect(millis));
        stream.close(Closing.RESTART);
    }

    private void ping() {
        readers.endExpired();
        long silentSince = System.nanoTime()
                - settings.ping().multipliedBy(MAXIMUM_SILENCE).toNanos();
        readers.forEach(stream -> {
            if (stream.wasHeardSince(silentSince)) {
                stream.ping();
            } else {
                stream.close(Closing.SILENT);
            }
        });
    }

    private void endThoseTooSlow() {
        long fullSince = System.nanoTime() - settings.patience().toNanos();
        readers.forEach(stream -> {
            if (stream.isFullSince(fullSince)) {
                stream.close(Closing.TOO_SLOW);
            }
        });
    }

    private void repeat(Runnable task, Duration period) {
        long millis = Math.max(1, period.toMillis());
        var _ = clockwork.scheduleWithFixedDelay(guarded(task), millis, millis, TimeUnit.MILLISECONDS);
    }

    private static Runnable guarded(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                LOG.warn("Checking the open streams failed", e);
            }
        };
    }
}
