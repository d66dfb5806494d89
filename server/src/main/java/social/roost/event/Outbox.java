package social.roost.event;

import java.util.List;

/**
 * Where a store keeps the events of its writes until the log has them. The event is stored in the same atomic act as the
 * write; so that every event reaches the log, whatever crashes, it is removed only after the log has it.
 *
 * @param <K> what the store finds an entry by
 */
public interface Outbox<K> {

    /** Entries that were left behind: some that are so old that whoever wrote them no longer relays them; oldest first. */
    List<Entry<K>> leftBehind(int limit);

    /** Removes entries that the log has; those that are gone already are passed over. */
    void remove(List<K> keys);

    /** An event and the key of its entry. */
    record Entry<K>(K key, TracedEvent traced) {
        /** One of what this thread is busy with. */
        public Entry(K key, Event event) {
            this(key, TracedEvent.of(event));
        }

        public Event event() {
            return traced.event();
        }
    }
}
