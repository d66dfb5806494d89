package social.roost.api;

import org.jspecify.annotations.Nullable;
import social.roost.http.Json;
import social.roost.tweet.Tweet;
import social.roost.view.Tombstone;

/** The JSON of a {@code tombstone}. */
record TombstoneJson(String id, String tombstone, @Nullable String replyToId, String conversationId) {

    static byte[] encode(Tombstone tombstone) {
        Tweet tweet = tombstone.tweet();
        return Json.encode(new TombstoneJson(
                Long.toString(tweet.id()),
                tombstone.deleted() ? "deleted" : "hidden",
                TweetJson.text(tweet.references().replyToId()),
                Long.toString(tweet.conversationId())));
    }
}
