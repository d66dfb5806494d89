package social.roost.push;

import social.roost.notification.NotificationType;

/**
 * What a push tells, in the words that are shown.
 *
 * @param type of the notification, or {@code message}
 * @param body more about it; can be empty
 * @param path of the page that shows it
 * @param topic what it is about: a later push about the same replaces it
 * @param unread how many notifications are unread; -1 if that is not known
 * @param at in milliseconds since 1970
 */
public record PushContent(String type, String title, String body, String path, String topic, int unread, long at) {
    static final String MESSAGE = "message";

    PushContent withBody(String other) {
        return new PushContent(type, title, other, path, topic, unread, at);
    }

    /** Whether the browser should wake the device for it. */
    boolean isUrgent() {
        return type.equals(MESSAGE)
                || type.equals(NotificationType.MENTION.text())
                || type.equals(NotificationType.REPLY.text());
    }

    /** Without the texts. */
    @Override
    public String toString() {
        return "push of " + topic;
    }
}
