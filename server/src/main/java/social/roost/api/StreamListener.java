package social.roost.api;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.base.Ids;
import social.roost.base.Rejection;
import social.roost.http.EventStream;
import social.roost.http.Json;
import social.roost.http.Problem;
import social.roost.live.OpenStream;

/** Passes the events of a connection and the messages of its client to the stream. */
final class StreamListener implements EventStream.Listener {
    static final int MAXIMUM_SHOWN = 100;
    private static final Logger LOG = LoggerFactory.getLogger(StreamListener.class);

    private final OpenStream open;
    private final StreamJson json;

    StreamListener(OpenStream open, StreamJson json) {
        this.open = open;
        this.json = json;
    }

    @Override
    public void opened(EventStream stream) {
        open.opened(new StreamConnection(stream, json));
    }

    /** {@code {"watch": [ids], "trends": true, "list": id}}: what the client shows now. */
    @Override
    public void received(String message) {
        try {
            Watch watch = Json.decode(message.getBytes(StandardCharsets.UTF_8), Watch.class);
            open.show(Ids.of(watch.tweetIds(), id -> id));
            open.showTrends(Boolean.TRUE.equals(watch.trends()));
            open.showList(watch.listId());
        } catch (RuntimeException e) {
            if (!(e instanceof Rejection || e instanceof Problem)) {
                LOG.error("Handling a stream message failed", e);
            }
            open.failed(e);
        }
    }

    @Override
    public void drained() {
        open.drained();
    }

    @Override
    public void closed() {
        open.closed();
    }

    @Override
    public void rejected() {
        open.rejected();
    }

    /** A message of a client. */
    private record Watch(
            @Nullable List<String> watch,
            @Nullable Boolean trends,
            @Nullable String list) {
        List<Long> tweetIds() {
            if (watch == null || watch.size() > MAXIMUM_SHOWN) {
                throw Rejection.invalid("watch", "Expected a list of at most " + MAXIMUM_SHOWN + " ids.");
            }
            return watch.stream().distinct().map(Watch::id).toList();
        }

        @Nullable
        Long listId() {
            return list == null
                    ? null
                    : Ids.parse(list).orElseThrow(() -> Rejection.invalid("list", "Not a list id: " + list));
        }

        private static Long id(String text) {
            return Ids.parse(text).orElseThrow(() -> Rejection.invalid("watch", "Not a tweet id: " + text));
        }
    }
}
