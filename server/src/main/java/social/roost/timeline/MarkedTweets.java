package social.roost.timeline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import social.roost.base.Cursor;
import social.roost.base.Filled;
import social.roost.base.Ids;
import social.roost.base.ListId;
import social.roost.base.PageRequest;
import social.roost.base.Rejection;
import social.roost.tweet.EngagementStore;
import social.roost.tweet.EngagementStore.Marked;
import social.roost.tweet.Mark;
import social.roost.tweet.TweetAccess;
import social.roost.tweet.Viewer;
import social.roost.user.Users;
import social.roost.view.Entry;
import social.roost.view.Hydration;
import social.roost.view.TweetPage;

/** The tweets that a user has liked or bookmarked, the latest mark first. */
public final class MarkedTweets {
    private final EngagementStore store;
    private final Users users;
    private final TweetAccess access;
    private final Hydration hydration;

    public MarkedTweets(EngagementStore store, Users users, TweetAccess access, Hydration hydration) {
        this.store = store;
        this.users = users;
        this.access = access;
        this.hydration = hydration;
    }

    /**
     * Reads a page of a user's likes.
     *
     * @throws Rejection NOT_FOUND if the user does not exist, FORBIDDEN if the user is suspended or blocks the viewer
     */
    public TweetPage likes(Viewer viewer, long userId, PageRequest request) {
        users.require(userId);
        access.requireAuthor(viewer.userId(), userId);
        return read(Mark.LIKE, userId, viewer, request, new ListId("likes", userId));
    }

    /** Reads a page of the viewer's own bookmarks, which are private. */
    public TweetPage bookmarks(Viewer viewer, PageRequest request) {
        long userId = viewer.userId();
        return read(Mark.BOOKMARK, userId, viewer, request, new ListId("bookmarks", userId));
    }

    private TweetPage read(Mark mark, long userId, Viewer viewer, PageRequest request, ListId list) {
        @Nullable Marked before = request.in(list, 2).map(MarkedTweets::marked).orElse(null);
        Filled<Marked, Entry> page = Filled.of(
                request.limit(),
                before,
                (last, limit) -> store.listMarked(mark, userId, last, limit),
                marks -> load(marks, viewer));
        Marked last = page.last();
        Cursor next = last == null ? null : Cursor.of(last.at(), last.id()).of(list);
        return hydration.page(page.shown(), viewer, next, null);
    }

    private Map<Marked, Entry> load(List<Marked> marks, Viewer viewer) {
        Map<Long, Entry> entries = hydration.load(Ids.of(marks, Marked::id), viewer).stream()
                .collect(Collectors.toMap(Entry::id, Function.identity()));
        Map<Marked, Entry> shown = HashMap.newHashMap(entries.size());
        for (Marked marked : marks) {
            Entry entry = entries.get(marked.id());
            if (entry != null) {
                shown.put(marked, entry);
            }
        }
        return shown;
    }

    private static Marked marked(Cursor cursor) {
        return new Marked(cursor.value(1), cursor.value(0));
    }
}
