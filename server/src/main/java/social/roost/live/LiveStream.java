package social.roost.live;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import social.roost.http.EventStream;
import social.roost.http.Response;
import social.roost.timeline.LiveTimeline;
import social.roost.view.TweetPage;
import social.roost.view.Viewer;

/**
 * What one open stream is sent.
 *
 * <p>First come the tweets that its client missed; those posted meanwhile wait. While the client takes in less than it is sent,
 * it is sent nothing, and told so afterwards by a gap: then it reads the home timeline from the gap's cursor on.
 */
final class LiveStream {
    private static final int MAXIMUM_WAITING = 500;

    private final EventStream stream;
    private final LiveTimeline timeline;
    private final Supplier<Viewer> viewer;

    /** Tweets posted while those missed are read, null afterwards. */
    private @Nullable Set<Long> waiting = new TreeSet<>();

    /** Whether more were posted meanwhile than may wait. */
    private boolean lost;

    private boolean closed;

    /** Since when nothing is sent because the stream is full, as {@link System#nanoTime}; null while it is not. */
    private @Nullable Long fullSince;

    /** @param viewer with whom they do not get to see at the moment */
    LiveStream(EventStream stream, LiveTimeline timeline, Supplier<Viewer> viewer) {
        this.stream = stream;
        this.timeline = timeline;
        this.viewer = viewer;
    }

    /**
     * Sends what was missed, and from then on what happens.
     *
     * @param most of what was missed; when it was more, the client is told of a gap instead
     */
    void begin(int most) {
        Optional<List<Long>> missed = timeline.missed(viewer.get(), most);
        synchronized (this) {
            if (missed.isEmpty() || lost) {
                gap();
            } else {
                missed.get().forEach(this::sendMissed);
            }
            Set<Long> posted = waiting == null ? Set.of() : waiting;
            waiting = null;
            posted.forEach(this::tweet);
        }
    }

    /** A tweet was posted that may belong into the home timeline. */
    synchronized void tweet(long tweetId) {
        if (waiting != null) {
            lost |= waiting.size() == MAXIMUM_WAITING;
            if (!lost) {
                waiting.add(tweetId);
            }
        } else if (hasRoom()) {
            send(timeline.arrived(viewer.get(), tweetId));
        }
    }

    private void sendMissed(long tweetId) {
        if (hasRoom()) {
            send(timeline.missed(viewer.get(), tweetId));
        }
    }

    /** Something happened to a tweet that the client shows, unless the reader does not get to see its author. */
    void send(String event, long authorId, Response data) {
        if (!viewer.get().hidden().contains(authorId)) {
            send(event, data);
        }
    }

    /** Something else happened. */
    synchronized void send(String event, Response data) {
        if (hasRoom()) {
            stream.send(event, cursor(), data);
        }
    }

    /** There is room again. */
    synchronized void drained() {
        if (fullSince != null) {
            fullSince = null;
            gap();
        }
    }

    synchronized boolean isFullSince(long nanos) {
        return fullSince != null && fullSince - nanos < 0;
    }

    void ping() {
        stream.ping();
    }

    boolean wasHeardSince(long nanos) {
        return stream.heardNanos() - nanos >= 0;
    }

    synchronized void close(Closing closing) {
        if (!closed) {
            closed = true;
            stream.close(closing.code(), closing.reason());
        }
    }

    private boolean hasRoom() {
        if (fullSince == null && stream.isFull()) {
            fullSince = System.nanoTime();
        }
        return fullSince == null && !closed;
    }

    private void send(@Nullable TweetPage page) {
        if (page != null) {
            stream.send("tweet", cursor(), page.single(200));
        }
    }

    private void gap() {
        stream.send("gap", cursor(), Response.json(200, new Gap(cursor())));
    }

    private String cursor() {
        return timeline.cursor().encode();
    }

    /**
     * Tweets were not sent.
     *
     * @param cursor of the home timeline, right above the last that was sent
     */
    private record Gap(String cursor) {}
}
