package social.roost.timeline;

import java.util.List;
import org.jspecify.annotations.Nullable;
import social.roost.base.Cursor;
import social.roost.view.Entry;
import social.roost.view.Outlined;
import social.roost.view.TweetPage;

/** The newest tweets of a home timeline, for another order than that of time. */
public final class HomeTweets {
    private final Source source;
    private final long[] ids;
    private final long mark;

    /**
     * @param ids descending
     * @param mark above which tweets may still arrive
     */
    HomeTweets(Source source, long[] ids, long mark) {
        this.source = source;
        this.ids = ids;
        this.mark = mark;
    }

    /** The id above which tweets may still arrive, see {@link Place#above(long, long[])}. */
    public long mark() {
        return mark;
    }

    /** Those of the tweets that the home timeline shows, in the order of the ids. */
    public List<Entry> visible(long[] some) {
        return source.load(some).stream().filter(entry -> !source.drops(entry)).toList();
    }

    /**
     * All that the home timeline shows, the newest first. Hidden tweets are left out, so that they do not take the place
     * of others, such as those of the same conversation.
     */
    public List<Outlined> candidates() {
        return source.outlined(ids);
    }

    /** A page with these tweets. */
    public TweetPage page(List<Entry> entries, @Nullable Cursor next, @Nullable Cursor previous) {
        return source.page(entries, next, previous);
    }

    /** A timeline that can be read in another order. */
    interface Source extends Timeline {

        /** The tweets that the timeline shows, in the order of the ids. */
        List<Outlined> outlined(long[] ids);

        /** Makes a page of entries. */
        TweetPage page(List<Entry> entries, @Nullable Cursor next, @Nullable Cursor previous);
    }
}
