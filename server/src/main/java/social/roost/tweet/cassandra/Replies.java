package social.roost.tweet.cassandra;

import java.util.Map;
import java.util.TreeSet;
import java.util.stream.LongStream;
import social.roost.tweet.Counts;

/** The replies to a tweet, oldest first: those that are there merged with those that are deleted but were answered. */
record Replies(ReferringTweets referring, TweetCounts counts) {

    long[] oldest(long tweetId, long after, int limit) {
        long[] there = referring.oldest(ParentList.REPLIES, tweetId, after, limit);
        TreeSet<Long> merged = new TreeSet<>();
        LongStream.of(there).forEach(merged::add);
        long end = there.length < limit ? Long.MAX_VALUE : there[limit - 1];
        addDeleted(tweetId, after, end, limit, merged);
        return merged.stream().limit(limit).mapToLong(id -> id).toArray();
    }

    /** Adds those that were answered, in order, until they are beyond the end or enough. */
    private void addDeleted(long tweetId, long after, long end, int limit, TreeSet<Long> merged) {
        long last = after;
        long[] deleted;
        do {
            deleted = referring.oldest(ParentList.DELETED_REPLIES, tweetId, last, limit);
            Map<Long, Counts> answers = counts.find(deleted);
            for (long id : deleted) {
                if (answers.getOrDefault(id, Counts.NONE).replies() > 0) {
                    merged.add(id);
                }
                last = id;
            }
        } while (deleted.length == limit
                && last < end
                && merged.headSet(last, true).size() < limit);
    }
}
