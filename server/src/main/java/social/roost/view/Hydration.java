package social.roost.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.base.Cursor;
import social.roost.tweet.StoredTweet;
import social.roost.tweet.Tweets;
import social.roost.tweet.Viewer;
import social.roost.tweet.ViewerMarks;
import social.roost.user.Profile;
import social.roost.user.Users;

/**
 * Turns ids into what a viewer sees, each kind in one batch: tweets, those they retweet or quote, authors, and the
 * viewer's likes, retweets and bookmarks.
 */
public final class Hydration {
    private static final Logger LOG = LoggerFactory.getLogger(Hydration.class);

    private final Tweets tweets;
    private final Users users;
    private final ViewerMarks marks;

    public Hydration(Tweets tweets, Users users, ViewerMarks marks) {
        this.tweets = tweets;
        this.users = users;
        this.marks = marks;
    }

    /**
     * Loads tweets in the order of the ids, without deleted ones, those that the {@link Viewer} does not see, and retweets
     * of either.
     */
    public List<Entry> load(long[] ids, Viewer viewer) {
        @Nullable StoredTweet[] found = tweets.find(ids);
        Map<Long, StoredTweet> shown = loadShown(found);
        List<Entry> entries = new ArrayList<>(found.length);
        for (StoredTweet tweet : found) {
            Entry entry = tweet == null || !viewer.sees(tweet.tweet()) ? null : visible(tweet, shown, viewer);
            if (entry != null) {
                entries.add(entry);
            }
        }
        return entries;
    }

    /** A single tweet, whatever is hidden from the viewer. */
    public Entry entry(StoredTweet tweet, Viewer viewer) {
        return new Entry(tweet, shown(tweet, loadShown(new StoredTweet[] {tweet}), viewer));
    }

    private static @Nullable Entry visible(StoredTweet tweet, Map<Long, StoredTweet> loaded, Viewer viewer) {
        StoredTweet shown = shown(tweet, loaded, viewer);
        return shown == null && tweet.tweet().isRetweet() ? null : new Entry(tweet, shown);
    }

    private static @Nullable StoredTweet shown(StoredTweet tweet, Map<Long, StoredTweet> loaded, Viewer viewer) {
        Long id = tweet.shownId();
        StoredTweet shown = id == null ? null : loaded.get(id);
        return shown != null && viewer.sees(shown.tweet()) ? shown : null;
    }

    private Map<Long, StoredTweet> loadShown(@Nullable StoredTweet[] found) {
        long[] ids = shownIds(found);
        if (ids.length == 0) {
            return Map.of();
        }
        Map<Long, StoredTweet> loaded = HashMap.newHashMap(ids.length);
        for (StoredTweet tweet : tweets.find(ids)) {
            if (tweet != null) {
                loaded.put(tweet.id(), tweet);
            }
        }
        return loaded;
    }

    /** Most pages have none or few. */
    private static long[] shownIds(@Nullable StoredTweet[] found) {
        long[] ids = new long[found.length];
        int count = 0;
        for (StoredTweet tweet : found) {
            Long id = tweet == null ? null : tweet.shownId();
            if (id != null) {
                ids[count++] = id;
            }
        }
        return Arrays.copyOf(ids, count);
    }

    /**
     * Completes a page with what is displayed next to its items: other tweets, authors, and the viewer's likes,
     * retweets and bookmarks.
     */
    public TweetPage page(
            List<? extends PageItem> items, Viewer viewer, @Nullable Cursor next, @Nullable Cursor previous) {
        return page(items, viewer, Map.of(), next, previous);
    }

    /** The same, with some authors already known. */
    private TweetPage page(
            List<? extends PageItem> items,
            Viewer viewer,
            Map<Long, Profile> known,
            @Nullable Cursor next,
            @Nullable Cursor previous) {
        Map<Long, StoredTweet> included = new LinkedHashMap<>();
        long[] tweetIds = new long[2 * items.size()];
        long[] authorIds = new long[2 * items.size()];
        int count = 0;
        for (PageItem item : items) {
            if (item instanceof Entry(StoredTweet tweet, StoredTweet shown)) {
                tweetIds[count] = tweet.id();
                authorIds[count++] = tweet.authorId();
                if (shown != null && included.put(shown.id(), shown) == null) {
                    tweetIds[count] = shown.id();
                    authorIds[count++] = shown.authorId();
                }
            }
        }
        return new TweetPage(
                items,
                included.values(),
                authors(Arrays.copyOf(authorIds, count), known),
                state(viewer, Arrays.copyOf(tweetIds, count)),
                next,
                previous);
    }

    /** A page of one tweet, whatever is hidden from the viewer. */
    public TweetPage page(StoredTweet tweet, Viewer viewer) {
        return page(List.of(entry(tweet, viewer)), viewer, null, null);
    }

    /** The page of a tweet that was just stored, by this author; without its references if they cannot be loaded. */
    public TweetPage posted(StoredTweet tweet, Profile author, Viewer viewer) {
        try {
            Map<Long, Profile> known = Map.of(tweet.authorId(), author);
            return page(List.of(entry(tweet, viewer)), viewer, known, null, null);
        } catch (RuntimeException e) {
            LOG.warn("Answered a post without its referenced tweets", e);
            return new TweetPage(List.of(new Entry(tweet, null)), List.of(), List.of(author), null, null, null);
        }
    }

    private @Nullable ViewerState state(Viewer viewer, long[] tweetIds) {
        long userId = viewer.userId();
        return userId == 0
                ? null
                : new ViewerState(
                        marks.liked(userId, tweetIds),
                        marks.retweeted(userId, tweetIds),
                        marks.bookmarked(userId, tweetIds));
    }

    /** Each author once, in the order of the tweets. */
    private Collection<Profile> authors(long[] ids, Map<Long, Profile> known) {
        Map<Long, Profile> authors = new LinkedHashMap<>(known);
        long[] unknown = known.isEmpty()
                ? ids
                : LongStream.of(ids).filter(id -> !known.containsKey(id)).toArray();
        for (Profile profile : users.find(unknown)) {
            if (profile != null) {
                authors.put(profile.user().id(), profile);
            }
        }
        return authors.values();
    }
}
