package social.roost.message.cassandra;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import social.roost.driver.cassandra.CassandraCluster;
import social.roost.message.Message;
import social.roost.tweet.EntitiesCodec;
import social.roost.tweet.MediaIdsCodec;
import social.roost.tweet.text.Entities;

/** The rows of {@code message}. */
final class MessageRows {
    private static final String VALUES =
            "id, sender_id, client_key, sent_at, deleted, had_media, reply_to_seq, tweet_id,"
                    + " media_ids, entities, content";
    static final String COLUMNS = "conversation_id, seq, " + VALUES;

    private final CassandraCluster cassandra;
    private final PreparedStatement insert;
    private final PreparedStatement select;
    private final PreparedStatement selectFrom;
    private final PreparedStatement delete;

    MessageRows(CassandraCluster cassandra) {
        this.cassandra = cassandra;
        insert = cassandra.prepare("INSERT INTO message (conversation_id, bucket, seq, " + VALUES
                + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) IF NOT EXISTS");
        String from = "SELECT " + COLUMNS + " FROM message WHERE conversation_id = ? AND bucket = ? AND seq ";
        select = cassandra.prepare(from + "= ?");
        selectFrom = cassandra.prepare(from + ">= ? LIMIT ?");
        delete = cassandra.prepare("UPDATE message SET deleted = true, reply_to_seq = null, tweet_id = null,"
                + " media_ids = null, entities = null, content = ''"
                + " WHERE conversation_id = ? AND bucket = ? AND seq = ? IF deleted = false");
    }

    /** Stores the message at its place, unless there is one; returns the one that is there. */
    Message insert(Message message) {
        Message.Body body = message.body();
        Row row = cassandra.writeIf(CassandraCluster.bindNew(
                insert,
                message.conversationId(),
                Bucket.of(message.seq()),
                message.seq(),
                message.id(),
                message.senderId(),
                message.clientKey(),
                message.sentAt(),
                false,
                !body.mediaIds().isEmpty(),
                body.replyToSeq(),
                body.tweetId(),
                MediaIdsCodec.encode(body.mediaIds()),
                body.entities().equals(Entities.NONE) ? null : EntitiesCodec.encode(body.entities()),
                body.text()));
        return row.getBoolean("[applied]") ? message : read(row);
    }

    @Nullable
    Message find(long conversationId, long seq) {
        return find(select(conversationId, seq));
    }

    /** After completing any write that is under way. */
    @Nullable
    Message findSettled(long conversationId, long seq) {
        return find(select(conversationId, seq).setConsistencyLevel(ConsistencyLevel.SERIAL));
    }

    private @Nullable Message find(BoundStatement statement) {
        Row row = cassandra.readOne(statement);
        return row == null ? null : read(row);
    }

    private BoundStatement select(long conversationId, long seq) {
        return select.bind(conversationId, Bucket.of(seq), seq);
    }

    /** The messages from a place on in its bucket, in order and without gaps. */
    List<Message> from(long conversationId, long seq, int limit) {
        List<Message> found = new ArrayList<>();
        cassandra.forEach(1, _ -> selectFrom.bind(conversationId, Bucket.of(seq), seq, limit), (_, rows) -> {
            for (Row row : rows) {
                if (row.getLong("seq") == seq + found.size()) {
                    found.add(read(row));
                }
            }
        });
        return found;
    }

    /** Does nothing if it is deleted. */
    void delete(long conversationId, long seq) {
        var _ = cassandra.writeIf(delete.bind(conversationId, Bucket.of(seq), seq));
    }

    static Message read(Row row) {
        String entities = row.getString("entities");
        return new Message(
                row.getLong("conversation_id"),
                row.getLong("seq"),
                row.getLong("id"),
                row.getLong("sender_id"),
                Objects.requireNonNull(row.getString("client_key")),
                new Message.Body(
                        Objects.requireNonNullElse(row.getString("content"), ""),
                        entities == null ? Entities.NONE : EntitiesCodec.decode(entities),
                        row.get("reply_to_seq", Long.class),
                        row.get("tweet_id", Long.class),
                        MediaIdsCodec.decode(row.getString("media_ids"))),
                row.getLong("sent_at"),
                row.getBoolean("deleted"));
    }
}
