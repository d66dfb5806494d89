package social.roost.analytics;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.roost.analytics.AnalyticsStore.Seen;
import social.roost.base.Ids;
import social.roost.base.Rejection;
import social.roost.tweet.StoredTweet;
import social.roost.tweet.Tweets;
import social.roost.tweet.Viewer;
import social.roost.tweet.Viewers;

/**
 * What clients report of what their users saw and opened. A retweet stands for its original. What does not count is
 * ignored without an error: tweets that do not exist or that the viewer may not read, the viewer's own, and what
 * happened too long ago.
 */
public final class Impressions {
    public static final int MOST_ITEMS = 100;
    private static final int LONGEST_KEY = 64;
    private static final long OLDEST = Duration.ofHours(1).toMillis();

    private final AnalyticsStore store;
    private final Tweets tweets;
    private final Viewers viewers;
    private final ViewListener listener;
    private final InstantSource clock;

    /** @param listener hears of all views, also of those that were reported before */
    public Impressions(
            AnalyticsStore store, Tweets tweets, Viewers viewers, ViewListener listener, InstantSource clock) {
        this.store = store;
        this.tweets = tweets;
        this.viewers = viewers;
        this.listener = listener;
        this.clock = clock;
    }

    /**
     * Stores a report; a repetition changes nothing.
     *
     * @param key identifies the report among those of the viewer
     * @throws Rejection INVALID if the key or the number of items is
     */
    public void report(long viewerId, String key, List<Item> items) {
        if (key.isEmpty() || key.length() > LONGEST_KEY || !key.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
            throw Rejection.invalid("batch_key", "Expected 1 to " + LONGEST_KEY + " visible ASCII characters.");
        }
        if (items.isEmpty() || items.size() > MOST_ITEMS) {
            throw Rejection.invalid("items", "Expected 1 to " + MOST_ITEMS + " items.");
        }
        List<Seen> counted = counted(viewers.of(viewerId), items, clock.millis());
        if (!counted.isEmpty()) {
            store.report(new AnalyticsStore.Report(viewerId, key, counted), clock.millis());
            listener.viewed(viewerId, Ids.of(counted, Seen::tweetId));
        }
    }

    private List<Seen> counted(Viewer viewer, List<Item> items, long now) {
        @Nullable StoredTweet[] shown = tweets.find(Ids.of(items, Item::tweetId));
        long[] subjectIds = new long[shown.length];
        for (int i = 0; i < shown.length; i++) {
            StoredTweet tweet = shown[i];
            subjectIds[i] = tweet == null ? 0 : tweet.subjectId();
        }
        @Nullable StoredTweet[] subjects = tweets.find(subjectIds);
        List<Seen> counted = new ArrayList<>();
        for (int i = 0; i < shown.length; i++) {
            Item item = items.get(i);
            StoredTweet tweet = shown[i];
            StoredTweet subject = subjects[i];
            if (tweet != null && subject != null && counts(viewer, tweet, subject) && item.at(now) >= now - OLDEST) {
                counted.add(new Seen(subject.id(), subject.authorId(), item.measure, 0, item.at(now)));
            }
        }
        return counted;
    }

    /** A tweet of a muted author does: it is shown on its own page and on the author's. */
    private static boolean counts(Viewer viewer, StoredTweet tweet, StoredTweet subject) {
        long author = subject.authorId();
        return author != viewer.userId()
                && viewer.mayRead(tweet.tweet())
                && viewer.mayRead(subject.tweet())
                && !viewer.hidden().isSuspended(author)
                && !viewer.hidden().isBlockedBy(author);
    }

    /**
     * A view of a tweet, or something of it that was opened.
     *
     * @param givenAt in milliseconds since 1970; null for now
     */
    public record Item(
            long tweetId, Measure measure, @Nullable Long givenAt) {

        /** The clock of a client can be fast. */
        long at(long now) {
            return givenAt == null ? now : Math.min(givenAt, now);
        }
    }
}
