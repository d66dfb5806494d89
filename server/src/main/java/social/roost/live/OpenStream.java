package social.roost.live;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.roost.base.Ids;
import social.roost.http.Caller;
import social.roost.http.EventStream;
import social.roost.http.Json;
import social.roost.http.Problem;
import social.roost.live.LiveReader.Opened;
import social.roost.timeline.LiveTimeline;

/** One client's stream, from its opening to its end. */
final class OpenStream implements EventStream.Listener {
    static final int MAXIMUM_SHOWN = 100;

    private final Streams streams;
    private final Caller caller;
    private final LiveTimeline timeline;
    private final long[] shownAtFirst;

    private @Nullable Opened opened;
    private long[] shown = Ids.NONE;
    private boolean closed;

    /** @param shown the tweets that the client shows */
    OpenStream(Streams streams, Caller caller, LiveTimeline timeline, long[] shown) {
        this.streams = streams;
        this.caller = caller;
        this.timeline = timeline;
        this.shownAtFirst = shown;
    }

    @Override
    public void opened(EventStream stream) {
        LiveStream live = new LiveStream(stream, timeline);
        if (open(new Opened(live, caller.sessionId()))) {
            show(shownAtFirst);
            streams.begin(caller, live);
        }
    }

    private synchronized boolean open(Opened one) {
        if (!closed) {
            opened = one;
            streams.readers().add(caller.userId(), one);
        }
        return !closed;
    }

    /** {@code {"watch": [ids]}}: the tweets that the client shows now. */
    @Override
    public void received(String message) {
        try {
            show(Ids.of(
                    Json.decode(message.getBytes(StandardCharsets.UTF_8), Watch.class)
                            .tweetIds(),
                    id -> id));
        } catch (Problem problem) {
            problem(problem);
        }
    }

    private synchronized void show(long[] ids) {
        if (opened != null && !closed) {
            streams.screens().show(opened.stream(), shown, ids);
            shown = ids;
        }
    }

    private synchronized void problem(Problem problem) {
        if (opened != null) {
            opened.stream().send("problem", problem.response(""));
        }
    }

    @Override
    public synchronized void drained() {
        if (opened != null) {
            opened.stream().drained();
        }
    }

    @Override
    public synchronized void closed() {
        if (opened != null) {
            show(Ids.NONE);
            streams.readers().remove(caller.userId(), opened);
        }
        closed = true;
    }

    /** What a client says. */
    private record Watch(@Nullable List<String> watch) {
        List<Long> tweetIds() {
            if (watch == null || watch.size() > MAXIMUM_SHOWN) {
                throw Problem.invalid("watch", "This must be a list of up to " + MAXIMUM_SHOWN + " ids.");
            }
            return watch.stream().distinct().map(Watch::id).toList();
        }

        private static Long id(String text) {
            return Ids.parse(text).orElseThrow(() -> Problem.invalid("watch", "This is not a tweet's id: " + text));
        }
    }
}
