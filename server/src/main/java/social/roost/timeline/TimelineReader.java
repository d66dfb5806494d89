package social.roost.timeline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import social.roost.base.ReadSteps;
import social.roost.timeline.Place.Newer;
import social.roost.timeline.Place.Older;
import social.roost.view.Entry;
import social.roost.view.TweetPage;

/**
 * Reads a page of any {@link Timeline}: ids, load, drop, until the page is full or {@link ReadSteps} allows no more;
 * then render, with the places before and after it. A page that is short for that reason has a next one.
 */
public final class TimelineReader {
    private final Settled settled;

    public TimelineReader(Settled settled) {
        this.settled = settled;
    }

    /** Reads the page of a timeline that starts at a place. */
    TweetPage read(Timeline timeline, Place place, int limit) {
        return switch (place) {
            case Older older -> older(timeline, older, limit);
            case Newer newer -> newer(timeline, newer, limit).page();
        };
    }

    /**
     * Reads one tweet as a page, if it belongs to a timeline; otherwise null.
     *
     * @param place below the tweet
     * @param more whether there are other unread tweets above the place
     */
    @Nullable
    TweetPage one(Timeline timeline, long id, Newer place, boolean more) {
        long mark = settled.mark();
        List<Entry> kept = new ArrayList<>(1);
        boolean _ = keep(timeline, new long[] {id}, kept, 1);
        return kept.isEmpty() ? null : page(timeline, kept, null, above(kept, place, more ? id : Long.MAX_VALUE, mark));
    }

    /** The newest tweets of a timeline, for another order. */
    HomeTweets newest(HomeTweets.Source timeline, int limit) {
        long mark = settled.mark();
        long[] ids = timeline.idsBelow(Long.MAX_VALUE, limit);
        if (ids.length > 0) {
            settled.seen(ids[0]);
        }
        return new HomeTweets(timeline, ids, mark);
    }

    private TweetPage older(Timeline timeline, Older place, int limit) {
        long mark = settled.mark();
        Candidates candidates = new Candidates(timeline, place.before(), new ReadSteps(limit + 1));
        List<Entry> kept = new ArrayList<>(limit);
        int next = 0;
        for (boolean ended = false; !ended && kept.size() < limit; next++) {
            Entry entry = candidates.get(next);
            ended = entry == null;
            if (entry != null && !(timeline.dropsRepetitions() && Repetitions.isOne(entry, candidates, next + 1))) {
                kept.add(entry);
            }
        }
        Older below = candidates.mayHave(next) ? new Older(lowest(kept, limit, candidates)) : null;
        return page(timeline, kept, below, above(kept, place, below, mark));
    }

    private static long lowest(List<Entry> kept, int limit, Candidates candidates) {
        return kept.size() == limit ? kept.getLast().id() : candidates.lowest();
    }

    /** Reads upwards from a place. */
    Newest newer(Timeline timeline, Newer place, int limit) {
        long mark = settled.mark();
        List<Entry> kept = new ArrayList<>(limit);
        ReadSteps steps = new ReadSteps(limit + place.seen().length + 1);
        long after = place.after();
        boolean more = true;
        while (more && kept.size() < limit && steps.hasNext()) {
            int step = steps.next();
            long[] found = timeline.idsAbove(after, step);
            more = found.length == step;
            if (found.length > 0) {
                after = found[0];
                more |= !keep(timeline, unseenRising(found, place), kept, limit);
            }
        }
        long looked =
                !more ? Long.MAX_VALUE : kept.size() == limit ? kept.getLast().id() : after;
        Collections.reverse(kept);
        Place next = kept.isEmpty() ? null : new Older(kept.getLast().id());
        return new Newest(page(timeline, kept, next, above(kept, place, looked, mark)), !more);
    }

    /** Whether all found ids were processed before the page was full. */
    private boolean keep(Timeline timeline, long[] found, List<Entry> kept, int limit) {
        for (Entry entry : timeline.load(found)) {
            if (kept.size() == limit) {
                return false;
            }
            if (!timeline.drops(entry) && !repeats(timeline, entry)) {
                kept.add(entry);
            }
        }
        return true;
    }

    private boolean repeats(Timeline timeline, Entry entry) {
        return timeline.dropsRepetitions()
                && entry.isRetweet()
                && Repetitions.isOne(entry, new Candidates(timeline, entry.id(), ReadSteps.few(Repetitions.WINDOW)), 0);
    }

    private static long[] unseenRising(long[] falling, Newer place) {
        return LongStream.of(falling).filter(id -> !place.wasSeen(id)).sorted().toArray();
    }

    private TweetPage page(Timeline timeline, List<Entry> kept, @Nullable Place next, Place previous) {
        if (!kept.isEmpty()) {
            settled.seen(kept.getFirst().id());
        }
        return timeline.render(kept, next, previous);
    }

    /** The place above a page that was read downwards, up to the start of the next one. */
    private static Place above(List<Entry> kept, Older place, @Nullable Older below, long mark) {
        boolean newest = place.before() == Long.MAX_VALUE;
        long after = newest || kept.isEmpty() ? Math.min(mark, place.before() - 1) : upTo(kept, mark);
        return new Newer(Math.max(after, below == null ? 0 : below.before() - 1), idsOf(kept));
    }

    /** The place above a page that was read upwards, up to this id. */
    private static Place above(List<Entry> kept, Newer place, long looked, long mark) {
        long[] seen = LongStream.concat(LongStream.of(place.seen()), LongStream.of(idsOf(kept)))
                .toArray();
        return new Newer(Math.max(Math.min(looked, mark), place.after()), seen);
    }

    private static long upTo(List<Entry> kept, long mark) {
        return Math.min(mark, kept.getFirst().id());
    }

    private static long[] idsOf(List<Entry> tweets) {
        long[] ids = new long[tweets.size()];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = tweets.get(i).id();
        }
        return ids;
    }

    /**
     * A page that was read upwards.
     *
     * @param complete whether there was nothing above it when it was read
     */
    record Newest(TweetPage page, boolean complete) {}
}
