package social.roost.event;

/** Brings events from the stores' outboxes to the log. */
public interface Relay {

    /**
     * Call it after a write was committed and before it is answered. Returns soon and does not throw: when the log cannot be
     * reached the event stays in its outbox, and is brought later.
     */
    <K> void committed(Outbox<K> outbox, Outbox.Entry<K> entry);
}
