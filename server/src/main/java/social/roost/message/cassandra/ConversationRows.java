package social.roost.message.cassandra;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import social.roost.driver.cassandra.CassandraCluster;
import social.roost.message.Conversation;
import social.roost.message.Member;
import social.roost.message.Message;

/** The rows of {@code conversation} and {@code conversation_pair}. */
final class ConversationRows {
    private final CassandraCluster cassandra;
    private final PreparedStatement select;
    private final PreparedStatement insert;
    private final PreparedStatement update;
    private final PreparedStatement updateWithoutNewMessage;
    private final PreparedStatement moveEnd;
    private final PreparedStatement selectPair;
    private final PreparedStatement insertPair;

    ConversationRows(CassandraCluster cassandra) {
        this.cassandra = cassandra;
        select = cassandra.prepare("SELECT id, kind, name, picture_id, creator_id, members, ended, revision, last_seq,"
                + " last_at, delivered FROM conversation WHERE id = ?");
        insert = cassandra.prepare("INSERT INTO conversation (id, kind, name, picture_id, creator_id, members, ended,"
                + " revision) VALUES (?, ?, ?, ?, ?, ?, ?, ?) IF NOT EXISTS");
        String set = "UPDATE conversation SET name = ?, picture_id = ?, members = ?, ended = ?, revision = ?"
                + " WHERE id = ? IF revision = ?";
        update = cassandra.prepare(set);
        updateWithoutNewMessage = cassandra.prepare(set + " AND last_seq = ?");
        moveEnd = cassandra.prepare(
                "UPDATE conversation USING TIMESTAMP ? SET last_seq = ?, last_at = ?, delivered = ?" + " WHERE id = ?");
        selectPair =
                cassandra.prepare("SELECT conversation_id FROM conversation_pair WHERE low_id = ? AND high_id = ?");
        insertPair = cassandra.prepare(
                "INSERT INTO conversation_pair (low_id, high_id, conversation_id) VALUES (?, ?, ?) IF NOT EXISTS");
    }

    @Nullable
    Current find(long id) {
        return read(select.bind(id));
    }

    /** After completing any change that is under way. */
    @Nullable
    Current findSettled(long id) {
        return read(select.bind(id).setConsistencyLevel(ConsistencyLevel.SERIAL));
    }

    private @Nullable Current read(BoundStatement statement) {
        Row row = cassandra.readOne(statement);
        return row == null || row.isNull("revision") ? null : Current.of(row);
    }

    Map<Long, Current> find(long[] ids) {
        Map<Long, Current> found = HashMap.newHashMap(ids.length);
        cassandra.forEach(
                ids.length,
                i -> select.bind(ids[i]),
                (i, rows) -> rows.stream()
                        .filter(row -> !row.isNull("revision"))
                        .forEach(row -> found.put(ids[i], Current.of(row))));
        return found;
    }

    /** False if there is one with this id. */
    boolean insert(Stored fresh) {
        Conversation conversation = fresh.conversation();
        Row row = cassandra.writeIf(CassandraCluster.bindNew(
                insert,
                conversation.id(),
                conversation.kind().name(),
                conversation.name(),
                conversation.pictureId(),
                conversation.creatorId(),
                MembersCodec.encode(fresh.memberships()),
                MembersCodec.encodeEnded(fresh.ended()),
                fresh.revision()));
        return row.getBoolean("[applied]") || isAt(row, fresh.revision());
    }

    /** False if it was changed meanwhile or, if there are new members, has new messages. */
    boolean update(Current before, Stored changed) {
        Conversation conversation = changed.conversation();
        BoundStatement statement = changed.begun().isEmpty()
                ? CassandraCluster.bind(
                        update,
                        conversation.name(),
                        conversation.pictureId(),
                        MembersCodec.encode(changed.memberships()),
                        MembersCodec.encodeEnded(changed.ended()),
                        changed.revision(),
                        changed.id(),
                        before.stored().revision())
                : CassandraCluster.bind(
                        updateWithoutNewMessage,
                        conversation.name(),
                        conversation.pictureId(),
                        MembersCodec.encode(changed.memberships()),
                        MembersCodec.encodeEnded(changed.ended()),
                        changed.revision(),
                        changed.id(),
                        before.stored().revision(),
                        before.lastSeq() == 0 ? null : (Long) before.lastSeq());
        Row row = cassandra.writeIf(statement);
        return row.getBoolean("[applied]") || isAt(row, changed.revision());
    }

    /** A failed write may have been stored nevertheless. */
    private static boolean isAt(Row row, long revision) {
        return row.getColumnDefinitions().contains("revision")
                && !row.isNull("revision")
                && row.getLong("revision") == revision;
    }

    /** Sets which message is the newest, unless a newer one is. The members of this revision have it. */
    void moveEnd(Message message, long delivered) {
        cassandra.write(
                moveEnd.bind(message.seq(), message.seq(), message.sentAt(), delivered, message.conversationId()));
    }

    @Nullable
    Long findPair(long userId, long otherId) {
        Row row = cassandra.readOne(selectPair.bind(Math.min(userId, otherId), Math.max(userId, otherId)));
        return row == null ? null : (Long) row.getLong("conversation_id");
    }

    /** The id of the pair of these users: this one if there was none. */
    long claimPair(long userId, long otherId, long id) {
        Row row = cassandra.writeIf(insertPair.bind(Math.min(userId, otherId), Math.max(userId, otherId), id));
        return row.getBoolean("[applied]") ? id : row.getLong("conversation_id");
    }

    /**
     * A conversation and its end when it was read.
     *
     * @param lastAt when its newest message was sent, in milliseconds since 1970; 0 if there is none
     * @param delivered the revision whose members have that message in their inboxes
     */
    record Current(Stored stored, long lastAt, long delivered) {
        private static Current of(Row row) {
            var memberships = MembersCodec.decode(row.getString("members"));
            Conversation conversation = new Conversation(
                    row.getLong("id"),
                    Conversation.Kind.valueOf(Objects.requireNonNull(row.getString("kind"))),
                    Objects.requireNonNullElse(row.getString("name"), ""),
                    row.get("picture_id", Long.class),
                    row.getLong("creator_id"),
                    memberships.stream().<Member>map(Membership::member).toList(),
                    row.getLong("last_seq"));
            return new Current(
                    new Stored(
                            conversation,
                            memberships,
                            MembersCodec.decodeEnded(row.getString("ended")),
                            row.getLong("revision")),
                    row.getLong("last_at"),
                    row.getLong("delivered"));
        }

        Conversation conversation() {
            return stored.conversation();
        }

        long lastSeq() {
            return stored.conversation().lastSeq();
        }
    }
}
