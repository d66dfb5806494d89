package social.roost.event;

/** Stores the events that a group failed to process. */
@FunctionalInterface
public interface DeadLetterStore {

    /** Durable when it returns. The same event may be passed twice. If it throws, it is called again later. */
    void keep(String group, LoggedEvent event, int attempts, String error);
}
