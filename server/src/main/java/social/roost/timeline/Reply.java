package social.roost.timeline;

import org.jspecify.annotations.Nullable;
import social.roost.view.Entry;
import social.roost.view.PageItem;
import social.roost.view.Tombstone;

/**
 * A reply to show in a conversation.
 *
 * @param entry null if it is deleted, but has replies
 * @param replies how many direct replies it has, including hidden ones, without deleted ones
 */
record Reply(long id, @Nullable Entry entry, long replies) {

    static Reply of(Entry entry) {
        return new Reply(entry.id(), entry, entry.tweet().counts().replies());
    }

    boolean isDeleted() {
        return entry == null;
    }

    PageItem item(long parentId, long conversationId) {
        return entry != null ? entry : new Tombstone(id, parentId, conversationId, true);
    }
}
