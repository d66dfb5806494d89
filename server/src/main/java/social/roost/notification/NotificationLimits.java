package social.roost.notification;

import java.time.Duration;

/**
 * How much is kept.
 *
 * @param notifications of each user; the oldest go when there are more
 * @param actors of each notification; when there are as many, further ones are left out
 * @param window how long after its beginning a notification takes in further actors
 */
public record NotificationLimits(int notifications, int actors, Duration window) {

    public static NotificationLimits defaults() {
        return new NotificationLimits(1_000, 1_000, Duration.ofHours(24));
    }

    /** Whether one that began then takes in what happened now; both in milliseconds since 1970. */
    public boolean isOpen(long createdAt, long now) {
        return now - createdAt < window.toMillis();
    }
}
