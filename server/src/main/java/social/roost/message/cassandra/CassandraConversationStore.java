package social.roost.message.cassandra;

import com.datastax.oss.driver.api.core.cql.BoundStatement;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import social.roost.driver.cassandra.Attempts;
import social.roost.driver.cassandra.CassandraCluster;
import social.roost.driver.cassandra.Turns;
import social.roost.event.Event;
import social.roost.event.Outbox.Entry;
import social.roost.event.cassandra.OutboxKey;
import social.roost.message.Conversation;
import social.roost.message.ConversationStore;
import social.roost.message.InboxEntry;
import social.roost.message.cassandra.ConversationRows.Current;
import social.roost.message.cassandra.InboxRows.Inbox;

/**
 * Conversations in the tables of {@link MessageTables}. The row of the conversation decides who its members are; their
 * inbox rows follow it. If that is interrupted, {@link MessagesLeftBehind} or the next change completes it.
 */
public final class CassandraConversationStore implements ConversationStore {
    private static final Comparator<InboxEntry> LATEST_FIRST = Comparator.comparingLong(InboxEntry::lastAt)
            .thenComparingLong(InboxEntry::conversationId)
            .reversed();

    private final CassandraCluster cassandra;
    private final ConversationRows rows;
    private final InboxRows inboxes;
    private final MessageEvents events;
    private final InstantSource clock;
    private final Turns turns = new Turns();

    CassandraConversationStore(
            CassandraCluster cassandra,
            ConversationRows rows,
            InboxRows inboxes,
            MessageEvents events,
            InstantSource clock) {
        this.cassandra = cassandra;
        this.rows = rows;
        this.inboxes = inboxes;
        this.events = events;
        this.clock = clock;
    }

    /** Whoever sets the id of the pair may crash before the conversation is stored, so everybody tries to store it. */
    @Override
    public Conversation openPair(Conversation fresh) {
        long creator = fresh.creatorId();
        long id = rows.claimPair(creator, fresh.other(creator), fresh.id());
        Conversation pair = new Conversation(
                id, fresh.kind(), fresh.name(), fresh.pictureId(), creator, fresh.members(), fresh.lastSeq());
        Current found = id == fresh.id() ? null : rows.find(id);
        return found == null ? create(pair) : found.conversation();
    }

    @Override
    public @Nullable Conversation findPair(long userId, long otherId) {
        Long id = rows.findPair(userId, otherId);
        Current found = id == null ? null : rows.find(id);
        return found == null ? null : found.conversation();
    }

    @Override
    public void createGroup(Conversation group) {
        var _ = create(group);
    }

    /** Stores it unless it exists; returns the stored one. */
    private Conversation create(Conversation conversation) {
        Entry<OutboxKey> entry =
                events.begin(new Event.ConversationChanged(conversation.id(), conversation.creatorId()));
        Stored fresh = Stored.fresh(conversation);
        if (!rows.insert(fresh)) {
            events.cancel(entry);
            Current found = Objects.requireNonNull(rows.findSettled(conversation.id()));
            inboxes.complete(found.stored());
            return found.conversation();
        }
        inboxes.complete(fresh);
        events.happened(entry);
        return conversation;
    }

    @Override
    public Map<Long, Conversation> find(long[] ids) {
        Map<Long, Conversation> found = HashMap.newHashMap(ids.length);
        rows.find(ids).forEach((id, current) -> found.put(id, current.conversation()));
        return found;
    }

    @Override
    public @Nullable Conversation change(long id, long actorId, UnaryOperator<Conversation> change) {
        return turns.take(id, () -> Attempts.make(cassandra, () -> attempt(id, actorId, change)))
                .conversation();
    }

