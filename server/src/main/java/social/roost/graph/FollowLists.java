package social.roost.graph;

import social.roost.base.ListId;
import social.roost.base.Page;
import social.roost.base.PageRequest;
import social.roost.user.Profile;
import social.roost.user.Users;

/** Who follows a user, and whom a user follows, newest first. */
public final class FollowLists {
    private final GraphStore store;
    private final Users users;
    private final Blocks blocks;
    private final UserPages pages;

    public FollowLists(GraphStore store, Users users, Blocks blocks, UserPages pages) {
        this.store = store;
        this.users = users;
        this.blocks = blocks;
        this.pages = pages;
    }

    /**
     * Reads a page of those who follow a user.
     *
     * @param viewerId 0 for someone who is not logged in
     * @throws social.roost.base.Rejection NOT_FOUND when there is no such user, FORBIDDEN when the user is suspended or blocks the
     *     viewer
     */
    public Page<Profile> followers(long viewerId, long userId, PageRequest request) {
        requireVisible(viewerId, userId);
        return pages.read(
                viewerId,
                request,
                new ListId("followers", userId),
                (before, limit) -> store.listFollowers(userId, before, limit));
    }

    /** As {@link #followers}, of those whom the user follows. */
    public Page<Profile> following(long viewerId, long userId, PageRequest request) {
        requireVisible(viewerId, userId);
        return pages.read(
                viewerId,
                request,
                new ListId("following", userId),
                (before, limit) -> store.listFollowing(userId, before, limit));
    }

    private void requireVisible(long viewerId, long userId) {
        users.require(userId);
        blocks.requireVisible(viewerId, userId);
    }
}
