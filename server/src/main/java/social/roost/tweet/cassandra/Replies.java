package social.roost.tweet.cassandra;

import java.util.stream.LongStream;

/** The replies to a tweet, oldest first: existing and deleted ones, merged. */
record Replies(ReferringTweets referring) {

    long[] oldest(long tweetId, long after, int limit) {
        return LongStream.concat(
                        LongStream.of(referring.oldest(ParentList.REPLIES, tweetId, after, limit)),
                        LongStream.of(referring.oldest(ParentList.DELETED_REPLIES, tweetId, after, limit)))
                .sorted()
                .distinct()
                .limit(limit)
                .toArray();
    }
}
