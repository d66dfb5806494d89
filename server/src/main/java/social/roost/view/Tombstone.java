package social.roost.view;

import org.jspecify.annotations.Nullable;
import social.roost.http.Json;
import social.roost.tweet.Tweet;

/** What a conversation shows of a tweet that was deleted, or that the viewer does not get to see: that there is one. */
record Tombstone(Tweet tweet, boolean deleted) implements PageItem {
    @Override
    public long id() {
        return tweet.id();
    }

    @Override
    public byte[] json() {
        Long replyToId = tweet.references().replyToId();
        return Json.encode(new Shape(
                Long.toString(tweet.id()),
                deleted ? "deleted" : "hidden",
                replyToId == null ? null : Long.toString(replyToId),
                Long.toString(tweet.conversationId())));
    }

    /** {@code tombstone} as the API shows it. */
    private record Shape(
            String id, String tombstone, @Nullable String replyToId, String conversationId) {}
}
