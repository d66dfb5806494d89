package social.roost.event;

import java.util.List;

/**
 * What each user has done in the last moments, shared by all processes: a process that answers a user looks here first and
 * catches up, so that users see their own writes whichever process stored them. Others see them when the event arrives.
 *
 * <p>Fails open: without it, users too see their writes when the event arrives.
 */
public interface OwnWrites {

    /** Call it after the event's write was committed and before it is answered. */
    void add(Event event);

    /** What this user did in the last moments and this process has not been told yet, oldest first. */
    List<Event> unseen(long userId);
}
