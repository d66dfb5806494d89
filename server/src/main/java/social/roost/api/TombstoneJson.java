package social.roost.api;

import org.jspecify.annotations.Nullable;
import social.roost.http.Json;
import social.roost.view.Tombstone;

/** The JSON of a {@code tombstone}. */
record TombstoneJson(String id, String tombstone, @Nullable String replyToId, String conversationId) {

    static byte[] encode(Tombstone tombstone) {
        return Json.encode(new TombstoneJson(
                Long.toString(tombstone.id()),
                tombstone.deleted() ? "deleted" : "hidden",
                TweetJson.text(tombstone.replyToId()),
                Long.toString(tombstone.conversationId())));
    }
}
