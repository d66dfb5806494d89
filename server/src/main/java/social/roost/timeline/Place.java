package social.roost.timeline;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import social.roost.base.Cursor;
import social.roost.base.Ids;
import social.roost.view.TweetPage;

/** Where a page starts in a timeline, and its encoding as a cursor. */
public sealed interface Place {
    Place NEWEST = new Older(Long.MAX_VALUE);

    Cursor cursor();

    static Place of(Optional<Cursor> cursor) {
        return cursor.map(Place::of).orElse(NEWEST);
    }

    /**
     * The place of everything with a higher id.
     *
     * @param seen except these, in any order
     */
    static Place above(long id, long[] seen) {
        return new Newer(id, seen);
    }

    /** The place of everything with a lower id. */
    static Place below(long id) {
        return new Older(id);
    }

    /** The place of what arrives above a page. */
    static Newer above(TweetPage page) {
        return (Newer) of(Objects.requireNonNull(page.previous()));
    }

    static Place of(Cursor cursor) {
        long kind = cursor.value(0);
        if (kind == Older.KIND && cursor.size() == 2) {
            return new Older(cursor.value(1));
        }
        if (kind == Newer.KIND && cursor.size() >= 2) {
            long[] seen = new long[cursor.size() - 2];
            Arrays.setAll(seen, i -> cursor.value(i + 2));
            return new Newer(cursor.value(1), seen);
        }
        throw Cursor.invalid();
    }

    /** The page has ids below this one. */
    record Older(long before) implements Place {
        private static final long KIND = 0;

        @Override
        public Cursor cursor() {
            return Cursor.of(KIND, before);
        }
    }

    /**
     * The page has ids above this one, except some that the reader has already seen.
     *
     * <p>Tweets are delivered moments after their id was created, and out of order: one with a lower id may arrive
     * after the reader has seen a higher one. So {@code after} stays behind what may still arrive, and ids shown above
     * it are listed.
     */
    final class Newer implements Place {
        private static final long KIND = 1;
        private static final int MAXIMUM_SEEN = 400;

        private final long after;
        private final long[] seen;

        /**
         * Creates the place above which everything is new.
         *
         * @param seen in any order
         */
        Newer(long after, long[] seen) {
            long[] above = sortedAbove(after, seen);
            int dropped = Math.max(0, above.length - MAXIMUM_SEEN);
            this.after = dropped == 0 ? after : above[dropped - 1];
            this.seen = Arrays.copyOfRange(above, dropped, above.length);
        }

        private static long[] sortedAbove(long after, long[] ids) {
            long[] above = new long[ids.length];
            int count = 0;
            for (long id : ids) {
                if (id > after) {
                    above[count++] = id;
                }
            }
            Arrays.sort(above, 0, count);
            return Arrays.copyOf(above, count);
        }

        long after() {
            return after;
        }

        /** Ascending, all above {@link #after}. */
        long[] seen() {
            return seen;
        }

        boolean wasSeen(long id) {
            return Ids.contains(seen, id);
        }

        @Override
        public Cursor cursor() {
            long[] values = new long[2 + seen.length];
            values[0] = KIND;
            values[1] = after;
            System.arraycopy(seen, 0, values, 2, seen.length);
            return Cursor.of(values);
        }
    }
}
