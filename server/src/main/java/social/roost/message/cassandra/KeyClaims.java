package social.roost.message.cassandra;

import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import org.jspecify.annotations.Nullable;
import social.roost.driver.cassandra.CassandraCluster;
import social.roost.message.Message;

/** The rows of {@code message_key} and {@code message_by_id}. */
final class KeyClaims {
    private final CassandraCluster cassandra;
    private final PreparedStatement insert;
    private final PreparedStatement setSeq;
    private final PreparedStatement select;
    private final PreparedStatement insertId;
    private final PreparedStatement selectId;

    KeyClaims(CassandraCluster cassandra) {
        this.cassandra = cassandra;
        insert = cassandra.prepare("INSERT INTO message_key (conversation_id, sender_id, client_key, from_seq)"
                + " VALUES (?, ?, ?, ?) IF NOT EXISTS");
        setSeq = cassandra.prepare("UPDATE message_key USING TIMESTAMP ? SET seq = ?"
                + " WHERE conversation_id = ? AND sender_id = ? AND client_key = ?");
        select = cassandra.prepare("SELECT from_seq, seq FROM message_key"
                + " WHERE conversation_id = ? AND sender_id = ? AND client_key = ?");
        insertId = cassandra.prepare(
                "INSERT INTO message_by_id (id, conversation_id, sender_id, client_key) VALUES (?, ?, ?, ?)");
        selectId = cassandra.prepare("SELECT conversation_id, sender_id, client_key FROM message_by_id WHERE id = ?");
    }

    /**
     * Claims the key of the message; if it is claimed already, that claim is valid.
     *
     * @param last the sequence number of an existing message, 0 for none
     */
    Claim claim(Message message, long last) {
        Row row =
                cassandra.writeIf(insert.bind(message.conversationId(), message.senderId(), message.clientKey(), last));
        return row.getBoolean("[applied]") ? new Claim(last, null) : Claim.of(row);
    }

    /** Null if there is none. */
    @Nullable
    Claim find(Sent sent) {
        Row row = cassandra.readOne(select.bind(sent.conversationId(), sent.senderId(), sent.clientKey()));
        return row == null || row.isNull("from_seq") ? null : Claim.of(row);
    }

    /** Remembers where the message of the key is. */
    BoundStatement found(Message stored) {
        return setSeq.bind(stored.seq(), stored.seq(), stored.conversationId(), stored.senderId(), stored.clientKey());
    }

    /** Makes a message that has media known by its id. */
    void announce(Message message) {
        if (!message.body().mediaIds().isEmpty()) {
            cassandra.write(
                    insertId.bind(message.id(), message.conversationId(), message.senderId(), message.clientKey()));
        }
    }

    /** What was announced under this id; null if nothing was. */
    @Nullable
    Sent announced(long id) {
        Row row = cassandra.readOne(selectId.bind(id));
        return row == null
                ? null
                : new Sent(
                        row.getLong("conversation_id"),
                        row.getLong("sender_id"),
                        String.valueOf(row.getString("client_key")));
    }

    /** A sender's key in a conversation. */
    record Sent(long conversationId, long senderId, String clientKey) {}

    /**
     * What a key stands for.
     *
     * @param fromSeq a message that existed before the claim, 0 for none; that of the key comes after it
     * @param seq the message, null if it is not known
     */
    record Claim(long fromSeq, @Nullable Long seq) {
        private static Claim of(Row row) {
            return new Claim(
                    row.getLong("from_seq"),
                    row.getColumnDefinitions().contains("seq") ? row.get("seq", Long.class) : null);
        }
    }
}
