package social.roost.notification;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Actions that concern a user. */
public enum NotificationType {
    /** Mentioned the user in a tweet. */
    MENTION,
    /** Replied to a tweet of the user. */
    REPLY,
    LIKE,
    RETWEET,
    /** Quoted a tweet of the user. */
    QUOTE,
    FOLLOW,
    /** Posted a tweet; the user wants to be notified of this author's. */
    TWEET,
    /** A poll of the user, or in which the user voted, has ended; the actor is its author. */
    POLL_ENDED,
    /** Edited a tweet that the user had replied to or quoted. */
    EDIT;

    /** The name in the API and in stores. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The inverse of {@link #text}. */
    public static Optional<NotificationType> of(String text) {
        return Arrays.stream(values()).filter(type -> type.text().equals(text)).findFirst();
    }

    /** Whether an actor can repeat it on the same target after undoing it. */
    public boolean canRecur() {
        return switch (this) {
            case LIKE, RETWEET, FOLLOW, MENTION -> true;
            case REPLY, QUOTE, TWEET, POLL_ENDED, EDIT -> false;
        };
    }

    /** Whether users are told of what they did themselves. */
    boolean includesOwn() {
        return this == POLL_ENDED;
    }

    /** Whether it is about a tweet; otherwise it is about the recipient. */
    public boolean isAboutTweet() {
        return this != FOLLOW;
    }
}
