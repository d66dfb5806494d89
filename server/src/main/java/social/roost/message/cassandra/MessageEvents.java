package social.roost.message.cassandra;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.base.UnavailableException;
import social.roost.driver.cassandra.CassandraCluster;
import social.roost.event.Event;
import social.roost.event.Outbox.Entry;
import social.roost.event.Relay;
import social.roost.event.cassandra.CassandraOutbox;
import social.roost.event.cassandra.OutboxKey;

/**
 * Events of changes that cannot be written in one batch with them. The event is written before its change: if that is
 * interrupted, {@link MessagesLeftBehind} completes it. An event without a change does no harm, since consumers read the
 * stores.
 */
final class MessageEvents {
    private static final Logger LOG = LoggerFactory.getLogger(MessageEvents.class);

    private final CassandraCluster cassandra;
    private final CassandraOutbox outbox;
    private final Relay relay;
    private final InstantSource clock;

    MessageEvents(CassandraCluster cassandra, CassandraOutbox outbox, Relay relay, InstantSource clock) {
        this.cassandra = cassandra;
        this.outbox = outbox;
        this.relay = relay;
        this.clock = clock;
    }

    /** Called before the change. */
    Entry<OutboxKey> begin(Event.OfMessages event) {
        long cause = ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);
        Entry<OutboxKey> entry = OutboxKey.begun(event.conversationId(), cause, event, clock.millis());
        cassandra.write(outbox.rows().insertWithEvent(entry));
        return entry;
    }

    /** Called after the change. */
    void happened(Entry<OutboxKey> entry) {
        relay.committed(outbox, entry);
    }

    /** Called if the change did not take place, and never will. */
    void cancel(Entry<OutboxKey> entry) {
        try {
            outbox.remove(List.of(entry.key()));
        } catch (UnavailableException e) {
            LOG.debug("The sweep will remove {}", entry.key(), e);
        }
    }
}
