package social.roost.list;

import social.roost.base.ListId;
import social.roost.base.Page;
import social.roost.base.PageRequest;
import social.roost.base.Rejection;
import social.roost.graph.UserPages;
import social.roost.user.Profile;

/** Pages of the members of a list, the newest first. */
public final class ListMembers {
    private final ListStore store;
    private final Lists lists;
    private final UserPages pages;

    public ListMembers(ListStore store, Lists lists, UserPages pages) {
        this.store = store;
        this.lists = lists;
        this.pages = pages;
    }

    /**
     * Reads a page. The owner sees all members, also those who are blocked, to be able to remove them.
     *
     * @param viewerId 0 for a viewer who is not logged in
     * @throws Rejection NOT_FOUND or FORBIDDEN if the viewer does not see the list
     */
    public Page<Profile> read(long viewerId, long id, PageRequest request) {
        UserList list = lists.require(viewerId, id).list();
        ListId cursors = new ListId("list-members", id);
        UserPages.Listing members = (before, limit) -> store.members(id, before, limit);
        return list.ownerId() == viewerId
                ? pages.readHidden(request, cursors, members)
                : pages.read(viewerId, request, cursors, members);
    }
}
