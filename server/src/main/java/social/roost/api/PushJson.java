package social.roost.api;

import org.jspecify.annotations.Nullable;
import social.roost.base.Timestamps;
import social.roost.http.Json;
import social.roost.push.PushContent;

/**
 * A push as the service worker of the web client reads it.
 *
 * @param tag a notification that is shown with the same tag is replaced
 * @param unread null if it is not known
 */
public record PushJson(
        String type,
        String title,
        String body,
        String path,
        String tag,
        @Nullable Integer unread,
        String at) {

    /** Encodes a push. */
    public static byte[] encode(PushContent content) {
        return Json.encode(new PushJson(
                content.type(),
                content.title(),
                content.body(),
                content.path(),
                content.topic(),
                content.unread() < 0 ? null : content.unread(),
                Timestamps.format(content.at())));
    }
}
