package social.roost.live;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import social.roost.timeline.LiveTimeline;
import social.roost.tweet.Tweet;
import social.roost.tweet.Viewer;
import social.roost.view.TweetPage;

/**
 * What an open stream sends.
 *
 * <p>First come the tweets that its client missed; those posted meanwhile wait. While the client reads too slowly,
 * nothing is sent; afterwards it gets a gap and reads the home timeline from the gap's cursor.
 */
final class LiveStream {
    private static final int MAXIMUM_WAITING = 500;

    private final Connection connection;
    private final LiveTimeline timeline;
    private final Supplier<Viewer> viewer;

    /** Tweets posted while missed ones are read, null afterwards. */
    private @Nullable Set<Long> waiting = new TreeSet<>();

    /** Whether more were posted meanwhile than may wait. */
    private boolean lost;

    private boolean closed;

    /** Whether the client shows trends. */
    private volatile boolean showsTrends;

    /** Since when nothing is sent because the stream is full, as {@link System#nanoTime}; null while it is not. */
    private @Nullable Long fullSince;

    /** @param viewer with what is hidden from them at the moment */
    LiveStream(Connection connection, LiveTimeline timeline, Supplier<Viewer> viewer) {
        this.connection = connection;
        this.timeline = timeline;
        this.viewer = viewer;
    }

    /**
     * Sends what was missed, and from then on new events.
     *
     * @param most the maximum of missed tweets; if there are more, the client gets a gap instead
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

    /** A tweet was posted that may belong in the home timeline. */
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
            send(timeline.missedTweet(viewer.get(), tweetId));
        }
    }

    /** Sends an event about a tweet that the client shows, if the reader sees it. */
    void send(StreamEvent event, Tweet tweet) {
        if (viewer.get().sees(tweet)) {
            send(event);
        }
    }

    /** The same for an event with the text of the tweet, which the reader must not mute. */
    void sendText(StreamEvent event, Tweet tweet) {
        Viewer reader = viewer.get();
        if (reader.sees(tweet) && !reader.readingHome().mutes(tweet)) {
            send(event);
        }
    }

    /** Whether the client shows trends now. */
    void showTrends(boolean shown) {
        showsTrends = shown;
    }

    /** Sends that the trends changed to a client that shows them. */
    void trendsChanged(StreamEvent event) {
        if (showsTrends) {
            send(event);
        }
    }

    /** Sends any other event. */
    synchronized void send(StreamEvent event) {
        if (hasRoom()) {
            connection.send(event, timeline.cursor());
        }
    }

    /** The connection has room again. */
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
        connection.ping();
    }

    boolean wasHeardSince(long nanos) {
        return connection.heardNanos() - nanos >= 0;
    }

    synchronized void close(Closing closing) {
        if (!closed) {
            closed = true;
            connection.close(closing);
        }
    }

    private boolean hasRoom() {
        if (fullSince == null && connection.isFull()) {
            fullSince = System.nanoTime();
        }
        return fullSince == null && !closed;
    }

    private void send(@Nullable TweetPage page) {
        if (page != null) {
            connection.send(new StreamEvent.Tweet(page), timeline.cursor());
        }
    }

    private void gap() {
        connection.send(new StreamEvent.Gap(timeline.cursor()), timeline.cursor());
    }
}
