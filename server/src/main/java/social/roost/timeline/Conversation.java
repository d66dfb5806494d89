package social.roost.timeline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import social.roost.base.Cursor;
import social.roost.base.Filled;
import social.roost.base.Ids;
import social.roost.base.ListId;
import social.roost.base.PageRequest;
import social.roost.base.Rejection;
import social.roost.tweet.Counts;
import social.roost.tweet.EngagementStore;
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
import social.roost.view.TweetPage;

/**
 * A tweet in its conversation: its ancestors up to the first tweet; then the tweet; then its author's continuation, and
 * the other replies, oldest first, page by page.
 *
 * <p>The first page determines the author's continuation, and the cursor remembers it, so what is posted or deleted
 * while a reader pages moves no reply from a later page to an earlier one.
 */
public final class Conversation {
    private static final int MAXIMUM_ANCESTORS = 100;
    private static final int MAXIMUM_THREAD = 25;

    /** How many replies to a deleted tweet are checked for a visible one. */
    private static final int LOOKED_AT = 100;

    /** In a cursor: the author had no continuation when the first page was read. */
    private static final long NO_THREAD = 0;

    private final TweetStore store;
    private final Tweets tweets;
    private final EngagementStore engagements;
    private final TweetAccess access;
    private final Hydration hydration;

    public Conversation(
            TweetStore store, Tweets tweets, EngagementStore engagements, TweetAccess access, Hydration hydration) {
        this.store = store;
        this.tweets = tweets;
        this.engagements = engagements;
        this.access = access;
        this.hydration = hydration;
    }

    /**
     * Reads a page; only the first contains more than replies.
     *
     * @param tweetId for a retweet, stands for its original
     * @throws Rejection NOT_FOUND if the tweet does not exist, FORBIDDEN if its author blocks the viewer
     */
    public TweetPage read(Viewer viewer, long tweetId, PageRequest request) {
        Tweet tweet = requirePosted(viewer, tweetId);
        Viewer visitor = viewer.visiting(tweet.authorId());
        ListId list = new ListId("conversation", tweet.id());
        Optional<Cursor> cursor = request.in(list, 2);
        int limit = request.limit();
        return cursor.isPresent()
                ? page(
                        List.of(),
                        tweet,
                        visitor,
                        cursor.get().value(0),
                        cursor.get().value(1),
                        limit,
                        list)
                : first(tweet, visitor, limit, list);
    }

    private TweetPage first(Tweet tweet, Viewer visitor, int limit, ListId list) {
        Long thread = store.threadReply(tweet.id());
        List<PageItem> above = new ArrayList<>(ancestors(tweet, visitor));
        above.add(item(tweet, visitor));
        above.addAll(thread(thread, visitor));
        return page(above, tweet, visitor, tweet.id(), thread == null ? NO_THREAD : thread, limit, list);
    }

    private TweetPage page(
            List<PageItem> above, Tweet tweet, Viewer visitor, long after, long thread, int limit, ListId list) {
        Filled<Long, Reply> replies = replies(tweet.id(), visitor, after, thread, limit);
        List<PageItem> items = new ArrayList<>(above);
        for (Reply reply : replies.shown()) {
            addReply(reply, items);
        }
        Long last = replies.last();
        return hydration.page(
                items, visitor, last == null ? null : Cursor.of(last, thread).of(list), null);
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
        List<Long> replies = LongStream.of(store.replies(deleted.id(), deleted.id(), LOOKED_AT))
                .boxed()
                .toList();
        return !shown(replies, viewer.visiting(deleted.authorId()), NO_THREAD).isEmpty();
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
        return seen ? hydration.entry(found.get(), viewer) : new Tombstone(tweet, found.isEmpty());
    }

    private List<Entry> thread(@Nullable Long first, Viewer viewer) {
        List<Long> ids = new ArrayList<>();
        for (Long next = first; next != null && ids.size() < MAXIMUM_THREAD; next = store.threadReply(next)) {
            ids.add(next);
        }
        return hydration.load(Ids.of(ids, id -> id), viewer);
    }

    private Filled<Long, Reply> replies(long tweetId, Viewer viewer, long after, long thread, int limit) {
        return Filled.of(
                limit,
                after,
                (last, rows) -> LongStream.of(store.replies(tweetId, last == null ? tweetId : last, rows))
                        .boxed()
                        .toList(),
                ids -> shown(ids, viewer, thread));
    }

    /** The replies to show: visible ones, and deleted ones that have replies. */
    private Map<Long, Reply> shown(List<Long> ids, Viewer viewer, long thread) {
        long[] replies =
                ids.stream().filter(id -> id != thread).mapToLong(id -> id).toArray();
        Map<Long, Reply> shown = HashMap.newHashMap(replies.length);
        hydration.load(replies, viewer).forEach(entry -> shown.put(entry.id(), new Reply(entry.id(), entry)));
        long[] deleted = deleted(replies, shown);
        Map<Long, Counts> counts = deleted.length == 0 ? Map.of() : engagements.counts(deleted);
        for (long id : deleted) {
            if (counts.getOrDefault(id, Counts.NONE).replies() > 0) {
                shown.put(id, new Reply(id, null));
            }
        }
        return shown;
    }

    private long[] deleted(long[] replies, Map<Long, Reply> shown) {
        long[] others =
                LongStream.of(replies).filter(id -> !shown.containsKey(id)).toArray();
        @Nullable StoredTweet[] found = tweets.find(others);
        return IntStream.range(0, others.length)
                .filter(i -> found[i] == null)
                .mapToLong(i -> others[i])
                .toArray();
    }

    private void addReply(Reply reply, List<PageItem> items) {
        if (reply.entry() != null) {
            items.add(reply.entry());
            return;
        }
        Tweet deleted = store.findPosted(reply.id());
        if (deleted != null) {
            items.add(new Tombstone(deleted, true));
        }
    }

    /** A reply to show; entry is null if it is deleted but has replies. */
    private record Reply(long id, @Nullable Entry entry) {}
}
