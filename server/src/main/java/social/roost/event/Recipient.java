package social.roost.event;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whom events are delivered to.
 *
 * @param name of the consumer group
 * @param deadLetters where events go that the consumer keeps failing on
 * @param waitsForUpgrade what happens to an event that the consumer needs but only a newer program can read: true lets it wait
 *     for a member of the group that can, false gives it up
 */
public record Recipient(String name, EventConsumer consumer, DeadLetterStore deadLetters, boolean waitsForUpgrade) {
    private static final Logger log = LoggerFactory.getLogger(Recipient.class);

    /** A consumer group, whose members share its events. */
    public static Recipient group(String name, EventConsumer consumer, DeadLetterStore deadLetters) {
        return new Recipient(name, consumer, deadLetters, true);
    }

    /**
     * A process that follows the log for what it has in memory. An event that it cannot consume is logged: no other process
     * could consume it for this one.
     */
    public static Recipient follower(EventConsumer consumer, CountedDeadLetters letters) {
        return new Recipient("follower", consumer, letters.counting(Recipient::logSkipped), false);
    }

    private static void logSkipped(String group, LoggedEvent event, int attempts, String error) {
        log.error("Skipped {} after {} attempts: {}", event, attempts, error);
    }

    /** The same with this consumer around its own. */
    public Recipient with(EventConsumer around) {
        return new Recipient(name, around, deadLetters, waitsForUpgrade);
    }
}
