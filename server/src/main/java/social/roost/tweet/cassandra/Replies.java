package social.roost.tweet.cassandra;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** The replies to tweets, oldest first: existing and deleted ones, merged. */
record Replies(ReferringTweets referring) {
    private static final List<ParentList> LISTS = List.of(ParentList.REPLIES, ParentList.DELETED_REPLIES);

    long[] oldest(long tweetId, long after, int limit) {
        return lowest(
                LISTS.stream().flatMapToLong(list -> LongStream.of(referring.oldest(list, tweetId, after, limit))),
                limit);
    }

    /** The first ones of many tweets, all requested at once. */
    Map<Long, long[]> first(long[] tweetIds, int limit) {
        Map<Long, LongStream.Builder> found = HashMap.newHashMap(tweetIds.length);
        referring.first(
                LISTS,
                tweetIds,
                limit,
                (tweetId, id) -> found.computeIfAbsent(tweetId, _ -> LongStream.builder())
                        .add(id));
        Map<Long, long[]> first = HashMap.newHashMap(found.size());
        found.forEach((tweetId, ids) -> first.put(tweetId, lowest(ids.build(), limit)));
        return first;
    }

    /** A reply that is being deleted is in both lists. */
    private static long[] lowest(LongStream ids, int limit) {
        return ids.sorted().distinct().limit(limit).toArray();
    }
}
