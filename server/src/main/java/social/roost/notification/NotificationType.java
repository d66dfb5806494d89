package social.roost.notification;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What someone did that concerns a user. */
public enum NotificationType {
    /** Named the user in a tweet. */
    MENTION,
    /** Answered a tweet of the user. */
    REPLY,
    LIKE,
    RETWEET,
    /** Quoted a tweet of the user. */
    QUOTE,
    FOLLOW;

    /** As the API and the stores write it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The inverse of {@link #text}. */
    public static Optional<NotificationType> of(String text) {
        return Arrays.stream(values()).filter(type -> type.text().equals(text)).findFirst();
    }

    /** Whether the same actor can do it to the same thing again after taking it back. */
    public boolean canRecur() {
        return switch (this) {
            case LIKE, RETWEET, FOLLOW -> true;
            case MENTION, REPLY, QUOTE -> false;
        };
    }

    /** Whether it is about a tweet; else it is about the user who is told. */
    public boolean isAboutTweet() {
        return this != FOLLOW;
    }
}