    /** Null if another process was faster. */
    private @Nullable Attempted attempt(long id, long actorId, UnaryOperator<Conversation> change) {
        Current before = rows.find(id);
        if (before == null) {
            return new Attempted(null);
        }
        Conversation changed = change.apply(before.conversation());
        if (changed.equals(before.conversation())) {
            return new Attempted(changed);
        }
        Stored next = before.stored().changed(changed, clock.millis());
        if (!before.stored().ended().isEmpty()) {
            // This change forgets them, and the one that ended them may have been interrupted.
            inboxes.update(before.stored(), before.stored());
        }
        Entry<OutboxKey> entry = events.begin(new Event.ConversationChanged(id, actorId));
        if (!rows.update(before, next)) {
            events.cancel(entry);
            return null;
        }
        inboxes.update(before.stored(), next);
        if (!next.begun().isEmpty()) {
            deliverMeanwhile(before, next);
        }
        events.happened(entry);
        return new Attempted(changed);
    }

    /** Whoever stored a message during the change may not know the new members. */
    private void deliverMeanwhile(Current before, Stored next) {
        Current after = rows.find(next.id());
        if (after != null && after.lastSeq() > before.lastSeq()) {
            List<BoundStatement> statements =
                    inboxes.deliver(next, after.lastSeq(), after.lastAt()).toList();
            cassandra.forEach(statements.size(), statements::get, (_, _) -> {});
        }
    }

    @Override
    public List<InboxEntry> list(long userId, boolean accepted, InboxEntry.@Nullable Place before, int limit) {
        return latest(
                userId,
                inbox -> inbox.isAccepted() == accepted
                        && inbox.entry().isListed()
                        && (before == null || isBelow(inbox.entry(), before)),
                limit);
    }

    private static boolean isBelow(InboxEntry entry, InboxEntry.Place place) {
        return entry.lastAt() < place.lastAt()
                || (entry.lastAt() == place.lastAt() && entry.conversationId() < place.conversationId());
    }

    @Override
    public List<InboxEntry> unread(long userId, int limit) {
        return latest(userId, Inbox::isUnread, limit);
    }

    private List<InboxEntry> latest(long userId, Predicate<Inbox> condition, int limit) {
        return inboxes.all(userId).stream()
                .filter(condition)
                .map(Inbox::entry)
                .sorted(LATEST_FIRST)
                .limit(limit)
                .toList();
    }

    @Override
    public Map<Long, InboxEntry> entries(long userId, long[] conversationIds) {
        Map<Long, InboxEntry> entries = HashMap.newHashMap(conversationIds.length);
        inboxes.find(userId, LongStream.of(conversationIds).boxed().toList())
                .forEach((id, inbox) -> entries.put(id, inbox.entry()));
        return entries;
    }

    @Override
    public Map<Long, Long> readSeqs(long conversationId, long[] userIds) {
        Map<Long, Long> read = HashMap.newHashMap(userIds.length);
        inboxes.findOfAll(conversationId, userIds)
                .forEach((id, inbox) -> read.put(id, inbox.entry().readSeq()));
        return read;
    }

    @Override
    public boolean markRead(long conversationId, long userId, long seq) {
        Inbox inbox = inboxes.find(userId, conversationId);
        if (inbox == null || inbox.entry().readSeq() >= seq) {
            return false;
        }
        Entry<OutboxKey> entry = events.begin(new Event.ConversationRead(conversationId, userId, seq));
        inboxes.markRead(inbox, seq);
        events.happened(entry);
        return true;
    }

    @Override
    public void clear(long conversationId, long userId, long seq) {
        Inbox inbox = inboxes.find(userId, conversationId);
        if (inbox != null) {
            inboxes.clear(inbox, seq);
        }
    }

    @Override
    public void mute(long conversationId, long userId, boolean muted) {
        Inbox inbox = inboxes.find(userId, conversationId);
        if (inbox != null) {
            inboxes.mute(inbox, muted);
        }
    }

    /** @param conversation after the change; null if there is none */
    private record Attempted(@Nullable Conversation conversation) {}
}
