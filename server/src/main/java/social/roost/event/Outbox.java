package social.roost.event;

import java.util.List;

/**
 * Where a store keeps the events of its writes until they are in the log. The event is stored atomically with the write
 * and removed only after it is in the log, so that every event reaches the log, whatever crashes.
 *
 * @param <K> identifies an entry in the store
 */
public interface Outbox<K> {

    /** Entries that were left behind: so old that the process that wrote them no longer relays them; oldest first. */
    List<Entry<K>> leftBehind(int limit);

    /** Removes entries that are in the log; missing ones are ignored. */
    void remove(List<K> keys);

    /** An event and the key of its entry. */
    record Entry<K>(K key, TracedEvent traced) {
        /** An entry for this thread's activity. */
        public Entry(K key, Event event) {
            this(key, TracedEvent.of(event));
        }

        public Event event() {
            return traced.event();
        }
    }
}
