package social.roost.timeline;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import social.roost.base.CacheUse;
import social.roost.base.Cursor;
import social.roost.base.Filled;
import social.roost.base.Ids;
import social.roost.base.PageRequest;
import social.roost.base.Rejection;
import social.roost.base.Snowflake;
import social.roost.timeline.ConversationPage.More;
import social.roost.tweet.StoredTweet;
import social.roost.tweet.Tweet;
import social.roost.tweet.TweetAccess;
import social.roost.tweet.TweetStore;
import social.roost.tweet.Tweets;
import social.roost.tweet.Viewer;
import social.roost.view.Entry;
import social.roost.view.Hydration;
import social.roost.view.PageItem;
import social.roost.view.Tombstone;

/**
 * A tweet in its conversation: its ancestors up to the first tweet; then the tweet; then its author's continuation, and
 * the other replies, oldest first, page by page, each with the first replies below it ({@link Branches}).
 *
 * <p>The first page determines the author's continuation, and the cursor remembers it, so what is posted or deleted
 * while a reader pages moves no reply from a later page to an earlier one.
 */
public final class Conversation {
    private static final int MAXIMUM_ANCESTORS = 100;
    private static final int MAXIMUM_THREAD = 25;

    /** How many replies to a deleted tweet are checked for a visible one. */
    private static final int LOOKED_AT = 100;

    /** Replies appear in the order of their ids, except for the last few seconds. */
    private static final long SETTLE_MILLIS = 10_000;

    /** In a cursor: the author had no continuation when the first page was read. */
    static final long NO_THREAD = 0;

    private final TweetStore store;
    private final Tweets tweets;
    private final TweetAccess access;
    private final Hydration hydration;
    private final Replies replies;
    private final FirstReplies firstReplies;
    private final InstantSource clock;

    public Conversation(
            TweetStore store,
            Tweets tweets,
            Replies replies,
            TweetAccess access,
            Hydration hydration,
            InstantSource clock) {
        this.store = store;
        this.tweets = tweets;
        this.access = access;
        this.hydration = hydration;
        this.replies = replies;
        this.firstReplies = new FirstReplies(ids -> store.firstReplies(ids, FirstReplies.MOST));
        this.clock = clock;
    }

    public CacheUse cache() {
        return firstReplies.cache();
    }

    /**
     * Reads a page; only the first contains more than replies.
     *
     * @param tweetId for a retweet, stands for its original
     * @throws Rejection NOT_FOUND if the tweet does not exist, FORBIDDEN if its author blocks the viewer
     */
    public ConversationPage read(Viewer viewer, long tweetId, PageRequest request) {
        Tweet tweet = requirePosted(viewer, tweetId);
        Viewer visitor = viewer.visiting(tweet.authorId());
        Optional<Cursor> cursor = request.in(ConversationPage.list(tweet.id()), 2);
        int limit = request.limit();
        return cursor.isPresent()
                ? page(
                        Above.NOTHING,
                        tweet,
                        visitor,
                        cursor.get().value(0),
                        cursor.get().value(1),
                        limit)
                : first(tweet, visitor, limit);
    }

    private ConversationPage first(Tweet tweet, Viewer visitor, int limit) {
        Long first = store.threadReply(tweet.id());
        List<PageItem> items = new ArrayList<>(ancestors(tweet, visitor));
        items.add(item(tweet, visitor));
        List<Entry> thread = thread(first, visitor);
        items.addAll(thread);
        Above above = new Above(items, besides(thread));
        return page(above, tweet, visitor, tweet.id(), first == null ? NO_THREAD : first, limit);
    }

    /** The other replies to the tweets of a thread. */
    private static List<More> besides(List<Entry> thread) {
        List<More> more = new ArrayList<>();
        for (int i = 0; i < thread.size(); i++) {
            Entry entry = thread.get(i);
            boolean continued = i + 1 < thread.size();
            long others = entry.tweet().counts().replies() - (continued ? 1 : 0);
            if (others > 0) {
                long next = continued ? thread.get(i + 1).id() : NO_THREAD;
                more.add(More.after(entry.id(), entry.id(), next, others));
            }
        }
        return more;
    }

