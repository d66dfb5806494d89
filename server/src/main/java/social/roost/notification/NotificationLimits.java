package social.roost.notification;

import java.time.Duration;

/**
 * How much is kept.
 *
 * @param notifications of each user; the oldest go when there are more
 * @param actors of each notification; when there are as many, further ones are left out
 * @param window how long after its beginning a notification takes in further actors, and for how long what was taken back and
 *     done again is not news
 * @param takenBack how many of each user's notices are remembered as taken back; the oldest are forgotten when there are more
 */
public record NotificationLimits(int notifications, int actors, Duration window, int takenBack) {

    public static NotificationLimits defaults() {
        return new NotificationLimits(1_000, 1_000, Duration.ofHours(24), 200);
    }

    /** What was taken back before this time, in milliseconds since 1970, is news when it is done again. */
    public long rememberedSince(long now) {
        return now - window.toMillis() + 1;
    }

    /** Whether one that began then takes in what happened now; both in milliseconds since 1970. */
    public boolean isOpen(long createdAt, long now) {
        return now - createdAt < window.toMillis();
    }
}
