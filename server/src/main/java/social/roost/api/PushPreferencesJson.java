package social.roost.api;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.roost.base.Rejection;
import social.roost.notification.NotificationType;
import social.roost.push.PushPreferences;
import social.roost.push.QuietHours;

/** What a user wants to be sent as pushes; null leaves it unchanged. */
record PushPreferencesJson(
        @Nullable Boolean mention,
        @Nullable Boolean reply,
        @Nullable Boolean like,
        @Nullable Boolean retweet,
        @Nullable Boolean quote,
        @Nullable Boolean follow,
        @Nullable Boolean tweet,
        @Nullable Boolean pollEnded,
        @Nullable Boolean edit,
        @Nullable Boolean message,
        @Nullable Boolean messageText,
        @Nullable QuietHoursJson quietHours) {

    static PushPreferencesJson of(PushPreferences preferences) {
        Set<NotificationType> unwanted = preferences.unwanted();
        return new PushPreferencesJson(
                !unwanted.contains(NotificationType.MENTION),
                !unwanted.contains(NotificationType.REPLY),
                !unwanted.contains(NotificationType.LIKE),
                !unwanted.contains(NotificationType.RETWEET),
                !unwanted.contains(NotificationType.QUOTE),
                !unwanted.contains(NotificationType.FOLLOW),
                !unwanted.contains(NotificationType.TWEET),
                !unwanted.contains(NotificationType.POLL_ENDED),
                !unwanted.contains(NotificationType.EDIT),
                preferences.messages(),
                preferences.messageText(),
                QuietHoursJson.of(preferences.quietHours()));
    }

    PushPreferences edited(PushPreferences before) {
        Set<NotificationType> unwanted = EnumSet.noneOf(NotificationType.class);
        unwanted.addAll(before.unwanted());
        given().forEach((type, wanted) -> {
            boolean _ = wanted ? unwanted.remove(type) : unwanted.add(type);
        });
        return new PushPreferences(
                unwanted,
                message == null ? before.messages() : message,
                messageText == null ? before.messageText() : messageText,
                quietHours == null ? before.quietHours() : quietHours.edited(before.quietHours()));
    }

    private Map<NotificationType, Boolean> given() {
        Map<NotificationType, Boolean> given = new EnumMap<>(NotificationType.class);
        for (NotificationType type : NotificationType.values()) {
            Boolean wanted = of(type);
            if (wanted != null) {
                given.put(type, wanted);
            }
        }
        return given;
    }

    private @Nullable Boolean of(NotificationType type) {
        return switch (type) {
            case MENTION -> mention;
            case REPLY -> reply;
            case LIKE -> like;
            case RETWEET -> retweet;
            case QUOTE -> quote;
            case FOLLOW -> follow;
            case TWEET -> tweet;
            case POLL_ENDED -> pollEnded;
            case EDIT -> edit;
        };
    }

    /** When a user is sent nothing. What is null stays as it is; if there are none yet, it is the usual night. */
    record QuietHoursJson(
            @Nullable Boolean enabled,
            @Nullable String from,
            @Nullable String to,
            @Nullable String timeZone) {
        private static final DateTimeFormatter TIME =
                DateTimeFormatter.ofPattern("HH:mm").withResolverStyle(ResolverStyle.STRICT);
        private static final QuietHours NIGHT = new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0), ZoneOffset.UTC);

        static QuietHoursJson of(@Nullable QuietHours hours) {
            QuietHours shown = hours == null ? NIGHT : hours;
            return new QuietHoursJson(
                    hours != null,
                    TIME.format(shown.from()),
                    TIME.format(shown.to()),
                    shown.zone().equals(ZoneOffset.UTC) ? "UTC" : shown.zone().getId());
        }

        @Nullable
        QuietHours edited(@Nullable QuietHours before) {
            QuietHours base = before == null ? NIGHT : before;
            QuietHours edited = new QuietHours(
                    from == null ? base.from() : time("push.quiet_hours.from", from),
                    to == null ? base.to() : time("push.quiet_hours.to", to),
                    timeZone == null ? base.zone() : zone(timeZone));
            boolean isOn = enabled == null ? before != null : enabled;
            return isOn ? edited : null;
        }

        private static LocalTime time(String field, String text) {
            try {
                return LocalTime.parse(text, TIME);
            } catch (DateTimeException _) {
                throw Rejection.invalid(field, "Expected a time such as 22:00.");
            }
        }

        private static ZoneId zone(String text) {
            if (text.equals("UTC") || ZoneId.getAvailableZoneIds().contains(text)) {
                return ZoneId.of(text);
            }
            throw Rejection.invalid("push.quiet_hours.time_zone", "Expected a time zone such as Europe/Berlin.");
        }
    }
}
