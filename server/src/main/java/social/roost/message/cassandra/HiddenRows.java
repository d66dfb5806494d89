package social.roost.message.cassandra;

import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import social.roost.driver.cassandra.CassandraCluster;

/** The rows of {@code message_hidden}. */
final class HiddenRows {
    private final CassandraCluster cassandra;
    private final PreparedStatement insert;
    private final PreparedStatement select;

    HiddenRows(CassandraCluster cassandra) {
        this.cassandra = cassandra;
        insert = cassandra.prepare("INSERT INTO message_hidden (user_id, conversation_id, seq) VALUES (?, ?, ?)");
        select = cassandra.prepare("SELECT seq FROM message_hidden"
                + " WHERE user_id = ? AND conversation_id = ? AND seq >= ? AND seq <= ?");
    }

    void insert(long userId, long conversationId, long seq) {
        cassandra.write(insert.bind(userId, conversationId, seq));
    }

    /** Those from one sequence number to another. */
    BoundStatement select(long userId, long conversationId, long first, long last) {
        return select.bind(userId, conversationId, first, last);
    }
}
