package social.roost.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.base.Cursor;
import social.roost.base.Ids;
import social.roost.base.Remembered;
import social.roost.link.LinkCards;
import social.roost.media.MediaLibrary;
import social.roost.tweet.Outline;
import social.roost.tweet.Polls;
import social.roost.tweet.StoredTweet;
import social.roost.tweet.Tweet;
import social.roost.tweet.Tweets;
import social.roost.tweet.Viewer;
import social.roost.tweet.ViewerMarks;
import social.roost.user.Profile;
import social.roost.user.Users;

/**
 * Turns ids into what a viewer sees, each kind in one batch: tweets, those displayed beside them (retweeted, quoted or
 * replied to), authors, the viewer's likes, retweets and bookmarks, media, the cards of links, and
 * polls.
 */
public final class Hydration {
    private static final Logger LOG = LoggerFactory.getLogger(Hydration.class);

    /** A tweet and those beside it. */
    private static final int MOST_TOGETHER = 3;

    private final Tweets tweets;
    private final Users users;
    private final ViewerMarks marks;
    private final MediaLibrary media;
    private final LinkCards cards;
    private final Polls polls;

    public Hydration(Tweets tweets, Users users, ViewerMarks marks, MediaLibrary media, LinkCards cards, Polls polls) {
        this.tweets = tweets;
        this.users = users;
        this.marks = marks;
        this.media = media;
        this.cards = cards;
        this.polls = polls;
    }

    /**
     * Loads tweets in the order of the ids, without deleted ones, those that the {@link Viewer} does not see or mutes for
     * their text or that of a tweet they quote, and retweets of any of these.
     */
    public List<Entry> load(long[] ids, Viewer viewer) {
        return load(ids, viewer, false);
    }

    /** Like {@link #load}, with the tweets that replies answer beside them. */
    public List<Entry> loadWithParents(long[] ids, Viewer viewer) {
        return load(ids, viewer, true);
    }

    /** The tweets that {@link #load} would return, with what is needed to rank them. */
    public List<Outlined> outlined(long[] ids, Viewer viewer) {
        long[] unmuted = viewer.mutesTexts() ? Ids.of(load(ids, viewer), Entry::id) : ids;
        LongPredicate hides = new Remembered(viewer.hidden()::contains);
        @Nullable Outline[] found = tweets.outlines(unmuted);
        @Nullable Outline[] originals = originals(found);
        List<Outlined> outlined = new ArrayList<>(found.length);
        int retweets = 0;
        for (Outline tweet : found) {
            Outline subject = tweet != null && tweet.isRetweet() ? originals[retweets++] : tweet;
            if (tweet != null && subject != null && viewer.sees(tweet, hides) && viewer.sees(subject, hides)) {
                outlined.add(new Outlined(tweet, subject));
            }
        }
        return outlined;
    }

    /** Of the retweets among these, in their order. */
    private @Nullable Outline[] originals(@Nullable Outline[] found) {
        long[] ids = new long[found.length];
        int count = 0;
        for (Outline tweet : found) {
            if (tweet != null && tweet.isRetweet()) {
                ids[count++] = tweet.subjectId();
            }
        }
        return tweets.outlines(Arrays.copyOf(ids, count));
    }

    private List<Entry> load(long[] ids, Viewer viewer, boolean withParents) {
        @Nullable StoredTweet[] found = tweets.find(ids);
        Map<Long, StoredTweet> others = loadOthers(found, withParents);
        List<Entry> entries = new ArrayList<>(found.length);
        for (StoredTweet tweet : found) {
            Entry entry = tweet == null || !viewer.sees(tweet.tweet()) ? null : visible(tweet, others, viewer);
            if (entry != null) {
                entries.add(entry);
            }
        }
        return entries;
    }

    /** Those of the tweets that are not deleted, whatever is hidden from a viewer. */
    public Set<Long> existing(long[] ids) {
        Set<Long> existing = HashSet.newHashSet(ids.length);
        for (StoredTweet tweet : tweets.find(ids)) {
            if (tweet != null) {
                existing.add(tweet.id());
            }
        }
        return existing;
    }

    /** A single tweet, whatever is hidden from the viewer. */
    public Entry entry(StoredTweet tweet, Viewer viewer) {
        Map<Long, StoredTweet> others = loadOthers(new StoredTweet[] {tweet}, false);
        return new Entry(tweet, beside(tweet, seen(tweet.shownId(), others, viewer), others, viewer));
    }

    private static @Nullable Entry visible(StoredTweet tweet, Map<Long, StoredTweet> others, Viewer viewer) {
        StoredTweet shown = seen(tweet.shownId(), others, viewer);
        return (shown == null && tweet.tweet().isRetweet()) || isMuted(tweet, shown, others, viewer)
                ? null
                : new Entry(tweet, beside(tweet, shown, others, viewer));
    }

    /** Muted texts hide the tweet that shows them, but not the viewer's own. */
    private static boolean isMuted(
            StoredTweet tweet, @Nullable StoredTweet shown, Map<Long, StoredTweet> others, Viewer viewer) {
        if (!viewer.mutesTexts() || tweet.authorId() == viewer.userId()) {
            return false;
        }
        if (viewer.mutes(tweet.tweet()) || (shown != null && viewer.mutes(shown.tweet()))) {
            return true;
        }
        StoredTweet quoted = shown == null ? null : seen(shown.references().quoteOfId(), others, viewer);
        return tweet.tweet().isRetweet() && quoted != null && viewer.mutes(quoted.tweet());
    }

