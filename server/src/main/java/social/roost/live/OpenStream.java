package social.roost.live;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.base.Caller;
import social.roost.base.Ids;
import social.roost.base.Rejection;
import social.roost.live.LiveReader.Opened;
import social.roost.live.Places.Place;
import social.roost.timeline.LiveTimeline;

/** A client's stream, from its opening to its end. Not thread-safe. */
public final class OpenStream {
    private static final Logger LOG = LoggerFactory.getLogger(OpenStream.class);

    private final Streams streams;
    private final Caller caller;
    private final Place place;
    private final LiveTimeline timeline;
    private final long[] shownAtFirst;

    private @Nullable Opened opened;
    private long[] shown = Ids.NONE;
    private @Nullable Long shownList;

    /**
     * Creates a stream that is about to open.
     *
     * @param place released when it closes or is not opened
     * @param shown the tweets that the client shows
     */
    OpenStream(Streams streams, Caller caller, Place place, LiveTimeline timeline, long[] shown) {
        this.streams = streams;
        this.caller = caller;
        this.place = place;
        this.timeline = timeline;
        this.shownAtFirst = shown;
    }

    /** The connection is open: from now on it receives events. */
    public void opened(Connection connection) {
        LiveStream live = new LiveStream(connection, timeline, () -> streams.viewer(caller));
        opened = new Opened(live, caller);
        try {
            streams.readers().add(caller.userId(), opened);
            show(shownAtFirst);
            streams.begin(caller, live);
        } catch (RuntimeException e) {
            LOG.warn("Could not start a stream", e);
            live.close(Closing.UNAVAILABLE);
        }
    }

    /** The client now shows these tweets, each once. */
    public void show(long[] tweetIds) {
        streams.screens().show(stream(), shown, tweetIds);
        shown = tweetIds;
    }

    /** Whether the client shows trends now. */
    public void showTrends(boolean shown) {
        stream().showTrends(shown);
    }

    /**
     * The client now shows this list of users.
     *
     * @param listId null for none
     * @throws Rejection if the user does not see it
     */
    public void showList(@Nullable Long listId) {
        if (!Objects.equals(shownList, listId)) {
            Long before = shownList;
            shownList = null;
            streams.screens().lists().show(stream(), caller.userId(), before, listId);
            shownList = listId;
        }
    }

    /** The client's message was rejected or failed; sends the reason. */
    public void failed(RuntimeException failure) {
        stream().send(new StreamEvent.Failed(failure));
    }

    /** Everything that waited in a full connection has been sent. */
    public void drained() {
        stream().drained();
    }

    /** The connection has closed, whichever side closed it. May be called again. */
    public void closed() {
        try {
            show(Ids.NONE);
            showList(null);
            streams.readers().remove(caller.userId(), Objects.requireNonNull(opened));
        } finally {
            place.leave();
        }
    }

    /** The connection is not opened after all. Does not block. */
    public void rejected() {
        place.leave();
    }

    private LiveStream stream() {
        return Objects.requireNonNull(opened).stream();
    }
}
