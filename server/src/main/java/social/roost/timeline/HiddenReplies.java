package social.roost.timeline;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import social.roost.base.CacheUse;
import social.roost.base.Ids;
import social.roost.base.Rejection;
import social.roost.base.Rejection.Kind;
import social.roost.tweet.HiddenReplyStore;
import social.roost.tweet.Tweet;
import social.roost.tweet.TweetAccess;
import social.roost.tweet.Viewer;
import social.roost.view.Hydration;
import social.roost.view.TweetPage;

/**
 * The replies that the author of the tweet above them hid: conversations leave them out for everyone, and whoever asks
 * for them can still read them.
 *
 * <p>They are cached: what another process hides is hidden here ten seconds later.
 */
public final class HiddenReplies {
    /** With about 150 bytes each. */
    private static final int MOST_TWEETS = 20_000;

    private static final int MOST_COUNTED = 100;
    private static final Duration LIFETIME = Duration.ofSeconds(10);

    private final HiddenReplyStore store;
    private final TweetAccess access;
    private final Hydration hydration;
    private final InstantSource clock;
    private final Cache<Long, long[]> cache = Caffeine.newBuilder()
            .maximumSize(MOST_TWEETS)
            .expireAfterWrite(LIFETIME)
            .recordStats()
            .build();

    public HiddenReplies(HiddenReplyStore store, TweetAccess access, Hydration hydration, InstantSource clock) {
        this.store = store;
        this.access = access;
        this.hydration = hydration;
        this.clock = clock;
    }

    public CacheUse cache() {
        return new CacheUse(cache);
    }

    /**
     * Hides a reply to one of the user's tweets. Idempotent.
     *
     * @throws Rejection NOT_FOUND if the reply does not exist, FORBIDDEN if it does not reply to a tweet of the user
     */
    public void hide(long userId, long replyId) {
        long parent = parent(userId, replyId);
        store.hide(parent, replyId, clock.millis());
        cache.invalidate(parent);
    }

    /** Shows a reply again, like {@link #hide}. */
    public void show(long userId, long replyId) {
        long parent = parent(userId, replyId);
        store.show(parent, replyId);
        cache.invalidate(parent);
    }

    private long parent(long userId, long replyId) {
        Tweet reply = access.find(userId, replyId).tweet();
        Long parent = reply.references().replyToId();
        Long author = reply.references().replyToUserId();
        if (parent == null || author == null || author != userId || reply.authorId() == userId) {
            throw new Rejection(
                    Kind.FORBIDDEN, "not_a_reply_to_you", "You can hide what others reply to your own tweets.");
        }
        return parent;
    }

    /**
     * The hidden replies to a tweet that the viewer sees, newest first.
     *
     * @throws Rejection NOT_FOUND or FORBIDDEN if the viewer does not see the tweet
     */
    public TweetPage read(Viewer viewer, long tweetId) {
        access.require(viewer.userId(), tweetId);
        return hydration.page(hydration.load(newest(tweetId, HiddenReplyStore.KEPT), viewer), viewer, null, null);
    }

    /** How many of the hidden replies to a tweet the viewer sees, at most {@link #MOST_COUNTED}. */
    int count(long tweetId, Viewer viewer) {
        long[] ids = newest(tweetId, MOST_COUNTED);
        return ids.length == 0 ? 0 : hydration.load(ids, viewer).size();
    }

    /** All hidden replies to these tweets. */
    Set<Long> to(Set<Long> parents) {
        Set<Long> hidden = new HashSet<>();
        cache.getAll(parents, missing -> load(Ids.of(missing, id -> id)))
                .values()
                .forEach(ids -> Arrays.stream(ids).forEach(hidden::add));
        return hidden;
    }

    private long[] newest(long tweetId, int limit) {
        long[] rising = cache.get(tweetId, id -> load(new long[] {id}).getOrDefault(id, Ids.NONE));
        long[] ids = new long[Math.min(limit, rising.length)];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = rising[rising.length - 1 - i];
        }
        return ids;
    }

    private Map<Long, long[]> load(long[] parents) {
        Map<Long, long[]> loaded = new HashMap<>(store.hidden(parents));
        Arrays.stream(parents).forEach(parent -> loaded.putIfAbsent(parent, Ids.NONE));
        return loaded;
    }
}
