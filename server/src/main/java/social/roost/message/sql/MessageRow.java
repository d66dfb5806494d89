package social.roost.message.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;
import social.roost.message.Message;
import social.roost.tweet.EntitiesCodec;
import social.roost.tweet.MediaIdsCodec;
import social.roost.tweet.text.Entities;

/** A row of {@code message}. */
final class MessageRow {
    static final String COLUMNS =
            "conversation_id, seq, id, sender_id, client_key, sent_at, deleted, reply_to_seq, tweet_id,"
                    + " media_ids, entities, content";

    static final RowMapper<Message> MAPPER = (row, context) -> read(row);

    private MessageRow() {}

    private static Message read(ResultSet row) throws SQLException {
        return new Message(
                row.getLong("conversation_id"),
                row.getLong("seq"),
                row.getLong("id"),
                row.getLong("sender_id"),
                row.getString("client_key"),
                new Message.Body(
                        row.getString("content"),
                        entities(row.getString("entities")),
                        number(row, "reply_to_seq"),
                        number(row, "tweet_id"),
                        MediaIdsCodec.decode(row.getString("media_ids"))),
                row.getLong("sent_at"),
                row.getBoolean("deleted"));
    }

    /**
     * Stores the message at the end of its conversation.
     *
     * @return its place; null if the sender used the key before, or there is no such conversation
     */
    static @Nullable Place insert(Handle handle, Message message) {
        Message.Body body = message.body();
        return handle.createQuery("""
                        INSERT INTO message (conversation_id, seq, id, sender_id, client_key, sent_at, deleted, had_media,
                            reply_to_seq, tweet_id, media_ids, entities, content)
                        SELECT id, last_seq + 1, ?, ?, ?, MAX(last_at, ?), 0, ?, ?, ?, ?, ?, ?
                        FROM conversation WHERE id = ?
                        ON CONFLICT (conversation_id, sender_id, client_key) DO NOTHING RETURNING seq, sent_at""")
                .bind(0, message.id())
                .bind(1, message.senderId())
                .bind(2, message.clientKey())
                .bind(3, message.sentAt())
                .bind(4, !body.mediaIds().isEmpty())
                .bind(5, body.replyToSeq())
                .bind(6, body.tweetId())
                .bind(7, MediaIdsCodec.encode(body.mediaIds()))
                .bind(8, body.entities().equals(Entities.NONE) ? null : EntitiesCodec.encode(body.entities()))
                .bind(9, body.text())
                .bind(10, message.conversationId())
                .map((row, context) -> new Place(row.getLong(1), row.getLong(2)))
                .findOne()
                .orElse(null);
    }

    private static Entities entities(@Nullable String stored) {
        return stored == null ? Entities.NONE : EntitiesCodec.decode(stored);
    }

    private static @Nullable Long number(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    /** Where and when a message was stored. */
    record Place(long seq, long sentAt) {}
}
