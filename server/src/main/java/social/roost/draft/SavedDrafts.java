package social.roost.draft;

import java.time.InstantSource;
import java.util.List;
import java.util.regex.Pattern;
import social.roost.base.Cursor;
import social.roost.base.ListId;
import social.roost.base.Page;
import social.roost.base.PageRequest;
import social.roost.base.Rejection;
import social.roost.base.Rejection.Kind;
import social.roost.base.Snowflake;
import social.roost.draft.SavedDraftStore.Place;
import social.roost.tweet.PostTweet;
import social.roost.tweet.PostTweet.Draft;

/** Keeps what users have not finished writing, for all of their devices. */
public final class SavedDrafts {
    /** A user may have this many. */
    public static final int MOST = 100;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /** In its stored form, which a thread of 25 long tweets does not reach. */
    private static final int LONGEST = 40_000;

    private final SavedDraftStore store;
    private final Snowflake ids;
    private final InstantSource clock;

    public SavedDrafts(SavedDraftStore store, Snowflake ids, InstantSource clock) {
        this.store = store;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Saves a draft, in place of one with the same name.
     *
     * @param name 1 to 64 letters, digits, hyphens and underscores
     * @param thread 1 to 25 tweets, which may be incomplete
     * @throws Rejection INVALID, or CONFLICT if the user has too many
     */
    public SavedDraft save(long userId, String name, List<Draft> thread) {
        if (!NAME.matcher(name).matches()) {
            throw Rejection.invalid("id", "Expected 1 to 64 letters, digits, hyphens and underscores.");
        }
        if (thread.isEmpty() || thread.size() > PostTweet.MOST_IN_THREAD) {
            throw Rejection.invalid("tweets", "A draft has 1 to " + PostTweet.MOST_IN_THREAD + " tweets.");
        }
        if (DraftCodec.encode(thread).length() > LONGEST) {
            throw Rejection.invalid("tweets", "The draft is too long.");
        }
        SavedDraft saved = store.put(userId, new SavedDraft(name, ids.next(), thread, clock.millis()), MOST);
        if (saved == null) {
            throw new Rejection(
                    Kind.CONFLICT, "too_many_drafts", "You have " + MOST + " drafts. Delete some of them first.");
        }
        return saved;
    }

    /** Deletes a draft; idempotent. */
    public void delete(long userId, String name) {
        store.remove(userId, name);
    }

    /** The user's drafts, the last one saved first. */
    public Page<SavedDraft> list(long userId, PageRequest request) {
        ListId list = new ListId("drafts", userId);
        Place after = request.in(list, 2)
                .map(cursor -> new Place(cursor.value(0), cursor.value(1)))
                .orElse(null);
        return Page.of(
                store.list(userId, after, request.limit() + 1),
                request.limit(),
                last -> Cursor.of(last.updatedAt(), last.number()).of(list));
    }
}
