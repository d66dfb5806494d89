package social.roost.event;

/** Publishes events from the stores' outboxes to the log. */
public interface Relay {

    /**
     * Called after a write was committed and before the response. Returns quickly and does not throw: if the log is
     * unreachable, the event stays in its outbox and is published later.
     */
    <K> void committed(Outbox<K> outbox, Outbox.Entry<K> entry);
}
