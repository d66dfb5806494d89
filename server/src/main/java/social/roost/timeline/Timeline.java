package social.roost.timeline;

import java.util.List;
import org.jspecify.annotations.Nullable;
import social.roost.view.Entry;
import social.roost.view.TweetPage;

/**
 * A timeline as seen by one viewer, in the steps of reading a page: ids, load, drop, render. {@link TimelineReader}
 * repeats the first three until the page is full.
 */
interface Timeline {

    /** The greatest ids below an id, descending: fewer than the limit only if there are no more. */
    long[] idsBelow(long before, int limit);

    /** The lowest ids above an id, descending: fewer than the limit only if there are no more. */
    long[] idsAbove(long after, int limit);

    /** Loads tweets in the order of the ids, without those hidden from the viewer in every timeline. */
    List<Entry> load(long[] ids);

    /** Whether a loaded tweet does not belong in this timeline. */
    boolean drops(Entry entry);

    /** Whether to drop retweets that show nothing new, see {@link Repetitions}. */
    boolean dropsRepetitions();

    /** Makes a page of the remaining tweets, with everything displayed next to them. */
    TweetPage render(List<Entry> kept, @Nullable Place next, Place previous);
}
