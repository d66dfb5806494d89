package social.roost.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.roost.base.Cursor;
import social.roost.timeline.Place.Newer;
import social.roost.view.PageItem;
import social.roost.view.TweetPage;
import social.roost.view.Viewer;

/**
 * A reader's home timeline as it goes on: which tweet belongs there as it is posted, and which came since the reader last
 * looked. Remembers what it has told. Not for several threads at once.
 */
public final class LiveTimeline {
    private static final int STEP = 100;

    /** What was missed takes few reads, unless very many tweets that do not show lie between. */
    private static final int MOST_READS = 20;

    private final HomeTimeline home;
    private Newer place;

    LiveTimeline(HomeTimeline home, Newer place) {
        this.home = home;
        this.place = place;
    }

    /**
     * From where another can go on without missing anything: it follows all that was told here. The home timeline takes it as
     * a cursor too.
     */
    public Cursor cursor() {
        return place.cursor();
    }

    /** The tweet as a page, if it belongs into the reader's home timeline and was not told before; null if not. */
    public @Nullable TweetPage arrived(Viewer viewer, long tweetId) {
        return tell(viewer, tweetId, false);
    }

    /**
     * The tweets not told yet, oldest first.
     *
     * @param most if there are more, nothing is told
     * @return ids, for {@link #missed(Viewer, long)}; empty when there are too many, or too many others between them
     */
    public Optional<List<Long>> missed(Viewer viewer, int most) {
        List<Long> ids = new ArrayList<>();
        Newer from = place;
        for (int reads = 0; reads < MOST_READS && ids.size() <= most; reads++) {
            TimelineReader.Newest read = home.newer(viewer, from, STEP);
            TweetPage page = read.page();
            page.items().reversed().stream().map(PageItem::id).forEach(ids::add);
            if (page.items().isEmpty()) {
                return read.complete() ? Optional.of(ids) : Optional.empty();
            }
            from = Place.above(page);
        }
        return Optional.empty();
    }

    /** One of those missed, as {@link #arrived}; those after it are still to be told. */
    public @Nullable TweetPage missed(Viewer viewer, long tweetId) {
        return tell(viewer, tweetId, true);
    }

    private @Nullable TweetPage tell(Viewer viewer, long tweetId, boolean more) {
        if (place.wasSeen(tweetId)) {
            return null;
        }
        TweetPage page = home.one(viewer, tweetId, place, more);
        if (page != null) {
            place = Place.above(page);
        }
        return page;
    }
}
