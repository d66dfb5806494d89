package social.roost.message.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import social.roost.driver.sql.IdBatches;
import social.roost.message.Conversation;
import social.roost.message.Member;

/** The statements on conversations and their members, of one transaction. */
record ConversationRows(Handle handle) {

    @Nullable
    Conversation find(long id) {
        return find(new long[] {id}).get(id);
    }

    Map<Long, Conversation> find(long[] ids) {
        Map<Long, Found> found = HashMap.newHashMap(ids.length);
        IdBatches.forEach(
                ids,
                batch -> handle.createQuery("""
                        SELECT c.id, c.kind, c.name, c.picture_id, c.creator_id, c.last_seq,
                            m.user_id, m.admin, m.accepted, m.joined_seq
                        FROM conversation c LEFT JOIN conversation_member m ON m.conversation_id = c.id
                        WHERE c.id IN (<ids>) ORDER BY c.id, m.place""")
                        .bindList("ids", batch)
                        .map((row, context) -> add(row, found))
                        .list());
        Map<Long, Conversation> conversations = HashMap.newHashMap(found.size());
        found.forEach((id, each) -> conversations.put(id, each.conversation()));
        return conversations;
    }

    private static long add(ResultSet row, Map<Long, Found> found) throws SQLException {
        long id = row.getLong("id");
        Found conversation = found.get(id);
        if (conversation == null) {
            conversation = Found.read(row);
            found.put(id, conversation);
        }
        long userId = row.getLong("user_id");
        if (!row.wasNull()) {
            conversation
                    .members()
                    .add(new Member(
                            userId, row.getBoolean("admin"), row.getBoolean("accepted"), row.getLong("joined_seq")));
        }
        return id;
    }

    @Nullable
    Conversation findPair(long userId, long otherId) {
        return handle.createQuery("SELECT id FROM conversation WHERE low_id = ? AND high_id = ?")
                .bind(0, Math.min(userId, otherId))
                .bind(1, Math.max(userId, otherId))
                .mapTo(Long.class)
                .findOne()
                .map(this::find)
                .orElse(null);
    }

    /** False if it is stored already. */
    boolean insert(Conversation conversation) {
        return handle.execute(
                        """
                        INSERT INTO conversation (id, kind, low_id, high_id, name, picture_id, creator_id, last_seq, last_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, 0, 0) ON CONFLICT (id) DO NOTHING
                        """,
                        conversation.id(),
                        conversation.kind().name(),
                        conversation.isPair() ? low(conversation) : null,
                        conversation.isPair() ? high(conversation) : null,
                        conversation.name(),
                        conversation.pictureId(),
                        conversation.creatorId())
                == 1;
    }

    void update(Conversation changed) {
        handle.execute(
                "UPDATE conversation SET name = ?, picture_id = ? WHERE id = ?",
                changed.name(),
                changed.pictureId(),
                changed.id());
    }

    /** Stores a member with a new inbox entry. */
    void insertMember(Conversation conversation, Member member, long lastAt, long clearedSeq) {
        handle.execute(
                """
                INSERT INTO conversation_member (conversation_id, user_id, place, admin, accepted, joined_seq, last_seq,
                    last_at, read_seq, cleared_seq, muted)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, ?, 0)
                """,
                conversation.id(),
                member.userId(),
                place(conversation, member),
                member.isAdmin(),
                member.hasAccepted(),
                member.joinedSeq(),
                conversation.lastSeq(),
                lastAt,
                clearedSeq);
    }

    void updateMember(Conversation conversation, Member member) {
        handle.execute(
                """
                UPDATE conversation_member SET place = ?, admin = ?, accepted = ?, joined_seq = ?
                WHERE conversation_id = ? AND user_id = ?
                """,
                place(conversation, member),
                member.isAdmin(),
                member.hasAccepted(),
                member.joinedSeq(),
                conversation.id(),
                member.userId());
    }

    void deleteMember(long conversationId, long userId) {
        handle.execute(
                "DELETE FROM conversation_member WHERE conversation_id = ? AND user_id = ?", conversationId, userId);
    }

    private static int place(Conversation conversation, Member member) {
        return conversation.members().indexOf(member);
    }

    private static long low(Conversation pair) {
        return LongStream.of(pair.memberIds()).min().orElseThrow();
    }

    private static long high(Conversation pair) {
        return LongStream.of(pair.memberIds()).max().orElseThrow();
    }

    /** A conversation, and its members found so far. */
    private record Found(Conversation empty, List<Member> members) {
        static Found read(ResultSet row) throws SQLException {
            long picture = row.getLong("picture_id");
            boolean hasPicture = !row.wasNull();
            return new Found(
                    new Conversation(
                            row.getLong("id"),
                            Conversation.Kind.valueOf(row.getString("kind")),
                            row.getString("name"),
                            hasPicture ? (Long) picture : null,
                            row.getLong("creator_id"),
                            List.of(),
                            row.getLong("last_seq")),
                    new ArrayList<>());
        }

        Conversation conversation() {
            return new Conversation(
                    empty.id(),
                    empty.kind(),
                    empty.name(),
                    empty.pictureId(),
                    empty.creatorId(),
                    members,
                    empty.lastSeq());
        }
    }
}
