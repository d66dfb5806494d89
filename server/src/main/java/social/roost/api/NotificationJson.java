package social.roost.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import social.roost.base.Timestamps;
import social.roost.http.EncodedJson;
import social.roost.http.Json;
import social.roost.notification.Notification;
import social.roost.notification.NotificationPage;

/** The JSON of a {@code notification}. */
record NotificationJson(
        String id,
        String type,
        @Nullable String tweetId,
        List<String> actors,
        int actorsCount,
        String createdAt,
        String updatedAt,
        boolean read) {

    /** {@code {"data": [notifications], "includes": ..., "meta": ...}} */
    static EncodedJson page(NotificationPage page) {
        return TweetPageJson.beside(
                page.notifications().stream().map(NotificationJson::encode).toList(), page.tweets(), page.actors());
    }

    /** {@code {"data": {"unread_count": ...}}} */
    static EncodedJson unread(int count) {
        return EncodedJson.data(new UnreadCount(count));
    }

    private static byte[] encode(Notification notification) {
        return Json.encode(new NotificationJson(
                Long.toString(notification.id()),
                notification.type().text(),
                notification.type().isAboutTweet() ? Long.toString(notification.targetId()) : null,
                notification.shownActorIds().stream().map(String::valueOf).toList(),
                notification.actorIds().size(),
                Timestamps.format(notification.createdAt()),
                Timestamps.format(notification.updatedAt()),
                notification.read()));
    }

    private record UnreadCount(int unreadCount) {}
}
