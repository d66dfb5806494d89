package social.roost.ranking;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.base.Cursor;
import social.roost.base.PageRequest;
import social.roost.base.ReadSteps;
import social.roost.base.Snowflake;
import social.roost.base.UnavailableException;
import social.roost.ranking.FrozenOrders.Frozen;
import social.roost.timeline.HomeTimeline;
import social.roost.timeline.HomeTweets;
import social.roost.timeline.Place;
import social.roost.tweet.Viewer;
import social.roost.view.Entry;
import social.roost.view.Outlined;
import social.roost.view.PageItem;
import social.roost.view.TweetPage;

/**
 * The home timeline in any order. The tweets are those of the latest order, so all rules of the home timeline hold. The
 * first page fixes the order, so the next ones neither skip nor repeat anything while counts change. After its end, and
 * if the order is lost, the latest order continues.
 */
public final class RankedHome {
    private static final Logger LOG = LoggerFactory.getLogger(RankedHome.class);

    /** As many as a timeline has entries. */
    private static final int MOST = 800;

    /** How old a tweet may be to be among the newest of the hybrid order for those who have seen none. */
    private static final Duration RECENT = Duration.ofHours(1);

    /** Distinguishes cursors from those of {@link Place}. */
    private static final long KIND = 2;

    private static final int CURSOR_SIZE = 5;

    private final HomeTimeline home;
    private final Candidates candidates;
    private final SignalStore signals;
    private final SeenTweets seen;
    private final FrozenOrders orders;
    private final InstantSource clock;

    public RankedHome(HomeTimeline home, Stored stored, AnalyticsCache analytics, InstantSource clock) {
        this.home = home;
        this.candidates = new Candidates(analytics);
        this.signals = stored.signals();
        this.seen = stored.seen();
        this.orders = stored.orders();
        this.clock = clock;
    }

    /** The ports. */
    public record Stored(SignalStore signals, SeenTweets seen, FrozenOrders orders) {}

    /** Reads a page: the first one in the given order, the others in that of their cursor. */
    public TweetPage read(Viewer viewer, Order order, PageRequest request) {
        Optional<Cursor> cursor = request.cursor();
        if (cursor.isPresent() && cursor.get().value(0) == KIND) {
            return next(viewer, cursor.get(), request.limit());
        }
        if (cursor.isPresent() || order == Order.LATEST) {
            return home.read(viewer, Place.of(cursor), request.limit());
        }
        HomeTweets tweets = home.newest(viewer, MOST);
        Frozen frozen = freeze(viewer.userId(), order, tweets.candidates());
        keep(viewer.userId(), frozen);
        return page(tweets, frozen, new Position(0, tweets.mark()), request.limit());
    }

    /** Why the tweets on the first page have their places now, in any order. */
    public List<Explanation> explain(Viewer viewer, TweetPage page) {
        Set<Long> shown = page.items().stream().map(PageItem::id).collect(Collectors.toSet());
        return rank(viewer.userId(), home.newest(viewer, MOST).candidates()).explanations().stream()
                .filter(explanation -> shown.contains(explanation.tweetId()))
                .toList();
    }

    /**
     * Why a tweet has its place now.
     *
     * @return null if it is not among the tweets that are ranked, or the reader does not see it
     */
    public @Nullable Explanation explain(Viewer viewer, long tweetId) {
        return rank(viewer.userId(), home.newest(viewer, MOST).candidates()).explanations().stream()
                .filter(explanation -> explanation.tweetId() == tweetId)
                .findFirst()
                .orElse(null);
    }

    private Frozen freeze(long readerId, Order order, List<Outlined> tweets) {
        int newest = order == Order.TOP ? 0 : newerThanSeen(readerId, tweets);
        Ranking ranking = rank(readerId, tweets.subList(newest, tweets.size()));
        long[] ranked = ranking.ids();
        double[] scored = ranking.scores();
        long[] ids = new long[newest + ranked.length];
        float[] scores = new float[ids.length];
        for (int i = 0; i < newest; i++) {
            ids[i] = tweets.get(i).tweet().id();
        }
        System.arraycopy(ranked, 0, ids, newest, ranked.length);
        for (int i = 0; i < ranked.length; i++) {
            scores[newest + i] = (float) scored[i];
        }
        return new Frozen(ThreadLocalRandom.current().nextLong(), ids, scores);
    }

