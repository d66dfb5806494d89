package social.roost.push;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import social.roost.message.Conversation;
import social.roost.message.Message;
import social.roost.notification.Notification;
import social.roost.notification.NotificationPage;
import social.roost.tweet.StoredTweet;
import social.roost.user.Profile;
import social.roost.user.User;
import social.roost.view.Entry;

/** The words of pushes. */
final class PushTexts {
    private static final int TITLE_BYTES = 300;
    private static final int BODY_BYTES = 1_200;

    private PushTexts() {}

    /** A notification, on a page of its own. */
    static PushContent of(NotificationPage page, int unread) {
        Notification notification = page.notifications().getFirst();
        String who = who(notification, page.actors());
        Optional<StoredTweet> tweet = page.tweets().items().stream()
                .filter(Entry.class::isInstance)
                .map(item -> ((Entry) item).tweet())
                .findFirst();
        return new PushContent(
                notification.type().text(),
                Utf8.cut(who + " " + what(notification), TITLE_BYTES),
                Utf8.cut(tweet.map(PushTexts::textOf).orElse(""), BODY_BYTES),
                path(notification, page.actors()),
                "n" + Long.toString(notification.id(), Character.MAX_RADIX),
                unread,
                notification.updatedAt());
    }

    /** What is behind a content warning stays there. */
    private static String textOf(StoredTweet tweet) {
        String warning = tweet.tweet().labels().contentWarning();
        return warning == null || warning.isEmpty() ? tweet.tweet().content() : warning;
    }

    private static String who(Notification notification, List<Profile> actors) {
        List<Profile> known = notification.shownActorIds().stream()
                .map(id -> actors.stream()
                        .filter(actor -> actor.user().id() == id)
                        .findFirst()
                        .orElse(null))
                .filter(Objects::nonNull)
                .toList();
        int all = notification.actorIds().size();
        if (known.isEmpty()) {
            return "Someone";
        }
        String first = name(known.getFirst().user());
        return switch (all) {
            case 1 -> first;
            case 2 -> known.size() > 1 ? first + " and " + name(known.get(1).user()) : first + " and someone else";
            default -> first + " and " + (all - 1) + " others";
        };
    }

    private static String what(Notification notification) {
        return switch (notification.type()) {
            case MENTION -> "mentioned you";
            case REPLY -> "replied to you";
            case LIKE -> "liked your tweet";
            case RETWEET -> "retweeted your tweet";
            case QUOTE -> "quoted your tweet";
            case FOLLOW -> "followed you";
            case TWEET -> "posted a tweet";
            case POLL_ENDED -> "posted a poll that has ended";
            case EDIT -> "edited a tweet that you replied to or quoted";
        };
    }

    private static String path(Notification notification, List<Profile> actors) {
        if (notification.type().isAboutTweet()) {
            return "/tweet/" + notification.targetId();
        }
        return notification.actorIds().size() == 1 && !actors.isEmpty()
                ? "/@" + actors.getFirst().user().username()
                : "/notifications";
    }

    /** A message, with its text only if the user wants that. */
    static PushContent of(Conversation conversation, Message message, User sender, boolean withText) {
        String group =
                withText && !conversation.isPair() && !conversation.name().isEmpty()
                        ? " in " + conversation.name()
                        : "";
        return new PushContent(
                PushContent.MESSAGE,
                Utf8.cut(name(sender) + group, TITLE_BYTES),
                withText && !message.body().text().isEmpty()
                        ? Utf8.cut(message.body().text(), BODY_BYTES)
                        : "Sent you a message",
                "/messages/" + conversation.id(),
                "m" + Long.toString(conversation.id(), Character.MAX_RADIX),
                -1,
                message.sentAt());
    }

    private static String name(User user) {
        return user.displayName().isEmpty() ? "@" + user.username() : user.displayName();
    }

    /** Encodes it in at most as many bytes as fit: its body gets shorter until they do. */
    static byte[] encode(PushContent content, PushFormat format) {
        PushContent shorter = content;
        for (int bytes = BODY_BYTES; bytes > 2; bytes /= 2) {
            byte[] encoded = format.encode(shorter);
            if (encoded.length <= PushEncryption.MOST_BYTES) {
                return encoded;
            }
            shorter = content.withBody(Utf8.cut(content.body(), bytes / 2 + 2));
        }
        return format.encode(content.withBody(""));
    }
}
