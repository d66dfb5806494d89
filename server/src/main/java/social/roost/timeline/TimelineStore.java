package social.roost.timeline;

import org.jspecify.annotations.Nullable;

/**
 * Precomputed home timelines: for each active reader the ids of the newest tweets that were pushed.
 *
 * <p>Promises:
 *
 * <ul>
 *   <li>A timeline exists only while its reader is active: from {@link #begin} until the active time after the last read,
 *       or until memory is short. Whatever is pushed, merged or removed where none exists does nothing.
 *   <li>Ids are kept sorted and once, in whatever order and however often they come.
 *   <li>At most a fixed number of ids is kept, the greatest. {@link Slice#floor} tells from which id on nothing was left
 *       out.
 *   <li>A timeline that was begun takes pushes at once, but is not read before it is {@link #complete}.
 *   <li>It may lose timelines at any time, whole ones only; they are rebuilt at the next read.
 * </ul>
 */
public interface TimelineStore {

    /** Adds a tweet to the timelines of the readers from index {@code from} (inclusive) to {@code to} (exclusive). */
    void push(long tweetId, long[] readerIds, int from, int to);

    /** Creates the reader's timeline, empty and incomplete, unless there is one. */
    void begin(long readerId);

    /**
     * Makes a begun timeline readable after adding what was pulled from the store.
     *
     * @param ids in falling order
     * @param floor the pull left out nothing from this id on
     */
    void complete(long readerId, long[] ids, long floor);

    /** Adds what was pulled from the store of one more author; otherwise as {@link #complete}. */
    void merge(long readerId, long[] ids, long floor);

    /** Removes the reader's timeline, if there is one: it is rebuilt at the next read. */
    void drop(long readerId);

    /** Removes a tweet from these readers' timelines. */
    void remove(long tweetId, long[] readerIds);

    /**
     * Reads the greatest ids below one, which also renews the timeline.
     *
     * @return null when there is no complete timeline
     */
    @Nullable
    Slice older(long readerId, long before, int limit);

    /** Reads the lowest ids above one; otherwise as {@link #older}. */
    @Nullable
    Slice newer(long readerId, long after, int limit);

    /**
     * A part of a timeline.
     *
     * <p>Not a record, since it holds an array.
     */
    final class Slice {
        private final long[] ids;
        private final long floor;

        public Slice(long[] ids, long floor) {
            this.ids = ids;
            this.floor = floor;
        }

        /** In falling order. */
        public long[] ids() {
            return ids;
        }

        /** The timeline leaves out nothing from this id on; 0 when it holds all there is. */
        public long floor() {
            return floor;
        }
    }
}
