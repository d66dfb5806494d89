package social.roost.message.cassandra;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import social.roost.driver.cassandra.CassandraCluster;
import social.roost.event.Event;
import social.roost.event.Outbox.Entry;
import social.roost.event.cassandra.OutboxKey;
import social.roost.message.Message;
import social.roost.message.MessageStore;
import social.roost.message.Reaction;
import social.roost.message.cassandra.ConversationRows.Current;

/** Messages in the tables of {@link MessageTables}. */
public final class CassandraMessageStore implements MessageStore {
    private final MessageRows rows;
    private final ConversationRows conversations;
    private final KeyClaims claims;
    private final HiddenRows hidden;
    private final Appends appends;
    private final ReactionRows reactionRows;
    private final Reactions reactions;
    private final MessageEvents events;
    private final RangeReads<Message> down;
    private final RangeReads<Message> up;
    private final RangeReads<Sent> sent;

    CassandraMessageStore(
            CassandraCluster cassandra, ConversationRows conversations, InboxRows inboxes, MessageEvents events) {
        this.conversations = conversations;
        this.events = events;
        rows = new MessageRows(cassandra);
        claims = new KeyClaims(cassandra);
        hidden = new HiddenRows(cassandra);
        appends = new Appends(cassandra, conversations, inboxes, rows, claims, events);
        reactionRows = new ReactionRows(cassandra);
        reactions = new Reactions(cassandra, reactionRows, rows, events);
        down = new RangeReads<>(cassandra, hidden, MessageRows.COLUMNS, true, MessageRows::read);
        up = new RangeReads<>(cassandra, hidden, MessageRows.COLUMNS, false, MessageRows::read);
        sent = new RangeReads<>(
                cassandra,
                hidden,
                "seq, sender_id, deleted",
                false,
                row -> row.getBoolean("deleted") ? null : new Sent(row.getLong("seq"), row.getLong("sender_id")));
    }

    @Override
    public Appended append(Message message) {
        return appends.append(message);
    }

    @Override
    public void deliver(long conversationId, long seq) {
        Message stored = rows.find(conversationId, seq);
        if (stored != null) {
            appends.deliver(stored);
        }
    }

    @Override
    public @Nullable Message findSent(long conversationId, long senderId, String clientKey) {
        return appends.find(new KeyClaims.Sent(conversationId, senderId, clientKey));
    }

    @Override
    public @Nullable Message findWithMedia(long id) {
        KeyClaims.Sent announced = claims.announced(id);
        Message found = announced == null ? null : appends.find(announced);
        return found != null && found.id() == id ? found : null;
    }

    @Override
    public @Nullable Message find(long conversationId, long seq) {
        return rows.find(conversationId, seq);
    }

    @Override
    public List<Message> before(Range range, long userId, int limit) {
        return newest(List.of(range), userId, limit).getOrDefault(range.conversationId(), List.of());
    }

    @Override
    public List<Message> after(Range range, long userId, int limit) {
        return up.read(existing(List.of(range)), userId, limit).getOrDefault(range.conversationId(), List.of());
    }

    @Override
    public Map<Long, List<Message>> newest(List<Range> ranges, long userId, int limit) {
        return down.read(existing(ranges), userId, limit);
    }

    @Override
    public Map<Long, List<Sent>> sent(List<Range> ranges, long userId, int limit) {
        return sent.read(existing(ranges), userId, limit);
    }

    /** The parts of the ranges in which there are messages. */
    private List<Range> existing(List<Range> ranges) {
        Map<Long, Current> ends = conversations.find(ranges.stream()
                .filter(range -> range.before() == Long.MAX_VALUE)
                .mapToLong(Range::conversationId)
                .toArray());
        return ranges.stream().map(range -> existing(range, ends)).toList();
    }

    private static Range existing(Range range, Map<Long, Current> ends) {
        if (range.before() != Long.MAX_VALUE) {
            return range;
        }
        Current end = ends.get(range.conversationId());
        return new Range(range.conversationId(), range.after(), end == null ? 0 : end.lastSeq() + 1);
    }

    @Override
    public void delete(long conversationId, long seq, long userId) {
        Message message = rows.find(conversationId, seq);
        if (message == null || message.isDeleted()) {
            return;
        }
        Entry<OutboxKey> entry = events.begin(new Event.MessageChanged(conversationId, userId, seq));
        rows.delete(conversationId, seq);
        reactions.removeAll(conversationId, seq);
        events.happened(entry);
    }

    @Override
    public void hide(long conversationId, long seq, long userId) {
        hidden.insert(userId, conversationId, seq);
    }

    @Override
    public boolean react(long conversationId, Reaction reaction, int most) {
        return reactions.add(conversationId, reaction, most);
    }

    @Override
    public void unreact(long conversationId, Reaction reaction) {
        reactions.remove(conversationId, reaction);
    }

    @Override
    public List<Reaction> reactions(long conversationId, long first, long last) {
        return reactionRows.between(conversationId, first, last);
    }

    /** What an interrupted append left behind: the message of this sender, which is delivered now; null if none is there. */
    @Nullable
    Message settleSent(Event.MessageSent event) {
        Message stored = rows.findSettled(event.conversationId(), event.seq());
        if (stored == null) {
            return null;
        }
        appends.deliver(stored);
        return stored;
    }

    /** Completes or prevents an interrupted change of a message. */
    void settleChanged(Event.MessageChanged event) {
        reactions.settle(event.conversationId(), event.seq(), event.userId());
        Message stored = rows.findSettled(event.conversationId(), event.seq());
        if (stored == null || stored.isDeleted()) {
            reactions.removeAll(event.conversationId(), event.seq());
        }
    }
}
