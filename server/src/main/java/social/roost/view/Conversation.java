package social.roost.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import social.roost.base.Cursor;
import social.roost.base.Ids;
import social.roost.http.Problem;
import social.roost.http.Request;
import social.roost.tweet.StoredTweet;
import social.roost.tweet.Tweet;
import social.roost.tweet.TweetAccess;
import social.roost.tweet.TweetStore;
import social.roost.tweet.Tweets;

/**
 * A tweet in its conversation: what it answers, up to the first tweet; then the tweet; then how its author went on, and the
 * other replies, oldest first, page by page.
 */
public final class Conversation {
    private static final int MAXIMUM_ANCESTORS = 100;
    private static final int MAXIMUM_THREAD = 25;

    private final TweetStore store;
    private final Tweets tweets;
    private final TweetAccess access;
    private final Hydration hydration;

    public Conversation(TweetStore store, Tweets tweets, TweetAccess access, Hydration hydration) {
        this.store = store;
        this.tweets = tweets;
        this.access = access;
        this.hydration = hydration;
    }

    /**
     * Reads a page; only the first has more than replies.
     *
     * @param limit of replies
     * @throws Problem 404 when there is no such tweet, 403 when its author blocks the viewer
     */
    TweetPage read(Viewer viewer, long tweetId, Optional<Cursor> cursor, int limit) {
        Tweet tweet = requirePosted(viewer, tweetId);
        Viewer visitor = viewer.visiting(tweet.authorId());
        Long thread = store.threadReply(tweetId);
        List<PageItem> items = new ArrayList<>();
        if (cursor.isEmpty()) {
            items.addAll(ancestors(tweet, visitor));
            items.add(item(tweet, visitor));
            items.addAll(thread(thread, visitor));
        }
        long[] replies = store.replies(tweetId, cursor.map(Conversation::after).orElse(tweetId), limit + 1);
        boolean more = replies.length > limit;
        long[] shown = more ? Arrays.copyOf(replies, limit) : replies;
        items.addAll(replies(
                Arrays.stream(shown)
                        .filter(id -> thread == null || id != thread)
                        .toArray(),
                visitor));
        return hydration.page(items, visitor, more ? Cursor.of(shown[limit - 1]) : null, null);
    }

    private static long after(Cursor cursor) {
        if (cursor.size() != 1) {
            throw Request.badCursor();
        }
        return cursor.value(0);
    }

    /** A deleted tweet can be visited as long as there are replies to it. */
    private Tweet requirePosted(Viewer viewer, long tweetId) {
        Optional<StoredTweet> found = tweets.find(tweetId);
        Tweet tweet = found.isPresent() ? found.get().tweet() : store.findPosted(tweetId);
        if (tweet == null || (found.isEmpty() && store.replies(tweetId, 0, 1).length == 0)) {
            throw Problem.notFound("tweet");
        }
        access.requireAuthor(viewer.userId(), tweet.authorId());
        return tweet;
    }

    /** From the first tweet of the conversation on, the nearest hundred. */
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
        boolean seen = found.isPresent() && viewer.sees(tweet.authorId());
        return seen ? hydration.entry(found.get(), viewer) : new Tombstone(tweet, found.isEmpty());
    }

    private List<Entry> thread(@Nullable Long first, Viewer viewer) {
        List<Long> ids = new ArrayList<>();
        for (Long next = first; next != null && ids.size() < MAXIMUM_THREAD; next = store.threadReply(next)) {
            ids.add(next);
        }
        return hydration.load(Ids.of(ids, id -> id), viewer);
    }

    private List<PageItem> replies(long[] ids, Viewer viewer) {
        Map<Long, Entry> shown =
                hydration.load(ids, viewer).stream().collect(Collectors.toMap(Entry::id, Function.identity()));
        List<PageItem> replies = new ArrayList<>(ids.length);
        for (long id : ids) {
            Entry entry = shown.get(id);
            if (entry != null) {
                replies.add(entry);
            } else if (tweets.find(id).isEmpty()) {
                addTombstone(store.findPosted(id), replies);
            }
        }
        return replies;
    }

    private static void addTombstone(@Nullable Tweet deleted, List<PageItem> replies) {
        if (deleted != null) {
            replies.add(new Tombstone(deleted, true));
        }
    }
}
