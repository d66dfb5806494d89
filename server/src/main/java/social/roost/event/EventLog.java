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
 * <li>An event is delivered to every group at least once, also after a crash between append and delivery.
 * <li>Within a group, events with the same stream and key are delivered in the order they were appended, one at a time;
 *     others are delivered concurrently. The members of a group, in several processes, share its events.
 * <li>An event that keeps failing is tried a limited number of times with growing pauses, then stored as a {@link
 *     DeadLetter} of the group. While it is retried, only later events with its key wait.
 * <li>A group that subscribes for the first time receives events from then on, and none from before; a {@link Backfill}
 *     makes up for that.
 * <li>Events that all groups have passed are removed after a while.
 * </ul>
 *
 * <p>Stores append the events of their own writes in the same transaction; {@link #append} is for events without a row.
 */
public interface EventLog {

    /** Appends in this order, within this thread's activity; durable when it returns. */
    default void append(List<Event> events) {
        appendTraced(events.stream().map(TracedEvent::of).toList());
    }

    /** Appends events of other activities in this order; durable when it returns. */
    void appendTraced(List<TracedEvent> events);

    /**
     * Delivers to a group from its stored offset on. A group has one subscription in a process.
     *
     * @throws IllegalStateException if the group is already subscribed
     */
    Subscription subscribe(String group, EventConsumer consumer);

    /** Whether the log keeps events for a group. */
    boolean hasGroup(String group);

    /**
     * Makes the log keep the events of these streams for a group from now on, as if it had subscribed; durable when it
     * returns. Does nothing for a group that exists. Only one process at a time may do this for a group.
     */
    void addGroup(String group, Set<Event.Stream> streams);

    /**
     * Delivers every event appended from now on to this process, for its caches. There is no offset: a new process has
     * empty caches. An event that keeps failing is skipped and logged.
     */
    Subscription follow(EventConsumer consumer);

    /**
     * Removes all groups but these: no version has the others any more, and events must not be kept for them. A log
     * that removes events by age alone has nothing to do.
     */
    void retainGroups(Set<String> groups);

    /** The group's dead letters, oldest first. */
    List<DeadLetter> deadLetters(String group, int limit);

    /** Adds an event that is not from the log to the group's dead letters. Its offset is negative and unique. */
    void keepDeadLetter(String group, LoggedEvent event, int attempts, String error);

    /**
     * Removes a dead letter from the group's list because it has been handled. Does nothing if it is not on the list.
     */
    void settle(String group, DeadLetter letter);

    /** The number of events that the group has not finished, including those in progress. */
    long lag(String group);

    /**
     * The number of events that the group has not finished in this process, including those in progress; 0 if it is not
     * subscribed here. What other processes consume does not count, which they may report late.
     */
    long lagHere(String group);

    /** Closing stops delivery: waits for events in progress and stores the group's offset. */
    interface Subscription extends AutoCloseable {
        /** The number of events not finished here, including those in progress. */
        long lag();

        /** The number of dead letters here since it started. */
        long deadLetters();

        @Override
        void close();
    }

    /**
     * An event set aside, with the reason.
     *
     * @param number unique within the group
     * @param event null if this version cannot read it, because a newer one wrote it
     * @param attempts how often it was delivered, 0 if it could not be read
     */
    record DeadLetter(long number, @Nullable Event event, int attempts, String error) {}
}
