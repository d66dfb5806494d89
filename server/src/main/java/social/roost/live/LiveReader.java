package social.roost.live;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import social.roost.base.Caller;
import social.roost.base.Ids;
import social.roost.graph.Graph;

/** A user with at least one open stream in this process. */
final class LiveReader {
    private final long userId;
    private final Graph graph;
    private final Audience<LiveReader> followers;
    private final List<Opened> streams = new CopyOnWriteArrayList<>();

    /**
     * The authors whose tweets may belong in the home timeline, ascending: the reader is registered as a follower of
     * these.
     */
    private long[] authors = Ids.NONE;

    LiveReader(long userId, Graph graph, Audience<LiveReader> followers) {
        this.userId = userId;
        this.graph = graph;
        this.followers = followers;
    }

    List<Opened> streams() {
        return streams;
    }

    /** Updates the followed authors; none once the last stream has closed. */
    synchronized void follow() {
        long[] now = streams.isEmpty() ? Ids.NONE : Ids.with(graph.followees(userId), userId);
        change(authors, now);
        authors = now;
    }

    void tweet(long tweetId) {
        streams.forEach(opened -> opened.stream().tweet(tweetId));
    }

    private void change(long[] before, long[] after) {
        Arrays.stream(before).filter(id -> !Ids.contains(after, id)).forEach(id -> followers.remove(id, this));
        Arrays.stream(after).filter(id -> !Ids.contains(before, id)).forEach(id -> followers.add(id, this));
    }

    /** A stream and its caller. */
    record Opened(LiveStream stream, Caller caller) {}
}
