package social.roost.event;

import java.util.function.Consumer;

/**
 * What was done in the last moments, shared by all processes: a process that answers someone looks here first and catches up, so
 * that users see their own writes whichever process stored them, and nobody sees what is gone for everyone ({@link
 * Event#concernsAll}). All else others see when the event arrives.
 *
 * <p>Fails open: without it, everything is seen when the event arrives.
 */
public interface OwnWrites {

    /** Call it after the event's write was committed and before it is answered. */
    void add(Event event);

    /**
     * Tells what this user did, and what concerns all, as far as this process has not been told yet, oldest first. What is told
     * counts as told when the action has returned, so requests that come at once may both be told.
     */
    void catchUp(long userId, Consumer<Event> action);

    /** Tells what concerns all, as far as this process has not been told yet; otherwise as the other. */
    void catchUp(Consumer<Event> action);
}
