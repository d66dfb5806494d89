package social.roost.message.cassandra;

import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import social.roost.driver.cassandra.CassandraCluster;
import social.roost.message.InboxEntry;

/**
 * The rows of {@code inbox}. A row is valid once {@code joined_seq} and {@code accepted} are written. Everything but
 * {@code muted} can be written again, later and in any order: the timestamps of numbers that only rise are these
 * numbers.
 */
final class InboxRows {
    private static final int AT_ONCE = 100;

    /** Of the deletion of a row: no write of that membership wins. */
    private static final long FOR_GOOD = Long.MAX_VALUE;

    private final CassandraCluster cassandra;
    private final PreparedStatement insert;
    private final PreparedStatement accept;
    private final PreparedStatement deliver;
    private final PreparedStatement delete;
    private final PreparedStatement read;
    private final PreparedStatement clear;
    private final PreparedStatement mute;
    private final PreparedStatement selectAll;
    private final PreparedStatement select;

    InboxRows(CassandraCluster cassandra) {
        this.cassandra = cassandra;
        String key = " WHERE user_id = ? AND conversation_id = ? AND joined = ?";
        insert = cassandra.prepare("INSERT INTO inbox (user_id, conversation_id, joined, joined_seq, last_seq, last_at,"
                + " cleared_seq) VALUES (?, ?, ?, ?, ?, ?, ?) USING TIMESTAMP ?");
        accept = cassandra.prepare("UPDATE inbox USING TIMESTAMP ? SET accepted = ?" + key);
        deliver = cassandra.prepare("UPDATE inbox USING TIMESTAMP ? SET last_seq = ?, last_at = ?" + key);
        delete = cassandra.prepare("DELETE FROM inbox USING TIMESTAMP ?" + key);
        read = cassandra.prepare("UPDATE inbox USING TIMESTAMP ? SET read_seq = ?" + key);
        clear = cassandra.prepare("UPDATE inbox USING TIMESTAMP ? SET cleared_seq = ?" + key);
        mute = cassandra.prepare("UPDATE inbox SET muted = ?" + key + " IF EXISTS");
        String columns = "SELECT user_id, conversation_id, joined, joined_seq, accepted, last_seq, last_at, read_seq,"
                + " cleared_seq, muted FROM inbox WHERE user_id = ?";
        selectAll = cassandra.prepare(columns);
        select = cassandra.prepare(columns + " AND conversation_id IN ?");
    }

    /** Writes all rows of the members, and deletes those of memberships that the last change has ended. */
    void complete(Stored stored) {
        write(stored, stored.memberships());
    }

    /** The same after a change, as far as it is new. */
    void update(Stored before, Stored changed) {
        write(
                changed,
                changed.memberships().stream()
                        .filter(each -> !before.memberships().contains(each))
                        .toList());
    }

    private void write(Stored stored, List<Membership> memberships) {
        List<BoundStatement> statements = new ArrayList<>();
        memberships.forEach(each -> statements.addAll(inserts(stored, each)));
        stored.ended()
                .forEach(each -> statements.add(delete.bind(FOR_GOOD, each.userId(), stored.id(), each.joined())));
        cassandra.forEach(statements.size(), statements::get, (_, _) -> {});
    }

    private List<BoundStatement> inserts(Stored stored, Membership membership) {
        long seq = membership.member().joinedSeq();
        return List.of(
                insert.bind(
                        membership.userId(),
                        stored.id(),
                        membership.joined(),
                        seq,
                        seq,
                        membership.joinedAt(),
                        stored.waits(membership) ? 0L : -1L,
                        seq),
                accept.bind(
                        stored.revision(),
                        membership.member().hasAccepted(),
                        membership.userId(),
                        stored.id(),
                        membership.joined()));
    }

    /** Puts the message into the inboxes of those who were members before it. */
    Stream<BoundStatement> deliver(Stored stored, long seq, long sentAt) {
        return stored.memberships().stream()
                .filter(each -> each.member().joinedSeq() < seq)
                .map(each -> deliver.bind(seq, seq, sentAt, each.userId(), stored.id(), each.joined()));
    }

