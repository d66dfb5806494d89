package social.roost.timeline;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import social.roost.base.Ids;

/**
 * The authors whose tweets this process pulls: famous ones, and those who were famous until a moment ago. {@link
 * FamousFeed} keeps it current.
 */
public final class FamousAuthors {
    private final boolean everyone;

    /** Ascending, replaced as a whole. Few authors are famous, and fame changes rarely. */
    private volatile long[] ids = Ids.NONE;

    /**
     * Starts empty.
     *
     * @param everyone whether the tweets of all authors are pulled
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

    /** Adds the authors who were famous when this process started. */
    public synchronized void addAll(long[] famous) {
        ids = LongStream.concat(LongStream.of(ids), LongStream.of(famous))
                .sorted()
                .distinct()
                .toArray();
    }

    /** The given sorted authors who are famous; costs as many look-ups as the smaller of the two sets has members. */
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
