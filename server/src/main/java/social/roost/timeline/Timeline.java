package social.roost.timeline;

import java.util.List;
import org.jspecify.annotations.Nullable;
import social.roost.view.Entry;
import social.roost.view.TweetPage;

/**
 * A timeline as one viewer gets to see it, in the steps in which a page of it is read: ids, load, drop, render. {@link
 * TimelineReader} repeats the first three until the page is full.
 */
interface Timeline {

    /** The greatest ids below one, in falling order: fewer than the limit only where there are no more. */
    long[] idsBelow(long before, int limit);

    /** The lowest ids above one, in falling order: fewer than the limit only where there are no more. */
    long[] idsAbove(long after, int limit);

    /** Loads tweets in the order of the ids, without what the viewer does not get to see in any timeline. */
    List<Entry> load(long[] ids);

    /** Whether a tweet that was loaded does not belong in this timeline. */
    boolean drops(Entry entry);

    /** Whether it drops retweets that show nothing new too, as {@link Repetitions} has it. */
    boolean dropsRepetitions();

    /** Makes a page of the tweets that are left, with what is shown beside them. */
    TweetPage render(List<Entry> kept, @Nullable Place next, Place previous);
}
