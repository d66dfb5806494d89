package social.roost.view;

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
import social.roost.http.Request;
import social.roost.tweet.EngagementStore;
import social.roost.tweet.EngagementStore.Marked;
import social.roost.tweet.Mark;

/** The tweets that a user has liked or bookmarked, the latest mark first. */
public final class MarkedTweets {
    private final EngagementStore store;
    private final Hydration hydration;

    public MarkedTweets(EngagementStore store, Hydration hydration) {
        this.store = store;
        this.hydration = hydration;
    }

    /**
     * Reads the page that the request's limit and cursor ask for.
     *
     * @param name of the list, which its cursors are for
     */
    public TweetPage read(Mark mark, String name, long userId, Viewer viewer, Request request) {
        ListId list = new ListId(name, userId);
        @Nullable
        Marked before = request.cursor(list, 2).map(MarkedTweets::marked).orElse(null);
        Filled<Marked, Entry> page = Filled.of(
                request.limit(50, 100),
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
