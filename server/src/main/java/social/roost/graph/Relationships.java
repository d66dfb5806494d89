package social.roost.graph;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.roost.base.Ids;

/** The relationships between a user and others. */
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
    public List<Relationship> of(long me, long[] others) {
        long[] followers = store.followersAmong(me, others);
        Hidden hidden = blocks.hiddenFrom(me);
        return Arrays.stream(others)
                .mapToObj(other -> of(other, graph.follows(me, other), Ids.contains(followers, other), hidden))
                .toList();
    }

    private static Relationship of(long other, boolean following, boolean followedBy, Hidden hidden) {
        return new Relationship(
                other,
                following,
                followedBy,
                hidden.blocks(other),
                hidden.isBlockedBy(other),
                hidden.mutes(other),
                endOfMute(hidden, other),
                following ? hidden.options(other) : FollowOptions.NONE);
    }

    private static @Nullable Long endOfMute(Hidden hidden, long other) {
        long until = hidden.mutedUntil(other);
        return hidden.mutes(other) && until < BlockStore.FOR_EVER ? (Long) until : null;
    }

    /** The relationship between the user and one other. */
    public Relationship of(long me, long other) {
        return of(me, new long[] {other}).getFirst();
    }

    /**
     * The relationship between a user and another.
     *
     * @param userId of the other
     * @param mutedUntil in milliseconds since 1970; null if there is no mute or it does not expire
     * @param options what the user wants of the other as a followee
     */
    public record Relationship(
            long userId,
            boolean following,
            boolean followedBy,
            boolean blocking,
            boolean blockedBy,
            boolean muting,
            @Nullable Long mutedUntil,
            FollowOptions options) {}
}
