package social.roost.graph;

import social.roost.base.ListId;
import social.roost.base.Page;
import social.roost.base.PageRequest;
import social.roost.user.Profile;
import social.roost.user.Users;

/** The followers of a user and the users that a user follows, newest first. */
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
     * Reads a page of a user's followers.
     *
     * @param viewerId 0 for a viewer who is not logged in
     * @throws social.roost.base.Rejection NOT_FOUND if the user does not exist, FORBIDDEN if the user is suspended or
     *     blocks the viewer
     */
    public Page<Profile> followers(long viewerId, long userId, PageRequest request) {
        requireVisible(viewerId, userId);
        return pages.read(
                viewerId,
                request,
                new ListId("followers", userId),
                (before, limit) -> store.listFollowers(userId, before, limit));
    }

    /** Like {@link #followers}, for the users that a user follows. */
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
