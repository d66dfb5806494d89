package social.roost.timeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import social.roost.base.Cursor;
import social.roost.base.IdSet;
import social.roost.base.Ids;
import social.roost.base.Rejection;
import social.roost.timeline.Place.Newer;
import social.roost.timeline.TimelineStore.Slice;
import social.roost.tweet.Outline;
import social.roost.tweet.TweetStore;
import social.roost.tweet.Viewer;
import social.roost.view.Entry;
import social.roost.view.Hydration;
import social.roost.view.Outlined;
import social.roost.view.TweetPage;

/**
 * The home timeline: the ids pushed to the reader merged with the recent tweets of the famous authors the reader
 * follows, and below what both contain, the store.
 */
public final class HomeTimeline {
    /** At most this many tweets are pending for a reader. */
    private static final int FIRST_PAGE = 20;

    private final PushedTweets pushed;
    private final FamousFeed famous;
    private final TweetStore tweets;
    private final HomeAuthors authors;
    private final Hydration hydration;
    private final TimelineReader pages;

    public HomeTimeline(
            PushedTweets pushed,
            FamousFeed famous,
            TweetStore tweets,
            HomeAuthors authors,
            Hydration hydration,
            TimelineReader pages) {
        this.pushed = pushed;
        this.famous = famous;
        this.tweets = tweets;
        this.authors = authors;
        this.hydration = hydration;
        this.pages = pages;
    }

    /** Reads the page at a place: ids, load, drop, until it is full, then render. */
    public TweetPage read(Viewer viewer, Place place, int limit) {
        return pages.read(new Home(viewer), place, limit);
    }

    /** The newest tweets, to be read in another order. */
    public HomeTweets newest(Viewer viewer, int limit) {
        return pages.newest(new Home(viewer), limit);
    }

    /** To read tweets whose ids are known. */
    public HomeTweets tweets(Viewer viewer) {
        return new HomeTweets(new Home(viewer), Ids.NONE, 0);
    }

    /** See {@link TimelineReader#newer}. */
    TimelineReader.Newest newer(Viewer viewer, Newer place, int limit) {
        return pages.newer(new Home(viewer), place, limit);
    }

    /** See {@link TimelineReader#one}. */
    @Nullable
    TweetPage one(Viewer viewer, long tweetId, Newer place, boolean more) {
        return pages.one(new Home(viewer), tweetId, place, more);
    }

    /**
     * The timeline's new tweets from now on.
     *
     * @param since also includes what has arrived since an earlier {@link LiveTimeline#cursor} or a page's {@code
     *     previous}
     * @throws Rejection INVALID if it is neither
     */
    public LiveTimeline live(Viewer viewer, Optional<Cursor> since) {
        Place place = since.map(Place::of).orElseGet(() -> Place.above(read(viewer, Place.NEWEST, FIRST_PAGE)));
        if (place instanceof Newer newer) {
            return new LiveTimeline(this, newer);
        }
        throw Rejection.invalid("last_event_id", "Not a valid event id or 'previous' cursor.");
    }

    /** One viewer's home timeline, for one read. */
    private final class Home implements HomeTweets.Source {
        private final Viewer viewer;
        private final long readerId;
        private final long[] followees;
        private final long[] shown;

        Home(Viewer viewer) {
            this.viewer = viewer.readingHome();
            this.readerId = viewer.userId();
            this.followees = authors.followees(readerId);
            this.shown = authors.shown(readerId, followees);
        }

        /**
         * The ids. The pulled authors must be determined before the pushed ids: an author who stops being famous in
         * between is then found twice, instead of not at all.
         */
        @Override
        public long[] idsBelow(long before, int limit) {
            long[] pulled = famous.among(shown);
            Sources sources = sources(pulled, pushed.older(readerId, before, limit));
            long[] merged = Descending.newest(sources.lists(), before, sources.floor(), limit);
            if (merged.length == limit || sources.floor() == 0) {
                return merged;
            }
            long[] stored = tweets.newest(shownAndReader(), Math.min(before, sources.floor()), limit - merged.length);
            return concatenate(merged, stored);
        }

        /** Like {@link #idsBelow}, in the other direction. */
        @Override
        public long[] idsAbove(long after, int limit) {
            long[] pulled = famous.among(shown);
            Sources sources = sources(pulled, pushed.newer(readerId, after, limit));
            return after + 1 < sources.floor()
                    ? tweets.oldest(shownAndReader(), after, limit)
                    : Descending.oldest(sources.lists(), after, limit);
        }

        @Override
        public List<Entry> load(long[] ids) {
            return hydration.loadWithParents(ids, viewer);
        }

        @Override
        public List<Outlined> outlined(long[] ids) {
            IdSet all = new IdSet(shown);
            List<Outlined> outlined = new ArrayList<>(ids.length);
            for (Outlined each : hydration.outlined(ids, viewer)) {
                if (!drops(each.tweet(), all::contains)) {
                    outlined.add(each);
                }
            }
            return outlined;
        }

        /**
         * Timelines keep what was pushed before an unfollow, and get what members of exclusive lists post; it is
         * dropped here. A reply is shown to readers who follow both its author and the user it replies to, as if every
         * user followed themselves.
         */
        @Override
        public boolean drops(Entry entry) {
            return drops(entry.tweet().outline(), authorId -> Ids.contains(shown, authorId));
        }

        private boolean drops(Outline tweet, LongPredicate isShown) {
            long authorId = tweet.authorId();
            return authorId != readerId
                    && (!isShown.test(authorId)
                            || (tweet.isRetweet() && viewer.hidden().hidesRetweetsOf(authorId))
                            || (tweet.repliesToOther() && !isNear(tweet.replyToUserId())));
        }

        @Override
        public boolean dropsRepetitions() {
            return true;
        }

        @Override
        public TweetPage render(List<Entry> kept, @Nullable Place next, Place previous) {
            return page(kept, next == null ? null : next.cursor(), previous.cursor());
        }

        @Override
        public TweetPage page(List<Entry> entries, @Nullable Cursor next, @Nullable Cursor previous) {
            return hydration.page(entries, viewer, next, previous);
        }

        private boolean isNear(long userId) {
            return userId == readerId || Ids.contains(followees, userId);
        }

        private long[] shownAndReader() {
            return Ids.with(shown, readerId);
        }
    }

    private Sources sources(long[] pulled, Slice own) {
        long floor = own.floor();
        List<long[]> lists = new ArrayList<>(8);
        lists.add(own.ids());
        for (long author : pulled) {
            Slice recent = famous.recent(author);
            lists.add(recent.ids());
            floor = Math.max(floor, recent.floor());
        }
        return new Sources(lists, floor);
    }

    private static long[] concatenate(long[] first, long[] second) {
        long[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /** Descending lists, which together are complete from the floor on. */
    private record Sources(List<long[]> lists, long floor) {}
}
