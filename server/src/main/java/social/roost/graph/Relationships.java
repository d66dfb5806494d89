package social.roost.graph;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.roost.base.Ids;
import social.roost.base.Timestamps;
import social.roost.http.Response;

/** How a user and others stand to each other. */
public final class Relationships {
    private final Graph graph;
    private final GraphStore store;
    private final Blocks blocks;

    public Relationships(Graph graph, GraphStore store, Blocks blocks) {
        this.graph = graph;
        this.store = store;
        this.blocks = blocks;
    }

    /** In the order of the others. */
    List<Relationship> of(long me, long[] others) {
        long[] followers = store.followersAmong(me, others);
        Hidden hidden = blocks.hiddenFrom(me);
        return Arrays.stream(others)
                .mapToObj(other -> new Relationship(
                        Long.toString(other),
                        graph.follows(me, other),
                        Ids.contains(followers, other),
                        hidden.blocks(other),
                        hidden.isBlockedBy(other),
                        hidden.mutes(other),
                        endOfMute(hidden, other)))
                .toList();
    }

    private static @Nullable String endOfMute(Hidden hidden, long other) {
        long until = hidden.mutedUntil(other);
        return hidden.mutes(other) && until < BlockStore.FOR_EVER ? Timestamps.format(until) : null;
    }

    /** The answer to a change of one. */
    Response answer(long me, long other) {
        return Response.data(200, of(me, new long[] {other}).getFirst());
    }

    /**
     * {@code relationship} as the API shows it.
     *
     * @param mutedUntil null where there is no mute, and for one that does not end by itself
     */
    record Relationship(
            String userId,
            boolean following,
            boolean followedBy,
            boolean blocking,
            boolean blockedBy,
            boolean muting,
            @Nullable String mutedUntil) {}
}
