package social.roost.message.sql;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import social.roost.driver.sql.Database;
import social.roost.event.Event;
import social.roost.event.sql.SqlOutbox;
import social.roost.message.Message;
import social.roost.message.MessageStore;
import social.roost.message.Reaction;

/** Messages in the table {@code message} and others; each write is one transaction. */
public final class SqlMessageStore implements MessageStore {
    private static final String IN_RANGE = """
             FROM message m WHERE conversation_id = :conversation AND seq > :after AND seq < :before
                AND NOT EXISTS (SELECT 1 FROM message_hidden h
                    WHERE h.conversation_id = m.conversation_id AND h.user_id = :user AND h.seq = m.seq)""";

    private final Database database;
    private final SqlOutbox outbox;

    public SqlMessageStore(Database database, SqlOutbox outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    @Override
    public Appended append(Message message) {
        return database.write(handle -> {
            MessageRow.Place place = MessageRow.insert(handle, message);
            if (place == null) {
                return new Appended(
                        sent(handle, message.conversationId(), message.senderId(), message.clientKey())
                                .orElseThrow(() -> new IllegalArgumentException(
                                        "There is no conversation " + message.conversationId())),
                        false);
            }
            Message stored = message.at(place.seq(), place.sentAt());
            moveEnd(handle, stored);
            outbox.append(handle, new Event.MessageSent(stored.conversationId(), stored.senderId(), stored.seq()));
            return new Appended(stored, true);
        });
    }

    private static void moveEnd(Handle handle, Message stored) {
        handle.execute(
                "UPDATE conversation SET last_seq = ?, last_at = ? WHERE id = ?",
                stored.seq(),
                stored.sentAt(),
                stored.conversationId());
        handle.execute(
                "UPDATE conversation_member SET last_seq = ?, last_at = ? WHERE conversation_id = ?",
                stored.seq(),
                stored.sentAt(),
                stored.conversationId());
    }

    /** Nothing remains to be done after the transaction of {@link #append}. */
    @Override
    public void deliver(long conversationId, long seq) {}

    @Override
    public @Nullable Message findSent(long conversationId, long senderId, String clientKey) {
        return database.read(
                handle -> sent(handle, conversationId, senderId, clientKey).orElse(null));
    }

    private static Optional<Message> sent(Handle handle, long conversationId, long senderId, String clientKey) {
        return handle.createQuery("SELECT " + MessageRow.COLUMNS
                        + " FROM message WHERE conversation_id = ? AND sender_id = ? AND client_key = ?")
                .bind(0, conversationId)
                .bind(1, senderId)
                .bind(2, clientKey)
                .map(MessageRow.MAPPER)
                .findOne();
    }

    @Override
    public @Nullable Message findWithMedia(long id) {
        return database.read(handle -> handle.createQuery(
                        "SELECT " + MessageRow.COLUMNS + " FROM message WHERE id = ? AND had_media = 1")
                .bind(0, id)
                .map(MessageRow.MAPPER)
                .findOne()
                .orElse(null));
    }

    @Override
    public @Nullable Message find(long conversationId, long seq) {
        return database.read(handle -> handle.createQuery(
                        "SELECT " + MessageRow.COLUMNS + " FROM message WHERE conversation_id = ? AND seq = ?")
                .bind(0, conversationId)
                .bind(1, seq)
                .map(MessageRow.MAPPER)
                .findOne()
                .orElse(null));
    }

    @Override
    public List<Message> before(Range range, long userId, int limit) {
        return database.read(handle -> newest(handle, range, userId, limit));
    }

    @Override
    public List<Message> after(Range range, long userId, int limit) {
        return database.read(handle -> query(handle, MessageRow.COLUMNS, " ORDER BY seq", range, userId, limit)
                .map(MessageRow.MAPPER)
                .list());
    }

    @Override
    public Map<Long, List<Message>> newest(List<Range> ranges, long userId, int limit) {
        return database.read(handle -> {
            Map<Long, List<Message>> newest = HashMap.newHashMap(ranges.size());
            ranges.forEach(range -> newest.put(range.conversationId(), newest(handle, range, userId, limit)));
            return newest;
        });
    }

    private static List<Message> newest(Handle handle, Range range, long userId, int limit) {
        return query(handle, MessageRow.COLUMNS, " ORDER BY seq DESC", range, userId, limit)
                .map(MessageRow.MAPPER)
                .list();
    }

    @Override
    public Map<Long, List<Sent>> sent(List<Range> ranges, long userId, int limit) {
        return database.read(handle -> {
            Map<Long, List<Sent>> sent = HashMap.newHashMap(ranges.size());
            ranges.forEach(range -> sent.put(
                    range.conversationId(),
                    query(handle, "seq, sender_id", " AND deleted = 0 ORDER BY seq", range, userId, limit)
                            .map((row, context) -> new Sent(row.getLong(1), row.getLong(2)))
                            .list()));
            return sent;
        });
    }

    private static Query query(Handle handle, String columns, String end, Range range, long userId, int limit) {
        return handle.createQuery("SELECT " + columns + " " + IN_RANGE + end + " LIMIT :limit")
                .bind("conversation", range.conversationId())
                .bind("after", range.after())
                .bind("before", range.before())
                .bind("user", userId)
                .bind("limit", limit);
    }

    @Override
    public void delete(long conversationId, long seq, long userId) {
        database.write(handle -> {
            int deleted = handle.execute("""
                    UPDATE message SET deleted = 1, reply_to_seq = NULL, tweet_id = NULL, media_ids = NULL,
                        entities = NULL, content = ''
                    WHERE conversation_id = ? AND seq = ? AND deleted = 0
                    """, conversationId, seq);
            if (deleted == 1) {
                handle.execute(
                        "DELETE FROM message_reaction WHERE conversation_id = ? AND seq = ?", conversationId, seq);
                outbox.append(handle, new Event.MessageChanged(conversationId, userId, seq));
            }
            return null;
        });
    }

    @Override
    public void hide(long conversationId, long seq, long userId) {
        int _ = database.write(handle -> handle.execute(
                "INSERT INTO message_hidden (conversation_id, user_id, seq) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                conversationId,
                userId,
                seq));
    }

    @Override
    public boolean react(long conversationId, Reaction reaction, int most) {
        return database.write(handle -> {
            ReactionRows rows = new ReactionRows(handle, conversationId);
            List<String> given = rows.of(reaction.seq(), reaction.userId());
            if (given.contains(reaction.emoji())) {
                return true;
            }
            if (given.size() >= most) {
                return false;
            }
            if (rows.insert(reaction)) {
                outbox.append(handle, changed(conversationId, reaction));
            }
            return true;
        });
    }

    @Override
    public void unreact(long conversationId, Reaction reaction) {
        database.write(handle -> {
            if (new ReactionRows(handle, conversationId).delete(reaction)) {
                outbox.append(handle, changed(conversationId, reaction));
            }
            return null;
        });
    }

    private static Event changed(long conversationId, Reaction reaction) {
        return new Event.MessageChanged(conversationId, reaction.userId(), reaction.seq());
    }

    @Override
    public List<Reaction> reactions(long conversationId, long first, long last) {
        return database.read(handle -> new ReactionRows(handle, conversationId).between(first, last));
    }
}
