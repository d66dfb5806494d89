package social.roost.notification;

import java.time.Duration;

/**
 * Limits on what is kept.
 *
 * @param notifications of each user; beyond that, the oldest are removed
 * @param actors of each notification; beyond that, further ones are left out
 * @param window how long after its beginning a notification accepts further actors, and for how long an undone and
 *     repeated action is not news
 * @param takenBack how many withdrawn notices of each user are remembered; beyond that, the oldest are forgotten
 */
public record NotificationLimits(int notifications, int actors, Duration window, int takenBack) {

    public static NotificationLimits defaults() {
        return new NotificationLimits(1_000, 1_000, Duration.ofHours(24), 200);
    }

    /** A notice withdrawn before this time, in milliseconds since 1970, is news when the action is repeated. */
    public long rememberedSince(long now) {
        return now - window.toMillis() + 1;
    }

    /** Whether a notification that began at one time accepts an action at another; both in milliseconds since 1970. */
    public boolean isOpen(long createdAt, long now) {
        return now - createdAt < window.toMillis();
    }
}
