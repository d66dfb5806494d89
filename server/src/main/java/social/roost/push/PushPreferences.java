package social.roost.push;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.roost.notification.NotificationType;

/**
 * What a user wants to be sent as pushes.
 *
 * @param unwanted types of notifications
 * @param messages whether the user wants to be told of direct messages
 * @param messageText whether these pushes contain the text
 * @param quietHours null for none
 */
public record PushPreferences(
        Set<NotificationType> unwanted,
        boolean messages,
        boolean messageText,
        @Nullable QuietHours quietHours) {
    public static final PushPreferences DEFAULT =
            new PushPreferences(EnumSet.noneOf(NotificationType.class), true, false, null);

    public PushPreferences {
        unwanted = Set.copyOf(unwanted);
    }
}