    /** Moves the marker, unless it is there already, or farther. */
    void markRead(Inbox inbox, long seq) {
        cassandra.write(read.bind(later(seq), seq, inbox.userId(), inbox.conversationId(), inbox.joined()));
    }

    /** The same for what is deleted. */
    void clear(Inbox inbox, long seq) {
        cassandra.write(clear.bind(later(seq), seq, inbox.userId(), inbox.conversationId(), inbox.joined()));
    }

    /** A timestamp that wins over that of the insert, and rises with the number. */
    private static long later(long seq) {
        return seq + 1;
    }

    /** Clocks differ, so the order of these writes is decided by conditions. */
    void mute(Inbox inbox, boolean muted) {
        var _ = cassandra.writeIf(mute.bind(muted, inbox.userId(), inbox.conversationId(), inbox.joined()));
    }

    /** All of a user, in no order. */
    List<Inbox> all(long userId) {
        Map<Long, Inbox> found = new HashMap<>();
        cassandra.forEachPage(selectAll.bind(userId), rows -> rows.forEach(row -> add(row, found)));
        return List.copyOf(found.values());
    }

    /** By conversation. */
    Map<Long, Inbox> find(long userId, List<Long> conversationIds) {
        Map<Long, Inbox> found = HashMap.newHashMap(conversationIds.size());
        int parts = (conversationIds.size() + AT_ONCE - 1) / AT_ONCE;
        cassandra.forEach(
                parts,
                i -> select.bind(
                        userId,
                        conversationIds.subList(i * AT_ONCE, Math.min(conversationIds.size(), (i + 1) * AT_ONCE))),
                (_, rows) -> rows.forEach(row -> add(row, found)));
        return found;
    }

    /** By user. */
    Map<Long, Inbox> findOfAll(long conversationId, long[] userIds) {
        Map<Long, Inbox> inboxes = HashMap.newHashMap(userIds.length);
        cassandra.forEach(userIds.length, i -> select.bind(userIds[i], List.of(conversationId)), (i, rows) -> {
            Map<Long, Inbox> found = new HashMap<>();
            rows.forEach(row -> add(row, found));
            found.values().forEach(inbox -> inboxes.put(userIds[i], inbox));
        });
        return inboxes;
    }

    @Nullable
    Inbox find(long userId, long conversationId) {
        return find(userId, List.of(conversationId)).get(conversationId);
    }

    /** An ended membership may have its row for a moment after the next began. */
    private static void add(Row row, Map<Long, Inbox> found) {
        if (!row.isNull("joined_seq") && !row.isNull("accepted")) {
            Inbox inbox = Inbox.of(row);
            found.merge(inbox.conversationId(), inbox, (one, other) -> one.joined() > other.joined() ? one : other);
        }
    }

    /** A row. */
    record Inbox(long userId, long joined, long joinedSeq, boolean isAccepted, InboxEntry entry) {
        private static Inbox of(Row row) {
            return new Inbox(
                    row.getLong("user_id"),
                    row.getLong("joined"),
                    row.getLong("joined_seq"),
                    row.getBoolean("accepted"),
                    new InboxEntry(
                            row.getLong("conversation_id"),
                            row.getLong("last_seq"),
                            row.getLong("last_at"),
                            row.getLong("read_seq"),
                            row.getLong("cleared_seq"),
                            row.getBoolean("muted")));
        }

        long conversationId() {
            return entry.conversationId();
        }

        /** Whether it is accepted and unmuted, with messages above what is read, deleted or from before. */
        boolean isUnread() {
            return isAccepted
                    && !entry.isMuted()
                    && entry.lastSeq() > entry.readSeq()
                    && entry.lastSeq() > entry.clearedSeq()
                    && entry.lastSeq() > joinedSeq;
        }
    }
}
