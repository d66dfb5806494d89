package social.roost.tweet;

import org.jspecify.annotations.Nullable;
import social.roost.base.Timestamps;
import social.roost.http.Json;
import social.roost.tweet.text.Entities;

/** {@code tweet} as the API shows it. */
record TweetJson(
        String id,
        String authorId,
        String content,
        String createdAt,
        Entities entities,
        @Nullable String replyToId,
        String conversationId,
        Counts counts) {

    private static final Counts NO_COUNTS = new Counts(0, 0, 0, 0);

    static byte[] encode(Tweet tweet) {
        return Json.encode(new TweetJson(
                Long.toString(tweet.id()),
                Long.toString(tweet.authorId()),
                tweet.content(),
                Timestamps.format(tweet.createdAt()),
                tweet.entities(),
                tweet.replyToId() == null ? null : Long.toString(tweet.replyToId()),
                Long.toString(tweet.conversationId()),
                NO_COUNTS));
    }

    /** Nothing can be liked, retweeted, answered or quoted yet, so each is 0. */
    record Counts(long likes, long retweets, long replies, long quotes) {}
}
