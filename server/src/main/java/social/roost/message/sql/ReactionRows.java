package social.roost.message.sql;

import java.util.List;
import org.jdbi.v3.core.Handle;
import social.roost.message.Reaction;

/** The statements on the reactions in a conversation, of one transaction. */
record ReactionRows(Handle handle, long conversationId) {

    /** A user's reactions to a message. */
    List<String> of(long seq, long userId) {
        return handle.createQuery(
                        "SELECT emoji FROM message_reaction WHERE conversation_id = ? AND seq = ? AND user_id = ?")
                .bind(0, conversationId)
                .bind(1, seq)
                .bind(2, userId)
                .mapTo(String.class)
                .list();
    }

    /** False if the message is deleted: it gets no reactions any more. */
    boolean insert(Reaction reaction) {
        return handle.execute("""
                        INSERT INTO message_reaction (conversation_id, seq, user_id, emoji)
                        SELECT conversation_id, seq, ?, ? FROM message
                        WHERE conversation_id = ? AND seq = ? AND deleted = 0
                        """, reaction.userId(), reaction.emoji(), conversationId, reaction.seq()) == 1;
    }

    /** False if there was none. */
    boolean delete(Reaction reaction) {
        return handle.execute("""
                        DELETE FROM message_reaction
                        WHERE conversation_id = ? AND seq = ? AND user_id = ? AND emoji = ?
                        """, conversationId, reaction.seq(), reaction.userId(), reaction.emoji()) == 1;
    }

    List<Reaction> between(long first, long last) {
        return handle.createQuery("""
                        SELECT seq, user_id, emoji FROM message_reaction
                        WHERE conversation_id = ? AND seq BETWEEN ? AND ? ORDER BY seq, user_id, emoji""")
                .bind(0, conversationId)
                .bind(1, first)
                .bind(2, last)
                .map((row, context) -> new Reaction(row.getLong(1), row.getLong(2), row.getString(3)))
                .list();
    }
}
