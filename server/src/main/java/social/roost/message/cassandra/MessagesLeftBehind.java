package social.roost.message.cassandra;

import java.util.List;
import org.jspecify.annotations.Nullable;
import social.roost.event.Event;
import social.roost.event.Outbox.Entry;
import social.roost.event.TracedEvent;
import social.roost.event.cassandra.CassandraOutbox;
import social.roost.event.cassandra.OutboxKey;
import social.roost.event.cassandra.OutboxRows.Written;
import social.roost.message.Message;
import social.roost.message.cassandra.ConversationRows.Current;
import social.roost.message.cassandra.InboxRows.Inbox;

/**
 * Events that a crash left in the outbox. Each was written before its change; what the change had begun is completed
 * here. One that has not happened a minute later never will.
 */
final class MessagesLeftBehind implements CassandraOutbox.Owner {
    private final CassandraOutbox outbox;
    private final CassandraMessageStore messages;
    private final ConversationRows conversations;
    private final InboxRows inboxes;

    MessagesLeftBehind(
            CassandraOutbox outbox, CassandraMessageStore messages, ConversationRows conversations, InboxRows inboxes) {
        this.outbox = outbox;
        this.messages = messages;
        this.conversations = conversations;
        this.inboxes = inboxes;
    }

    @Override
    public @Nullable Entry<OutboxKey> settle(Written written, @Nullable TracedEvent begun, long now) {
        if (begun == null || !(begun.event() instanceof Event.OfMessages event)) {
            return null;
        }
        OutboxKey key = written.key();
        return switch (complete(event)) {
            case HAPPENED -> new Entry<>(key, begun);
            case NEVER -> removed(key);
            case NOT_YET -> key.isOlderThan(CassandraOutbox.LATER, now) ? removed(key) : null;
        };
    }

    private @Nullable Entry<OutboxKey> removed(OutboxKey key) {
        outbox.remove(List.of(key));
        return null;
    }

    private State complete(Event.OfMessages event) {
        return switch (event) {
            case Event.MessageSent sent -> {
                Message there = messages.settleSent(sent);
                yield there == null ? State.NOT_YET : there.senderId() == sent.userId() ? State.HAPPENED : State.NEVER;
            }
            case Event.MessageChanged changed -> {
                messages.settleChanged(changed);
                yield State.HAPPENED;
            }
            case Event.ConversationChanged changed -> {
                Current current = conversations.findSettled(changed.conversationId());
                if (current != null) {
                    inboxes.complete(current.stored());
                }
                yield current == null ? State.NOT_YET : State.HAPPENED;
            }
            case Event.ConversationRead(long id, long user, long seq) -> {
                Inbox inbox = inboxes.find(user, id);
                if (inbox != null) {
                    inboxes.markRead(inbox, seq);
                }
                yield inbox == null ? State.NEVER : State.HAPPENED;
            }
        };
    }

    private enum State {
        HAPPENED,
        NOT_YET,
        NEVER
    }
}
