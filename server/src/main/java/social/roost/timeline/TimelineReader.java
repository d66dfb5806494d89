package social.roost.timeline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import social.roost.timeline.Place.Newer;
import social.roost.timeline.Place.Older;
import social.roost.tweet.StoredTweet;
import social.roost.tweet.Tweets;
import social.roost.view.Authors;
import social.roost.view.TweetPage;

/**
 * Reads a page of any timeline: ids, load, drop, until the page is full; then what is shown beside the tweets, and the
 * places before and after it.
 */
public final class TimelineReader {
    private final Tweets tweets;
    private final Authors authors;
    private final Settled settled;

    public TimelineReader(Tweets tweets, Authors authors, Settled settled) {
        this.tweets = tweets;
        this.authors = authors;
        this.settled = settled;
    }

    /**
     * Reads a page.
     *
     * @param shown whether the reader may see a tweet; deleted ones do not come here
     */
    TweetPage read(Skeleton skeleton, Predicate<StoredTweet> shown, Place place, int limit) {
        return switch (place) {
            case Older older -> older(skeleton, shown, older, limit);
            case Newer newer -> newer(skeleton, shown, newer, limit);
        };
    }

    private TweetPage older(Skeleton skeleton, Predicate<StoredTweet> shown, Older place, int limit) {
        long mark = settled.mark();
        List<StoredTweet> kept = new ArrayList<>(limit);
        long before = place.before();
        int step = limit + 1;
        boolean more = true;
        while (more && kept.size() < limit) {
            long[] found = skeleton.older(before, step);
            more = found.length == step;
            if (found.length > 0) {
                more |= !keep(found, shown, kept, limit);
                before = found[found.length - 1];
            }
        }
        Place next = more ? new Older(kept.getLast().id()) : null;
        return page(kept, next, above(kept, place, more, mark));
    }

    /** Whether all of the found were looked at before the page was full. */
    private boolean keep(long[] found, Predicate<StoredTweet> shown, List<StoredTweet> kept, int limit) {
        for (StoredTweet tweet : tweets.find(found)) {
            if (kept.size() == limit) {
                return false;
            }
            if (tweet != null && shown.test(tweet)) {
                kept.add(tweet);
            }
        }
        return true;
    }

    private TweetPage newer(Skeleton skeleton, Predicate<StoredTweet> shown, Newer place, int limit) {
        long mark = settled.mark();
        List<StoredTweet> kept = new ArrayList<>(limit);
        long after = place.after();
        int step = limit + place.seen().length + 1;
        boolean more = true;
        while (more && kept.size() < limit) {
            long[] found = skeleton.newer(after, step);
            more = found.length == step;
            if (found.length > 0) {
                after = found[0];
                more |= !keep(unseenRising(found, place), shown, kept, limit);
            }
        }
        Collections.reverse(kept);
        Place next = kept.isEmpty() ? null : new Older(kept.getLast().id());
        return page(kept, next, above(kept, place, more, mark));
    }

    private static long[] unseenRising(long[] falling, Newer place) {
        return LongStream.of(falling).filter(id -> !place.wasSeen(id)).sorted().toArray();
    }

    private TweetPage page(List<StoredTweet> kept, @Nullable Place next, Place previous) {
        return new TweetPage(kept, authors.of(kept), next == null ? null : next.cursor(), previous.cursor());
    }

    /** The place of what comes above a page that was read going down; more tells whether there is something below it. */
    private static Place above(List<StoredTweet> kept, Older place, boolean more, long mark) {
        boolean newest = place.before() == Long.MAX_VALUE;
        long after = newest || kept.isEmpty() ? Math.min(mark, place.before() - 1) : upTo(kept, mark);
        long lowest = more ? kept.getLast().id() - 1 : 0;
        return new Newer(Math.max(after, lowest), idsOf(kept));
    }

    /** The place of what comes above a page that was read going up; more tells whether there is something above it. */
    private static Place above(List<StoredTweet> kept, Newer place, boolean more, long mark) {
        long after = more ? upTo(kept, mark) : mark;
        long[] seen = LongStream.concat(LongStream.of(place.seen()), LongStream.of(idsOf(kept)))
                .toArray();
        return new Newer(Math.max(after, place.after()), seen);
    }

    private static long upTo(List<StoredTweet> kept, long mark) {
        return Math.min(mark, kept.getFirst().id());
    }

    private static long[] idsOf(List<StoredTweet> tweets) {
        long[] ids = new long[tweets.size()];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = tweets.get(i).id();
        }
        return ids;
    }
}
