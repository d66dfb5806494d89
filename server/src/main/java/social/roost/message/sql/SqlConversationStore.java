package social.roost.message.sql;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;
import social.roost.driver.sql.Database;
import social.roost.driver.sql.IdBatches;
import social.roost.event.Event;
import social.roost.event.sql.SqlOutbox;
import social.roost.message.Conversation;
import social.roost.message.ConversationStore;
import social.roost.message.InboxEntry;
import social.roost.message.Member;

/** Conversations in the tables {@code conversation} and {@code conversation_member}; each write is one transaction. */
public final class SqlConversationStore implements ConversationStore {
    private static final String ENTRY = "conversation_id, last_seq, last_at, read_seq, cleared_seq, muted";

    private static final RowMapper<InboxEntry> ENTRY_MAPPER = (row, context) -> new InboxEntry(
            row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5), row.getBoolean(6));

    /** Of a conversation that is listed although it is empty. */
    private static final long NOT_CLEARED = -1;

    private final Database database;
    private final SqlOutbox outbox;
    private final InstantSource clock;

    public SqlConversationStore(Database database, SqlOutbox outbox, InstantSource clock) {
        this.database = database;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public Conversation openPair(Conversation fresh) {
        return database.write(handle -> {
            ConversationRows rows = new ConversationRows(handle);
            Conversation found = rows.findPair(fresh.creatorId(), fresh.other(fresh.creatorId()));
            if (found != null) {
                return found;
            }
            create(handle, fresh);
            return fresh;
        });
    }

    @Override
    public @Nullable Conversation findPair(long userId, long otherId) {
        return database.read(handle -> new ConversationRows(handle).findPair(userId, otherId));
    }

    @Override
    public void createGroup(Conversation group) {
        database.write(handle -> {
            create(handle, group);
            return null;
        });
    }

    private void create(Handle handle, Conversation fresh) {
        ConversationRows rows = new ConversationRows(handle);
        if (!rows.insert(fresh)) {
            return;
        }
        for (Member member : fresh.members()) {
            boolean waits = fresh.isPair() && member.userId() != fresh.creatorId();
            rows.insertMember(fresh, member, fresh.createdAt(), waits ? 0 : NOT_CLEARED);
        }
        outbox.append(handle, new Event.ConversationChanged(fresh.id(), fresh.creatorId()));
    }

    @Override
    public Map<Long, Conversation> find(long[] ids) {
        return database.read(handle -> new ConversationRows(handle).find(ids));
    }

    @Override
    public @Nullable Conversation change(long id, long actorId, UnaryOperator<Conversation> change) {
        return database.write(handle -> {
            ConversationRows rows = new ConversationRows(handle);
            Conversation old = rows.find(id);
            if (old == null) {
                return null;
            }
            Conversation changed = change.apply(old);
            if (!changed.equals(old)) {
                rows.update(changed);
                changeMembers(rows, old, changed);
                outbox.append(handle, new Event.ConversationChanged(id, actorId));
            }
            return changed;
        });
    }

    private void changeMembers(ConversationRows rows, Conversation old, Conversation changed) {
        old.members().stream()
                .map(Member::userId)
                .filter(id -> changed.member(id).isEmpty())
                .forEach(id -> rows.deleteMember(old.id(), id));
        for (Member member : changed.members()) {
            if (old.member(member.userId()).isEmpty()) {
                rows.insertMember(changed, member, clock.millis(), NOT_CLEARED);
            } else {
                rows.updateMember(changed, member);
            }
        }
    }

    @Override
    public List<InboxEntry> list(long userId, boolean accepted, InboxEntry.@Nullable Place before, int limit) {
        InboxEntry.Place from = before == null ? new InboxEntry.Place(Long.MAX_VALUE, Long.MAX_VALUE) : before;
        return database.read(handle -> handle.createQuery("SELECT " + ENTRY + """
                         FROM conversation_member
                        WHERE user_id = ? AND accepted = ? AND last_seq > cleared_seq
                            AND (last_at, conversation_id) < (?, ?)
                        ORDER BY last_at DESC, conversation_id DESC LIMIT ?""")
                .bind(0, userId)
                .bind(1, accepted)
                .bind(2, from.lastAt())
                .bind(3, from.conversationId())
                .bind(4, limit)
                .map(ENTRY_MAPPER)
                .list());
    }

    /** The conditions are those of the index, which SQLite would not choose by itself. */
    @Override
    public List<InboxEntry> unread(long userId, int limit) {
        return database.read(handle -> handle.createQuery("SELECT " + ENTRY + """
                         FROM conversation_member INDEXED BY unread_conversation
                        WHERE user_id = ? AND accepted = 1 AND muted = 0
                            AND last_seq > read_seq AND last_seq > cleared_seq AND last_seq > joined_seq
                        ORDER BY last_at DESC, conversation_id DESC LIMIT ?""")
                .bind(0, userId)
                .bind(1, limit)
                .map(ENTRY_MAPPER)
                .list());
    }

    @Override
    public Map<Long, InboxEntry> entries(long userId, long[] conversationIds) {
        Map<Long, InboxEntry> entries = HashMap.newHashMap(conversationIds.length);
        database.read(handle -> {
            IdBatches.forEach(
                    conversationIds,
                    batch -> handle.createQuery("SELECT " + ENTRY
                                    + " FROM conversation_member WHERE user_id = :user AND conversation_id IN (<ids>)")
                            .bind("user", userId)
                            .bindList("ids", batch)
                            .map(ENTRY_MAPPER)
                            .forEach(entry -> entries.put(entry.conversationId(), entry)));
            return null;
        });
        return entries;
    }

    @Override
    public Map<Long, Long> readSeqs(long conversationId, long[] userIds) {
        Map<Long, Long> read = HashMap.newHashMap(userIds.length);
        database.read(handle -> {
            IdBatches.forEach(
                    userIds,
                    batch -> handle.createQuery("""
                                    SELECT user_id, read_seq FROM conversation_member
                                    WHERE conversation_id = :conversation AND user_id IN (<ids>)""")
                            .bind("conversation", conversationId)
                            .bindList("ids", batch)
                            .map((row, context) -> read.put(row.getLong(1), row.getLong(2)))
                            .list());
            return null;
        });
        return read;
    }

    @Override
    public boolean markRead(long conversationId, long userId, long seq) {
        return database.write(handle -> {
            boolean moved = handle.execute("""
                            UPDATE conversation_member SET read_seq = ?
                            WHERE conversation_id = ? AND user_id = ? AND read_seq < ?
                            """, seq, conversationId, userId, seq) == 1;
            if (moved) {
                outbox.append(handle, new Event.ConversationRead(conversationId, userId, seq));
            }
            return moved;
        });
    }

    @Override
    public void clear(long conversationId, long userId, long seq) {
        int _ = database.write(handle -> handle.execute("""
                UPDATE conversation_member SET cleared_seq = ?
                WHERE conversation_id = ? AND user_id = ? AND cleared_seq < ?
                """, seq, conversationId, userId, seq));
    }

    @Override
    public void mute(long conversationId, long userId, boolean muted) {
        int _ = database.write(handle -> handle.execute(
                "UPDATE conversation_member SET muted = ? WHERE conversation_id = ? AND user_id = ?",
                muted,
                conversationId,
                userId));
    }
}
