package social.roost.app;

import java.util.HashMap;
import java.util.Map;
import social.roost.graph.GraphStore;
import social.roost.tweet.TweetStore;
import social.roost.user.ProfileCounts;

/** The counts of a profile, from the stores of the features that maintain them. */
record StoredCounts(GraphStore follows, TweetStore tweets) implements ProfileCounts {
    private static final GraphStore.Counts NO_EDGES = new GraphStore.Counts(0, 0);

    @Override
    public Map<Long, Counts> of(long[] userIds) {
        Map<Long, GraphStore.Counts> edges = follows.counts(userIds);
        Map<Long, Long> posted = tweets.counts(userIds);
        Map<Long, Counts> counts = HashMap.newHashMap(userIds.length);
        for (long id : userIds) {
            GraphStore.Counts of = edges.getOrDefault(id, NO_EDGES);
            counts.put(id, new Counts(of.followers(), of.following(), posted.getOrDefault(id, 0L)));
        }
        return counts;
    }
}
