package social.roost.timeline;

import java.util.List;
import org.jspecify.annotations.Nullable;
import social.roost.base.Cursor;
import social.roost.view.Entry;
import social.roost.view.TweetPage;

/** The newest tweets of a home timeline, for another order than that of time. */
public final class HomeTweets {
    private final Timeline timeline;
    private final Renderer renderer;
    private final long[] ids;
    private final long mark;

    /**
     * @param ids descending
     * @param mark above which tweets may still arrive
     */
    HomeTweets(Timeline timeline, Renderer renderer, long[] ids, long mark) {
        this.timeline = timeline;
        this.renderer = renderer;
        this.ids = ids;
        this.mark = mark;
    }

    /** The newest first. Some may be hidden from the reader. */
    public long[] ids() {
        return ids;
    }

    /** The id above which tweets may still arrive, see {@link Place#above(long, long[])}. */
    public long mark() {
        return mark;
    }

    /** Those of the tweets that the home timeline shows, in the order of the ids. */
    public List<Entry> visible(long[] some) {
        return timeline.load(some).stream()
                .filter(entry -> !timeline.drops(entry))
                .toList();
    }

    /**
     * All that the home timeline shows, the newest first, with the originals of retweets beside them. Hidden tweets are
     * left out, so that they do not take the place of others, such as those of the same conversation.
     */
    public List<Entry> candidates() {
        return timeline.loadBare(ids).stream()
                .filter(entry -> !timeline.drops(entry))
                .toList();
    }

    /** A page with these tweets. */
    public TweetPage page(List<Entry> entries, @Nullable Cursor next, @Nullable Cursor previous) {
        return renderer.page(entries, next, previous);
    }

    /** Makes a page of entries. */
    @FunctionalInterface
    interface Renderer {
        TweetPage page(List<Entry> entries, @Nullable Cursor next, @Nullable Cursor previous);
    }
}
