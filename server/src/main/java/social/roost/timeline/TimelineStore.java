package social.roost.timeline;

import org.jspecify.annotations.Nullable;

/**
 * Precomputed home timelines: for each active reader, the ids of the newest tweets that were pushed.
 *
 * <p>Promises:
 *
 * <ul>
 * <li>A timeline exists only while its reader is active: from {@link #begin} until the active time after the last read,
 *     or until memory is short. A push, merge or removal without a timeline does nothing.
 * <li>Ids are sorted and unique, in whatever order and however often they arrive.
 * <li>At most a fixed number of ids is kept, the greatest. {@link Slice#floor} is the id from which on it is complete.
 * <li>A timeline that was begun accepts pushes immediately, but is not read before it is {@link #complete}.
 * <li>Timelines may be lost at any time, but only as a whole; they are rebuilt at the next read.
 * </ul>
 */
public interface TimelineStore {

    /** Adds a tweet to the timelines of the readers from index {@code from} (inclusive) to {@code to} (exclusive). */
    void push(long tweetId, long[] readerIds, int from, int to);

    /** Creates the reader's timeline, empty and incomplete, unless it exists. */
    void begin(long readerId);

    /**
     * Makes a begun timeline readable after adding what was pulled from the store.
     *
     * @param ids descending
     * @param floor the pull was complete from this id on
     */
    void complete(long readerId, long[] ids, long floor);

    /** Adds what was pulled from the store for one more author; otherwise like {@link #complete}. */
    void merge(long readerId, long[] ids, long floor);

    /** Removes the reader's timeline, if it exists: it is rebuilt at the next read. */
    void drop(long readerId);

    /** Removes a tweet from these readers' timelines. */
    void remove(long tweetId, long[] readerIds);

    /**
     * Reads the greatest ids below an id, and extends the timeline's lifetime.
     *
     * @return null if there is no complete timeline
     */
    @Nullable
    Slice older(long readerId, long before, int limit);

    /** Reads the lowest ids above an id; otherwise like {@link #older}. */
    @Nullable
    Slice newer(long readerId, long after, int limit);

    /**
     * A part of a timeline.
     *
     * <p>Not a record, because it contains an array.
     */
    final class Slice {
        private final long[] ids;
        private final long floor;

        public Slice(long[] ids, long floor) {
            this.ids = ids;
            this.floor = floor;
        }

        /** Descending. */
        public long[] ids() {
            return ids;
        }

        /** The id from which on the timeline is complete; 0 if it contains everything. */
        public long floor() {
            return floor;
        }
    }
}
