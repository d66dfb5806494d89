package social.roost.mute.sql;

import java.util.List;
import social.roost.driver.sql.Database;
import social.roost.mute.ConversationMuteStore;

/** The table {@code muted_conversation}. It has no events: every read asks the table. */
public final class SqlConversationMuteStore implements ConversationMuteStore {
    private final Database database;

    public SqlConversationMuteStore(Database database) {
        this.database = database;
    }

    @Override
    public void mute(long userId, long conversationId, long now) {
        boolean _ = database.write(handle -> {
            int added = handle.execute("""
                    INSERT INTO muted_conversation (user_id, conversation_id, created_at) VALUES (?, ?, ?)
                    ON CONFLICT DO NOTHING""", userId, conversationId, now);
            return added == 1 && handle.execute("""
                            DELETE FROM muted_conversation WHERE user_id = ? AND conversation_id IN (
                                SELECT conversation_id FROM muted_conversation WHERE user_id = ?
                                ORDER BY created_at DESC, conversation_id DESC LIMIT ? OFFSET ?)""", userId, userId, KEPT, KEPT) > 0;
        });
    }

    @Override
    public void unmute(long userId, long conversationId) {
        int _ = database.write(handle -> handle.execute(
                "DELETE FROM muted_conversation WHERE user_id = ? AND conversation_id = ?", userId, conversationId));
    }

    @Override
    public boolean isMuted(long userId, long conversationId) {
        return database.read(handle -> handle.createQuery(
                        "SELECT 1 FROM muted_conversation WHERE user_id = ? AND conversation_id = ?")
                .bind(0, userId)
                .bind(1, conversationId)
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
    }

    @Override
    public List<Long> list(long userId) {
        return database.read(handle -> handle.createQuery("""
                        SELECT conversation_id FROM muted_conversation WHERE user_id = ?
                        ORDER BY created_at DESC, conversation_id DESC LIMIT ?""")
                .bind(0, userId)
                .bind(1, KEPT)
                .mapTo(Long.class)
                .list());
    }
}
