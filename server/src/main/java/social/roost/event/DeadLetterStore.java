package social.roost.event;

/** Where the events go that a group gave up on. */
@FunctionalInterface
public interface DeadLetterStore {

    /** Durable when it returns. The same event may come twice. If it throws, it is called again later. */
    void keep(String group, LoggedEvent event, int attempts, String error);
}