    private int newerThanSeen(long readerId, List<Outlined> tweets) {
        long last = LongStream.of(seenBy(readerId)).max().orElseGet(this::recent);
        int newer = 0;
        while (newer < tweets.size() && tweets.get(newer).tweet().id() > last) {
            newer++;
        }
        return newer;
    }

    private long recent() {
        return Snowflake.lowestAt(clock.millis() - RECENT.toMillis());
    }

    private Ranking rank(long readerId, List<Outlined> tweets) {
        long now = clock.millis();
        return Ranker.rank(candidates.of(tweets, now), signalsOf(readerId), now);
    }

    /** While a store is unavailable, tweets are ranked without what it knows. */
    private ReaderSignals signalsOf(long readerId) {
        long[] seenIds = seenBy(readerId);
        try {
            return ReaderSignals.of(signals.of(readerId), seenIds, clock.millis());
        } catch (UnavailableException e) {
            LOG.debug("Ranked without signals, since {}", e.getMessage());
            return ReaderSignals.of(List.of(), seenIds, clock.millis());
        }
    }

    private long[] seenBy(long readerId) {
        try {
            return seen.of(readerId);
        } catch (UnavailableException e) {
            LOG.debug("Ranked without what was seen, since {}", e.getMessage());
            return new long[0];
        }
    }

    private void keep(long readerId, Frozen frozen) {
        try {
            orders.keep(readerId, frozen);
        } catch (UnavailableException e) {
            LOG.debug("The next page will be the latest, since {}", e.getMessage());
        }
    }

    private TweetPage next(Viewer viewer, Cursor cursor, int limit) {
        if (cursor.size() != CURSOR_SIZE) {
            throw Cursor.invalid();
        }
        long offset = cursor.value(2);
        Frozen frozen = find(viewer.userId());
        return frozen == null || frozen.session() != cursor.value(1) || offset < 0 || offset > frozen.ids().length
                ? home.read(viewer, Place.below(cursor.value(4)), limit)
                : page(home.tweets(viewer), frozen, new Position((int) offset, cursor.value(3)), limit);
    }

    private @Nullable Frozen find(long readerId) {
        try {
            return orders.of(readerId);
        } catch (UnavailableException e) {
            LOG.debug("Continued with the latest, since {}", e.getMessage());
            return null;
        }
    }

    private static TweetPage page(HomeTweets tweets, Frozen frozen, Position position, int limit) {
        List<Entry> kept = new ArrayList<>(limit);
        long[] ids = frozen.ids();
        int next = position.offset;
        ReadSteps steps = new ReadSteps(limit);
        while (kept.size() < limit && next < ids.length && steps.hasNext()) {
            int end = Math.min(ids.length, next + steps.next());
            List<Entry> visible = tweets.visible(Arrays.copyOfRange(ids, next, end));
            int taken = Math.min(limit - kept.size(), visible.size());
            kept.addAll(visible.subList(0, taken));
            next = taken < visible.size() ? indexOf(ids, visible.get(taken).id(), next) : end;
        }
        return tweets.page(
                kept,
                after(frozen, new Position(next, position.mark)),
                Place.above(position.mark, ids).cursor());
    }

    private static int indexOf(long[] ids, long id, int from) {
        int index = from;
        while (ids[index] != id) {
            index++;
        }
        return index;
    }

    private static @Nullable Cursor after(Frozen frozen, Position position) {
        long[] ids = frozen.ids();
        if (ids.length == 0) {
            return null;
        }
        int count = position.offset;
        return count < ids.length
                ? Cursor.of(KIND, frozen.session(), count, position.mark, ids[Math.max(0, count - 1)])
                : Place.below(LongStream.of(ids).min().orElseThrow()).cursor();
    }

    /**
     * Where a reader is.
     *
     * @param offset the number of tweets above
     * @param mark above which tweets could still arrive when the order was fixed
     */
    private record Position(int offset, long mark) {}
}
