package social.roost.live;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import social.roost.tweet.StoredTweet;
import social.roost.tweet.Tweets;

/**
 * The tweets that clients show, and changes of their counts: sent at most once per interval, however often they change.
 */
public final class Screens {
    private final Tweets tweets;
    private final ListScreens lists;
    private final Audience<LiveStream> showing = new Audience<>();
    private final Set<Long> changed = ConcurrentHashMap.newKeySet();

    public Screens(Tweets tweets, ListScreens lists) {
        this.tweets = tweets;
        this.lists = lists;
    }

    /** A stream shows these tweets instead of those, each once. */
    void show(LiveStream stream, long[] before, long[] now) {
        Arrays.stream(before).forEach(id -> showing.remove(id, stream));
        Arrays.stream(now).forEach(id -> showing.add(id, stream));
    }

    /** The lists that clients show. */
    ListScreens lists() {
        return lists;
    }

    boolean areEmpty() {
        return showing.isEmpty();
    }

    Set<LiveStream> showing(long tweetId) {
        return new HashSet<>(showing.of(tweetId));
    }

    /** The tweet as it is now, null if it was deleted: the event may arrive before the cache knows of the change. */
    @Nullable
    StoredTweet current(long tweetId) {
        return tweets.changed(tweetId);
    }

    void countsChanged(long tweetId) {
        if (!showing.of(tweetId).isEmpty()) {
            changed.add(tweetId);
        }
    }

    /** Sends what has changed since the last call. */
    void tellCounts() {
        long[] ids = changed.stream().mapToLong(id -> id).toArray();
        Arrays.stream(ids).forEach(changed::remove);
        for (StoredTweet tweet : tweets.find(ids)) {
            if (tweet != null) {
                StreamEvent changed = new StreamEvent.CountsChanged(tweet.id(), tweet.counts());
                showing.of(tweet.id()).forEach(stream -> stream.send(changed, tweet.tweet()));
            }
        }
    }
}
