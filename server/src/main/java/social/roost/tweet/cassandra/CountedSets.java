package social.roost.tweet.cassandra;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.datastax.oss.driver.api.core.cql.BatchType;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import social.roost.driver.cassandra.Attempts;
import social.roost.driver.cassandra.CassandraCluster;

/**
 * The rows of {@code counted_set}: sets of ids that know their size.
 *
 * <p>A set is a partition. Its part 0 has a row for each {@link Member} that was ever in it, and in row {@link #HEAD}
 * the size and the revision of the set; its part 1 lists the current members by the time they were added. A change
 * updates all of that in one conditional batch: if the revision is still the one that was read, it is incremented and
 * everything else is written. So the size always equals the rows, and no change is lost or made twice.
 */
final class CountedSets {
    static final long HEAD = 0;
    private static final String SET = " WHERE owner_id = ? AND kind = ? AND shard = ?";

    private final CassandraCluster cassandra;
    private final PreparedStatement select;
    private final PreparedStatement head;
    private final PreparedStatement put;
    private final PreparedStatement list;
    private final PreparedStatement unlist;

    CountedSets(CassandraCluster cassandra) {
        this.cassandra = cassandra;
        select = cassandra.prepare("SELECT member_id, version, since, cause, size, revision FROM counted_set" + SET
                + " AND part = 0 AND at = 0 AND member_id IN ?");
        head = cassandra.prepare("UPDATE counted_set SET size = ?, revision = ?" + SET
                + " AND part = 0 AND at = 0 AND member_id = " + HEAD + " IF revision = ?");
        put = cassandra.prepare("INSERT INTO counted_set (owner_id, kind, shard, part, at, member_id, version, present,"
                + " since, cause) VALUES (?, ?, ?, 0, 0, ?, ?, ?, ?, ?)");
        list = cassandra.prepare(
                "INSERT INTO counted_set (owner_id, kind, shard, part, at, member_id) VALUES (?, ?, ?, 1, ?, ?)");
        unlist = cassandra.prepare("DELETE FROM counted_set" + SET + " AND part = 1 AND at = ? AND member_id = ?");
    }

    /** Reads a set and one member, after completing any partial change. */
    SetView findSettled(SetKey key, long memberId) {
        BoundStatement statement = select(key, LongStream.of(memberId)).setConsistencyLevel(ConsistencyLevel.SERIAL);
        List<SetView> found = new ArrayList<>(1);
        cassandra.forEach(1, _ -> statement, (_, rows) -> found.add(SetView.of(key, rows)));
        return found.getFirst();
    }

    /** The query for {@link SetView#of}. */
    BoundStatement select(SetKey key, LongStream memberIds) {
        List<Long> ids =
                LongStream.concat(LongStream.of(HEAD), memberIds).boxed().toList();
        return select.bind(key.ownerId(), key.kind().name(), key.shard(), ids);
    }

    /** The same without members. */
    BoundStatement selectHead(SetKey key) {
        return select(key, LongStream.empty());
    }

    /**
     * Changes these members; false if the set has changed meanwhile, or this call changed it and its response was lost.
     */
    boolean change(SetView seen, List<Member> changed) {
        return cassandra
                .writeIf(statement(seen, changed, seen.with(changed).size()))
                .getBoolean("[applied]");
    }

    /** Corrects the size; false if the set has changed meanwhile. */
    boolean resize(SetView seen, long size) {
        return cassandra.writeIf(statement(seen, List.of(), size)).getBoolean("[applied]");
    }

    /** Prevents all changes in progress from happening. */
    void fence(SetKey key) {
        var _ = Attempts.make(cassandra, () -> change(findSettled(key, HEAD), List.of()) ? key : null);
    }

    /** The statement of {@link #change}, for use in a larger batch. */
    BatchStatement statement(SetView seen, List<Member> changed, long size) {
        SetKey key = seen.key();
        BatchStatement batch = BatchStatement.newInstance(BatchType.LOGGED)
                .setIdempotent(false)
                .add(CassandraCluster.bind(
                        head,
                        size,
                        seen.revision() + 1,
                        key.ownerId(),
                        key.kind().name(),
                        key.shard(),
                        seen.revision() == 0 ? null : (Long) seen.revision()));
        for (Member member : changed) {
            batch = batch.addAll(changes(key, seen.member(member.id()), member));
        }
        return batch;
    }

    private List<BoundStatement> changes(SetKey key, Member before, Member after) {
        String kind = key.kind().name();
        List<BoundStatement> changes = new ArrayList<>(3);
        changes.add(put.bind(
                key.ownerId(),
                kind,
                key.shard(),
                after.id(),
                after.version(),
                after.isPresent(),
                after.since(),
                after.cause()));
        // In the same batch, a delete would win over an insert of the same row.
        if (before.isPresent() && !(after.isPresent() && after.since() == before.since())) {
            changes.add(unlist.bind(key.ownerId(), kind, key.shard(), before.since(), before.id()));
        }
        if (after.isPresent()) {
            changes.add(list.bind(key.ownerId(), kind, key.shard(), after.since(), after.id()));
        }
        return changes;
    }
}
