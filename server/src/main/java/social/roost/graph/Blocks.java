package social.roost.graph;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import social.roost.base.BatchCache;
import social.roost.base.CacheUse;
import social.roost.base.Rejection;
import social.roost.base.Rejection.Kind;
import social.roost.user.Suspensions;

/** Answers from a cache who blocks and mutes whom. */
public final class Blocks {
    private final BlockStore store;
    private final Suspensions suspensions;
    private final Hidden fromAnyone;
    private final InstantSource clock;
    private final BatchCache<Hidden> hidden;

    public Blocks(BlockStore store, Suspensions suspensions, InstantSource clock, long cacheBytes) {
        this.store = store;
        this.suspensions = suspensions;
        this.fromAnyone = Hidden.fromAnyone(suspensions);
        this.clock = clock;
        this.hidden = new BatchCache<>(cacheBytes, (reader, others) -> others.bytes(), this::load);
    }

    public CacheUse cache() {
        return hidden.use();
    }

    /**
     * The users hidden from a reader.
     *
     * @param readerId 0 for a reader who is not logged in; only suspended users are hidden from them
     */
    public Hidden hiddenFrom(long readerId) {
        return readerId == 0 ? fromAnyone : Objects.requireNonNull(hidden.get(readerId));
    }

    public boolean blocks(long userId, long otherId) {
        return hiddenFrom(userId).blocks(otherId);
    }

    /** Whether one of the two blocks the other. */
    public boolean eitherBlocks(long userId, long otherId) {
        Hidden others = hiddenFrom(userId);
        return others.blocks(otherId) || others.isBlockedBy(otherId);
    }

    /**
     * Rejects access to what a user shows to others: tweets, likes, followers and followed users.
     *
     * @param viewerId 0 for a viewer who is not logged in
     * @throws Rejection FORBIDDEN if the user is suspended or blocks the viewer
     */
    public void requireVisible(long viewerId, long userId) {
        suspensions.refuse(userId);
        if (hiddenFrom(viewerId).isBlockedBy(userId)) {
            throw blocked(null);
        }
    }

    /** Whether {@link #requireVisible} does not reject. */
    public boolean isVisible(long viewerId, long userId) {
        return !suspensions.include(userId) && !hiddenFrom(viewerId).isBlockedBy(userId);
    }

    /**
     * Rejects what a user does to another, or to something of theirs.
     *
     * @param field of the request that names the other; null for none
     * @throws Rejection FORBIDDEN when the other is suspended, or one of the two blocks the other
     */
    public void requireContact(long userId, long otherId, @Nullable String field) {
        if (suspensions.include(otherId)) {
            throw Suspensions.suspended(field);
        }
        if (eitherBlocks(userId, otherId)) {
            throw blocked(field);
        }
    }

    /**
     * The rejection for requests that a block forbids.
     *
     * @param field of the request that names the other user; null for none
     */
    static Rejection blocked(@Nullable String field) {
        return new Rejection(Kind.FORBIDDEN, "blocked", "One of you has blocked the other.", field);
    }

    /** Like {@link #eitherBlocks}, but read from the store, including the latest writes of other processes. */
    boolean eitherBlocksNow(long userId, long otherId) {
        return store.eitherBlocks(userId, otherId);
    }

    /** Sets what a user wants of a followee. */
    void setOptions(long userId, long followeeId, FollowOptions options) {
        store.setOptions(userId, followeeId, options);
        forget(userId);
    }

    /** See {@link BlockStore#notified}. */
    public long[] notified(long authorId, long after, int limit) {
        return store.notified(authorId, after, limit);
    }

    /**
     * Called for both users after a block was added or removed and committed, and for the muting user after a mute was.
     */
    public void forget(long userId) {
        hidden.forgetIf(userId, others -> true);
    }

    private Map<Long, Hidden> load(long[] userIds) {
        Map<Long, Hidden> loaded = HashMap.newHashMap(userIds.length);
        for (long id : userIds) {
            Screen screen = store.screen(id);
            loaded.put(id, screen.size() == 0 ? fromAnyone : new Hidden(screen, suspensions, clock));
        }
        return loaded;
    }
}