    private static List<StoredTweet> beside(
            StoredTweet tweet, @Nullable StoredTweet shown, Map<Long, StoredTweet> others, Viewer viewer) {
        StoredTweet parent = unmuted(seen(tweet.references().replyToId(), others, viewer), viewer);
        if (shown == null) {
            return parent == null ? List.of() : List.of(parent);
        }
        StoredTweet quoted = tweet.tweet().isRetweet() ? seen(shown.references().quoteOfId(), others, viewer) : null;
        StoredTweet second = quoted == null ? parent : quoted;
        return second == null ? List.of(shown) : List.of(shown, second);
    }

    private static @Nullable StoredTweet unmuted(@Nullable StoredTweet tweet, Viewer viewer) {
        return tweet != null && viewer.mutes(tweet.tweet()) ? null : tweet;
    }

    private static @Nullable StoredTweet seen(@Nullable Long id, Map<Long, StoredTweet> others, Viewer viewer) {
        StoredTweet tweet = id == null ? null : others.get(id);
        return tweet != null && viewer.sees(tweet.tweet()) ? tweet : null;
    }

    /** Those to be displayed beside these. Most pages have none or few. */
    private Map<Long, StoredTweet> loadOthers(@Nullable StoredTweet[] found, boolean withParents) {
        long[] ids = new long[2 * found.length];
        int count = 0;
        for (StoredTweet tweet : found) {
            Long shown = tweet == null ? null : tweet.shownId();
            if (shown != null) {
                ids[count++] = shown;
            }
            Long parent =
                    tweet == null || !withParents ? null : tweet.references().replyToId();
            if (parent != null) {
                ids[count++] = parent;
            }
        }
        if (count == 0) {
            return Map.of();
        }
        Map<Long, StoredTweet> others = HashMap.newHashMap(count);
        add(Arrays.copyOf(ids, count), others);
        add(quotedByRetweeted(found, others), others);
        return others;
    }

    private static long[] quotedByRetweeted(@Nullable StoredTweet[] found, Map<Long, StoredTweet> others) {
        long[] ids = new long[found.length];
        int count = 0;
        for (StoredTweet tweet : found) {
            Long original = tweet == null ? null : tweet.tweet().retweetOfId();
            StoredTweet retweeted = original == null ? null : others.get(original);
            Long quoted = retweeted == null ? null : retweeted.references().quoteOfId();
            if (quoted != null) {
                ids[count++] = quoted;
            }
        }
        return Arrays.copyOf(ids, count);
    }

    private void add(long[] ids, Map<Long, StoredTweet> others) {
        if (ids.length == 0) {
            return;
        }
        for (StoredTweet tweet : tweets.find(ids)) {
            if (tweet != null) {
                others.put(tweet.id(), tweet);
            }
        }
    }

    /**
     * Completes a page with what is displayed next to its items: other tweets, authors, the viewer's likes, retweets
     * and bookmarks, the cards of links, and polls.
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
        Set<String> links = new LinkedHashSet<>();
        Set<Long> mediaIds = Set.of();
        List<Tweet> withPoll = List.of();
        long[] tweetIds = new long[MOST_TOGETHER * items.size()];
        long[] authorIds = new long[MOST_TOGETHER * items.size()];
        int count = 0;
        for (PageItem item : items) {
            if (item instanceof Entry(StoredTweet tweet, List<StoredTweet> beside)) {
                tweetIds[count] = tweet.id();
                authorIds[count++] = tweet.authorId();
                LinkCards.addLink(tweet.tweet(), links);
                mediaIds = withMedia(tweet.tweet(), mediaIds);
                withPoll = Polls.withPoll(tweet.tweet(), withPoll);
                for (StoredTweet other : beside) {
                    if (included.put(other.id(), other) == null) {
                        tweetIds[count] = other.id();
                        authorIds[count++] = other.authorId();
                        LinkCards.addLink(other.tweet(), links);
                        mediaIds = withMedia(other.tweet(), mediaIds);
                        withPoll = Polls.withPoll(other.tweet(), withPoll);
                    }
                }
            }
        }
        return new TweetPage(
                items,
                included.values(),
                authors(Arrays.copyOf(authorIds, count), known),
                mediaIds.isEmpty() ? List.of() : media.shown(Ids.of(mediaIds, id -> id)),
                cards.find(links),
                polls.find(viewer.userId(), withPoll),
                state(viewer, Arrays.copyOf(tweetIds, count)),
                next,
                previous);
    }

    /** Most pages have few tweets with media, or none. */
    private static Set<Long> withMedia(Tweet tweet, Set<Long> ids) {
        if (tweet.mediaIds().isEmpty()) {
            return ids;
        }
        Set<Long> more = ids.isEmpty() ? new LinkedHashSet<>() : ids;
        more.addAll(tweet.mediaIds());
        return more;
    }

    /** A page of one tweet, whatever is hidden from the viewer. */
    public TweetPage page(StoredTweet tweet, Viewer viewer) {
        return page(List.of(entry(tweet, viewer)), viewer, null, null);
    }

    /** The page of tweets that were just stored, by this author; without their references if they cannot be loaded. */
    public TweetPage posted(List<StoredTweet> tweets, Profile author, Viewer viewer) {
        try {
            Map<Long, Profile> known = Map.of(author.user().id(), author);
            List<Entry> entries =
                    tweets.stream().map(tweet -> entry(tweet, viewer)).toList();
            return page(entries, viewer, known, null, null);
        } catch (RuntimeException e) {
            LOG.warn("Answered a post without its referenced tweets", e);
            List<Entry> entries =
                    tweets.stream().map(tweet -> new Entry(tweet, List.of())).toList();
            return new TweetPage(entries, List.of(), List.of(author), List.of(), List.of(), Map.of(), null, null, null);
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
