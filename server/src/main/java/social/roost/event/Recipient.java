package social.roost.event;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The recipient of events.
 *
 * @param name of the consumer group
 * @param deadLetters receives the events on which the consumer keeps failing
 * @param waitsForUpgrade whether an event that the consumer needs but only a newer version can read waits for a member
 *     of the group that can; otherwise it is skipped
 */
public record Recipient(String name, EventConsumer consumer, DeadLetterStore deadLetters, boolean waitsForUpgrade) {
    private static final Logger log = LoggerFactory.getLogger(Recipient.class);

    /** A consumer group, whose members share its events. */
    public static Recipient group(String name, EventConsumer consumer, DeadLetterStore deadLetters) {
        return new Recipient(name, consumer, deadLetters, true);
    }

    /**
     * A process that follows the log to keep its caches current. An event that it cannot consume is logged: no other
     * process could consume it instead.
     */
    public static Recipient follower(EventConsumer consumer, CountedDeadLetters letters) {
        return new Recipient("follower", consumer, letters.counting(Recipient::logSkipped), false);
    }

    private static void logSkipped(String group, LoggedEvent event, int attempts, String error) {
        log.error("Skipped {} after {} attempts: {}", event, attempts, error);
    }

    /** The same with this consumer wrapped around its own. */
    public Recipient with(EventConsumer around) {
        return new Recipient(name, around, deadLetters, waitsForUpgrade);
    }
}
