package social.roost.list;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import social.roost.base.BatchCache;
import social.roost.base.CacheUse;
import social.roost.base.Ids;
import social.roost.base.Rejection;
import social.roost.graph.Blocks;
import social.roost.user.Users;

/** Answers who sees which list, who is in it, and whom exclusive lists keep out of Home; the last two from caches. */
public final class Lists {
    private static final int ENTRY_BYTES = 100;

    private final ListStore store;
    private final Users users;
    private final Blocks blocks;
    private final BatchCache<ListContent> contents;
    private final BatchCache<long[]> excluded;

    public Lists(ListStore store, Users users, Blocks blocks, long cacheBytes) {
        this.store = store;
        this.users = users;
        this.blocks = blocks;
        this.contents = new BatchCache<>(cacheBytes / 2, (id, content) -> content.bytes(), store::find);
        this.excluded = new BatchCache<>(
                cacheBytes / 2, (owner, ids) -> ENTRY_BYTES + ids.length * Long.BYTES, this::loadExcluded);
    }

    /** Usage of the caches, by name. */
    public Map<String, CacheUse> caches() {
        return Map.of("lists", contents.use(), "excluded", excluded.use());
    }

    /** A user's lists, oldest first. */
    public List<UserList> owned(long ownerId) {
        return store.owned(ownerId);
    }

    /** A user's lists that have a member, oldest first. */
    public List<UserList> having(long ownerId, long userId) {
        long[] ids = store.having(ownerId, userId);
        return owned(ownerId).stream()
                .filter(list -> Ids.contains(ids, list.id()))
                .toList();
    }

    /**
     * What others see of a user's lists.
     *
     * @param viewerId 0 for a viewer who is not logged in
     * @throws Rejection NOT_FOUND if the user does not exist, FORBIDDEN if the user is suspended or blocks the viewer
     */
    public List<UserList> visible(long viewerId, long ownerId) {
        users.require(ownerId);
        blocks.requireVisible(viewerId, ownerId);
        return owned(ownerId).stream().filter(list -> !list.isPrivate()).toList();
    }

    /**
     * Finds a list that a viewer sees.
     *
     * @param viewerId 0 for a viewer who is not logged in
     * @throws Rejection NOT_FOUND if there is none, or it is another user's private one, FORBIDDEN if its owner is
     *     suspended or blocks the viewer
     */
    public ListContent require(long viewerId, long id) {
        ListContent found = contents.get(id);
        if (found == null || (found.list().isPrivate() && found.list().ownerId() != viewerId)) {
            throw missing();
        }
        if (found.list().ownerId() != viewerId) {
            blocks.requireVisible(viewerId, found.list().ownerId());
        }
        return found;
    }

    /** Whether {@link #require} finds the list. */
    public boolean isVisible(long viewerId, long id) {
        ListContent found = contents.get(id);
        if (found == null) {
            return false;
        }
        UserList list = found.list();
        return list.ownerId() == viewerId || (!list.isPrivate() && blocks.isVisible(viewerId, list.ownerId()));
    }

    /** The members of a list, ascending; none if it does not exist. Must not be modified. */
    public long[] members(long id) {
        ListContent found = contents.get(id);
        return found == null ? Ids.NONE : found.members();
    }

    /** The users whom a user's exclusive lists keep out of Home, ascending; must not be modified. */
    public long[] excluded(long ownerId) {
        return Objects.requireNonNull(excluded.get(ownerId));
    }

    /** Called after a change of a list was committed: later reads see it. */
    public void changed(long ownerId, long id) {
        contents.forgetIf(id, content -> true);
        excluded.forgetIf(ownerId, ids -> true);
    }

    static Rejection missing() {
        return Rejection.notFound("list");
    }

    private Map<Long, long[]> loadExcluded(long[] ownerIds) {
        Map<Long, long[]> loaded = HashMap.newHashMap(ownerIds.length);
        LongStream.of(ownerIds).forEach(owner -> loaded.put(owner, sharedIfEmpty(store.excluded(owner))));
        return loaded;
    }

    private static long[] sharedIfEmpty(long[] ids) {
        return ids.length == 0 ? Ids.NONE : ids;
    }
}