    private ConversationPage page(Above above, Tweet tweet, Viewer visitor, long after, long thread, int limit) {
        Filled<Long, Reply> answers = answers(tweet.id(), visitor, after, thread, limit);
        Branches branches = Branches.of(
                answers.shown(),
                tweet.id(),
                tweet.conversationId(),
                new Branches.Loader(firstReplies, replies, visitor));
        List<PageItem> items = new ArrayList<>(above.items());
        items.addAll(branches.items());
        List<More> more = new ArrayList<>(above.more());
        more.addAll(branches.more());
        Long last = answers.last();
        Cursor next = last == null ? null : ConversationPage.cursorAfter(last, tweet.id(), thread);
        return new ConversationPage(
                hydration.page(items, visitor, next, newer(tweet, thread)),
                more,
                replies.hiddenBelow(tweet.id(), visitor));
    }

    /** Where the replies from now on start. Some of those before are read again, because others arrive late. */
    private Cursor newer(Tweet tweet, long thread) {
        long settled = Snowflake.lowestAt(clock.millis() - SETTLE_MILLIS);
        return ConversationPage.cursorAfter(Math.max(settled, tweet.id()), tweet.id(), thread);
    }

    /** A deleted tweet can be visited as long as it has replies. */
    private Tweet requirePosted(Viewer viewer, long tweetId) {
        StoredTweet found = tweets.find(tweetId).orElse(null);
        if (found != null) {
            return access.requireOriginal(viewer.userId(), tweetId).tweet();
        }
        Tweet deleted = store.findPosted(tweetId);
        if (deleted == null || !viewer.mayRead(deleted) || !hasReplies(deleted, viewer)) {
            throw Rejection.notFound("tweet");
        }
        access.requireAuthor(viewer.userId(), deleted.authorId());
        return deleted;
    }

    private boolean hasReplies(Tweet deleted, Viewer viewer) {
        long[] rows = store.replies(deleted.id(), deleted.id(), LOOKED_AT);
        return !replies.load(Map.of(deleted.id(), rows), viewer.visiting(deleted.authorId()))
                .shown()
                .isEmpty();
    }

    /** From the first tweet of the conversation on, at most the nearest hundred. */
    private List<PageItem> ancestors(Tweet tweet, Viewer viewer) {
        List<PageItem> ancestors = new ArrayList<>();
        Tweet ancestor = answered(tweet);
        while (ancestor != null && ancestors.size() < MAXIMUM_ANCESTORS) {
            ancestors.add(item(ancestor, viewer));
            ancestor = answered(ancestor);
        }
        Collections.reverse(ancestors);
        return ancestors;
    }

    private @Nullable Tweet answered(Tweet tweet) {
        Long id = tweet.references().replyToId();
        if (id == null) {
            return null;
        }
        Optional<StoredTweet> found = tweets.find(id);
        return found.isPresent() ? found.get().tweet() : store.findPosted(id);
    }

    private PageItem item(Tweet tweet, Viewer viewer) {
        Optional<StoredTweet> found = tweets.find(tweet.id());
        boolean seen = found.isPresent() && viewer.sees(tweet);
        return seen
                ? hydration.entry(found.get(), viewer)
                : new Tombstone(tweet.id(), tweet.references().replyToId(), tweet.conversationId(), found.isEmpty());
    }

    private List<Entry> thread(@Nullable Long first, Viewer viewer) {
        List<Long> ids = new ArrayList<>();
        for (Long next = first; next != null && ids.size() < MAXIMUM_THREAD; next = store.threadReply(next)) {
            ids.add(next);
        }
        return hydration.load(Ids.of(ids, id -> id), viewer);
    }

    private Filled<Long, Reply> answers(long tweetId, Viewer viewer, long after, long thread, int limit) {
        return Filled.of(
                limit,
                after,
                (last, rows) -> LongStream.of(store.replies(tweetId, last == null ? tweetId : last, rows))
                        .boxed()
                        .toList(),
                ids -> replies.load(Map.of(tweetId, without(ids, thread)), viewer)
                        .shown());
    }

    private static long[] without(List<Long> ids, long id) {
        return ids.stream().mapToLong(each -> each).filter(each -> each != id).toArray();
    }

    /** What is above the replies of a page. */
    private record Above(List<PageItem> items, List<More> more) {
        static final Above NOTHING = new Above(List.of(), List.of());
    }
}
