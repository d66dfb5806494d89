package social.roost.notification;

import java.util.List;
import org.jspecify.annotations.Nullable;
import social.roost.base.Timestamps;
import social.roost.http.Json;

/** {@code notification} as the API shows it. */
record NotificationJson(
        String id,
        String type,
        @Nullable String tweetId,
        List<String> actors,
        int actorsCount,
        String createdAt,
        String updatedAt,
        boolean read) {

    static final int MAXIMUM_ACTORS = 10;

    static byte[] encode(Notification notification) {
        return Json.encode(new NotificationJson(
                Long.toString(notification.id()),
                notification.type().text(),
                notification.type().isAboutTweet() ? Long.toString(notification.targetId()) : null,
                shownActors(notification).stream().map(String::valueOf).toList(),
                notification.actorIds().size(),
                Timestamps.format(notification.createdAt()),
                Timestamps.format(notification.updatedAt()),
                notification.read()));
    }

    static List<Long> shownActors(Notification notification) {
        return notification.actorIds().stream().limit(MAXIMUM_ACTORS).toList();
    }
}
