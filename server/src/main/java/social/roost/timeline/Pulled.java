package social.roost.timeline;

import social.roost.timeline.TimelineStore.Slice;
import social.roost.tweet.TweetStore;

/** Tweets pulled from the store. */
final class Pulled {
    private Pulled() {}

    /** The newest tweets of these authors together, at most this many. */
    static Slice newest(TweetStore store, long[] authorIds, int limit) {
        long[] ids = store.newest(authorIds, Long.MAX_VALUE, limit);
        return new Slice(ids, ids.length < limit ? 0 : ids[ids.length - 1]);
    }
}
