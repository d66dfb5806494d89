package social.roost.app;

import java.util.List;
import java.util.Objects;
import social.roost.media.MediaContent;
import social.roost.media.MediaUse;
import social.roost.media.Medium;

/** Media of messages, used without storing a message. */
record PrivateMedia(LocalServer roost) {

    /** Uses a medium for a message. */
    void use(String id, long messageId) {
        media().uses.useForMessage(medium(id).userId(), List.of(Long.parseLong(id)), messageId, "media_ids");
    }

    /** The message is stored. */
    void confirm(String id, long messageId) {
        media().uses.confirm(List.of(Long.parseLong(id)), MediaUse.message(messageId));
    }

    /** The message is gone. */
    void end(String id, long messageId) {
        media().uses.end(List.of(Long.parseLong(id)), MediaUse.message(messageId));
    }

    /** The signed URL of its first file. */
    String url(String id, String readerId) {
        MediaContent.File file =
                Objects.requireNonNull(medium(id).content()).files().getFirst();
        return media().privateUrls.url(file, Long.parseLong(readerId));
    }

    Medium medium(String id) {
        return Objects.requireNonNull(media().library.find(Long.parseLong(id))).medium();
    }

    private MediaFeature media() {
        return roost.server.features().media;
    }
}
