package social.roost.timeline;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import social.roost.base.Ids;

/**
 * The authors whose tweets the reads of this process pull: the famous, and those who were until a moment ago. {@link
 * FamousFeed} keeps it up to date.
 */
public final class FamousAuthors {
    private final boolean everyone;

    /** In rising order, replaced as a whole. Few are famous, and fame changes rarely. */
    private volatile long[] ids = Ids.NONE;

    /**
     * Begins without any.
     *
     * @param everyone all tweets are pulled, whoever their author is
     */
    public FamousAuthors(boolean everyone) {
        this.everyone = everyone;
    }

    boolean contains(long authorId) {
        return everyone || Ids.contains(ids, authorId);
    }

    synchronized void add(long authorId) {
        ids = Ids.with(ids, authorId);
    }

    synchronized void remove(long authorId) {
        ids = Ids.without(ids, authorId);
    }

    /** Takes over who was famous when this process started. */
    public synchronized void addAll(long[] famous) {
        ids = LongStream.concat(LongStream.of(ids), LongStream.of(famous))
                .sorted()
                .distinct()
                .toArray();
    }

    /** Those of the sorted authors who are famous; costs as many look-ups as the smaller of the two sets has members. */
    long[] among(long[] authors) {
        if (everyone) {
            return authors;
        }
        long[] pulled = ids;
        return pulled.length < authors.length ? intersect(pulled, authors) : intersect(authors, pulled);
    }

    private static long[] intersect(long[] few, long[] many) {
        long @Nullable [] both = null;
        int count = 0;
        for (long id : few) {
            if (Ids.contains(many, id)) {
                both = both == null ? new long[few.length] : both;
                both[count++] = id;
            }
        }
        return both == null ? Ids.NONE : Arrays.copyOf(both, count);
    }
}
