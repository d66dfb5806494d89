package social.roost.message.cassandra;

import java.time.InstantSource;
import social.roost.driver.cassandra.CassandraCluster;
import social.roost.event.Event;
import social.roost.event.Relay;
import social.roost.event.cassandra.CassandraOutbox;

/** The stores of direct messages in one keyspace. */
public record CassandraMessages(
        CassandraConversationStore conversations, CassandraMessageStore messages, CassandraContactStore contacts) {

    /**
     * Makes the stores.
     *
     * @param outbox of the keyspace, in which they then own the events of messages
     */
    public static CassandraMessages in(
            CassandraCluster cassandra, CassandraOutbox outbox, Relay relay, InstantSource clock) {
        ConversationRows rows = new ConversationRows(cassandra);
        InboxRows inboxes = new InboxRows(cassandra);
        MessageEvents events = new MessageEvents(cassandra, outbox, relay, clock);
        CassandraMessageStore messages = new CassandraMessageStore(cassandra, rows, inboxes, events);
        outbox.own(Event.Stream.MESSAGES, new MessagesLeftBehind(outbox, messages, rows, inboxes));
        return new CassandraMessages(
                new CassandraConversationStore(cassandra, rows, inboxes, events, clock),
                messages,
                new CassandraContactStore(cassandra));
    }
}
