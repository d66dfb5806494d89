package social.roost.live;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.base.Ids;
import social.roost.base.Rejection;
import social.roost.http.Caller;
import social.roost.http.EventStream;
import social.roost.http.Json;
import social.roost.http.Problem;
import social.roost.live.LiveReader.Opened;
import social.roost.live.Places.Place;
import social.roost.timeline.LiveTimeline;

/** One client's stream, from its opening to its end. */
final class OpenStream implements EventStream.Listener {
    static final int MAXIMUM_SHOWN = 100;
    private static final Logger LOG = LoggerFactory.getLogger(OpenStream.class);

    private final Streams streams;
    private final Caller caller;
    private final Place place;
    private final LiveTimeline timeline;
    private final long[] shownAtFirst;

    private @Nullable Opened opened;
    private long[] shown = Ids.NONE;

    /**
     * A stream that is about to be opened.
     *
     * @param place given back when it ends, or is not opened
     * @param shown the tweets that the client shows
     */
    OpenStream(Streams streams, Caller caller, Place place, LiveTimeline timeline, long[] shown) {
        this.streams = streams;
        this.caller = caller;
        this.place = place;
        this.timeline = timeline;
        this.shownAtFirst = shown;
    }

    @Override
    public void opened(EventStream stream) {
        LiveStream live = new LiveStream(stream, timeline, () -> streams.viewer(caller));
        opened = new Opened(live, caller);
        try {
            streams.readers().add(caller.userId(), opened);
            show(shownAtFirst);
            streams.begin(caller, live);
        } catch (RuntimeException e) {
            LOG.warn("A stream could not be begun", e);
            live.close(Closing.UNAVAILABLE);
        }
    }

    /** {@code {"watch": [ids]}}: the tweets that the client shows now. */
    @Override
    public void received(String message) {
        try {
            byte[] json = message.getBytes(StandardCharsets.UTF_8);
            show(Ids.of(Json.decode(json, Watch.class).tweetIds(), id -> id));
        } catch (RuntimeException e) {
            if (!(e instanceof Rejection || e instanceof Problem)) {
                LOG.error("A message on a stream failed", e);
            }
            stream().send("problem", Problem.of(e).response(""));
        }
    }

    @Override
    public void drained() {
        stream().drained();
    }

    @Override
    public void closed() {
        try {
            show(Ids.NONE);
            streams.readers().remove(caller.userId(), Objects.requireNonNull(opened));
        } finally {
            place.leave();
        }
    }

    @Override
    public void rejected() {
        place.leave();
    }

    private void show(long[] ids) {
        streams.screens().show(stream(), shown, ids);
        shown = ids;
    }

    private LiveStream stream() {
        return Objects.requireNonNull(opened).stream();
    }

    /** What a client says. */
    private record Watch(@Nullable List<String> watch) {
        List<Long> tweetIds() {
            if (watch == null || watch.size() > MAXIMUM_SHOWN) {
                throw Rejection.invalid("watch", "This must be a list of up to " + MAXIMUM_SHOWN + " ids.");
            }
            return watch.stream().distinct().map(Watch::id).toList();
        }

        private static Long id(String text) {
            return Ids.parse(text).orElseThrow(() -> Rejection.invalid("watch", "Not a tweet id: " + text));
        }
    }
}
