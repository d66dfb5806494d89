package social.roost.event;

import java.util.function.Consumer;

/**
 * The most recent writes, shared by all processes: a process that answers a user looks here first and catches up, so
 * that users see their own writes whichever process stored them, and nobody sees what is gone for everyone ({@link
 * Event#concernsAll}). Everything else becomes visible when the event arrives.
 *
 * <p>Fails open: without it, everything becomes visible when the event arrives.
 */
public interface OwnWrites {

    /** Called after the event's write was committed and before the response. */
    void add(Event event);

    /**
     * Passes this user's events, and those that concern everyone, to the action, oldest first, as far as this process
     * has not handled them. They count as handled when the action has returned, so concurrent requests may both get
     * them.
     */
    void catchUp(long userId, Consumer<Event> action);

    /** The same for the events that concern everyone. */
    void catchUp(Consumer<Event> action);
}
