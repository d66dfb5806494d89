package social.roost.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import social.roost.base.Cursor;
import social.roost.base.Ids;
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

    public TweetPage read(Mark mark, long userId, Viewer viewer, Optional<Cursor> cursor, int limit) {
        List<Entry> kept = new ArrayList<>(limit);
        @Nullable Marked last = cursor.map(MarkedTweets::marked).orElse(null);
        boolean full = false;
        boolean more = true;
        while (more && !full) {
            List<Marked> marks = store.listMarked(mark, userId, last, limit + 1);
            more = marks.size() > limit;
            Map<Long, Entry> shown = load(marks, viewer);
            for (Marked marked : marks) {
                full = kept.size() == limit;
                if (full) {
                    break;
                }
                last = marked;
                Optional.ofNullable(shown.get(marked.id())).ifPresent(kept::add);
            }
        }
        Cursor next = full && last != null ? Cursor.of(last.at(), last.id()) : null;
        return hydration.page(kept, viewer, next, null);
    }

    private Map<Long, Entry> load(List<Marked> marks, Viewer viewer) {
        return hydration.load(Ids.of(marks, Marked::id), viewer).stream()
                .collect(Collectors.toMap(Entry::id, Function.identity()));
    }

    private static Marked marked(Cursor cursor) {
        if (cursor.size() != 2) {
            throw Request.badCursor();
        }
        return new Marked(cursor.value(1), cursor.value(0));
    }
}
