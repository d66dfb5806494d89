package social.roost.draft;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Drafts of users. Promises: a write is durable when it returns, and a read after a write sees it. All times are in
 * milliseconds since 1970.
 */
public interface SavedDraftStore {

    /**
     * Saves a draft, in place of one with the same name, whose number it keeps.
     *
     * @param most how many drafts a user may have
     * @return as it was saved; null if the user has as many as allowed
     */
    @Nullable
    SavedDraft put(long userId, SavedDraft draft, int most);

    /** Removes a draft; idempotent. */
    void remove(long userId, String name);

    /**
     * A user's drafts, the last one saved first.
     *
     * @param after only after this place; null for the first
     */
    List<SavedDraft> list(long userId, @Nullable Place after, int limit);

    /** A place in a user's list. */
    record Place(long updatedAt, long number) {}
}
