package social.roost.event;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The log of all events, read by consumer groups.
 *
 * <p>Promises:
 *
 * <ul>
 *   <li>An event is delivered to every group at least once, also after a crash between append and delivery.
 *   <li>Within a group, events of one stream and key are delivered in the order they were appended, one at a time; others
 *       are delivered beside them. The members of a group, in several processes, share its events.
 *   <li>An event that keeps failing is tried a bounded number of times with growing pauses, then kept as a
 *       {@link DeadLetter} of the group. While it is retried only later events of its own key wait.
 *   <li>A group that subscribes for the first time receives events from then on, none from before; a {@link Backfill} makes
 *       up for that.
 *   <li>Events that all groups have passed are removed after a while.
 * </ul>
 *
 * <p>Stores append the events of their own writes in the same transaction; {@link #append} is for what has no row.
 */
public interface EventLog {

    /** Appends in this order, as part of what this thread is busy with; durable when it returns. */
    default void append(List<Event> events) {
        appendTraced(events.stream().map(TracedEvent::of).toList());
    }

    /** Appends in this order what others were busy with; durable when it returns. */
    void appendTraced(List<TracedEvent> events);

    /**
     * Delivers to a group from its stored offset on. A group has one subscription in a process.
     *
     * @throws IllegalStateException when the group is subscribed already
     */
    Subscription subscribe(String group, EventConsumer consumer);

    /** Whether the log keeps events for a group. */
    boolean hasGroup(String group);

    /**
     * Makes the log keep the events of these streams for a group from now on, as if it had subscribed; durable when it returns.
     * Does nothing for a group that it has. Of several processes only one at a time may do this for a group.
     */
    void addGroup(String group, Set<Event.Stream> streams);

    /**
     * Delivers every event appended from now on to this process, for what it keeps in memory. There is no offset: a process
     * that starts anew has nothing in memory either. An event that keeps failing is passed over with a message in the log.
     */
    Subscription follow(EventConsumer consumer);

    /**
     * Forgets all groups but these: no program has the others any more, and what they have not consumed must not be kept for
     * them. A log that removes events by age alone has nothing to forget.
     */
    void retainGroups(Set<String> groups);

    /** The group's dead letters, oldest first. */
    List<DeadLetter> deadLetters(String group, int limit);

    /** Adds an event that is not from the log to the group's dead letters. Its offset is below 0; no other letter has it. */
    void keepDeadLetter(String group, LoggedEvent event, int attempts, String error);

    /** Takes a dead letter off the group's list: someone has seen to it. Nothing happens when it is not on it. */
    void settle(String group, DeadLetter letter);

    /** How many events the group has still to consume, those in progress among them. */
    long lag(String group);

    /** Stops delivery when closed: waits for events in progress and stores the group's offset. */
    interface Subscription extends AutoCloseable {
        /** How many events have still to be consumed here, those in progress among them. */
        long lag();

        /** How many events were given up here since it began. */
        long deadLetters();

        @Override
        void close();
    }

    /**
     * An event set aside, with the reason in words.
     *
     * @param number no other letter of the group has it
     * @param event null when this program cannot read it, because a newer one wrote it
     * @param attempts how often it was delivered, 0 when it could not be read
     */
    record DeadLetter(long number, @Nullable Event event, int attempts, String error) {}
}
