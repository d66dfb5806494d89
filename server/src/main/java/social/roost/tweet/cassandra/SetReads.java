package social.roost.tweet.cassandra;

import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import social.roost.driver.cassandra.CassandraCluster;
import social.roost.tweet.EngagementStore.Marked;

/** Read-only queries on the members of {@code counted_set}. */
final class SetReads {
    private static final int IDS_AT_ONCE = 100;
    private static final String SET = " FROM counted_set WHERE owner_id = ? AND kind = ? AND shard = ?";

    private final CassandraCluster cassandra;
    private final PreparedStatement latest;
    private final PreparedStatement greatest;
    private final PreparedStatement among;

    SetReads(CassandraCluster cassandra) {
        this.cassandra = cassandra;
        latest = cassandra.prepare("SELECT member_id, at" + SET + " AND part = 1 AND (at, member_id) < (?, ?) LIMIT ?");
        // Filters within a single set: skips former members.
        greatest = cassandra.prepare(
                "SELECT member_id" + SET + " AND part = 0 AND at = 0 AND present = true LIMIT ? ALLOW FILTERING");
        among = cassandra.prepare("SELECT member_id, present" + SET + " AND part = 0 AND at = 0 AND member_id IN ?");
    }

    /** The latest members of all these sets together, the latest first. */
    List<Marked> latest(List<SetKey> keys, @Nullable Marked before, int limit) {
        Marked from = before == null ? new Marked(Long.MAX_VALUE, Long.MAX_VALUE) : before;
        List<Marked> found = new ArrayList<>();
        cassandra.forEach(
                keys.size(),
                i -> latest.bind(
                        keys.get(i).ownerId(),
                        keys.get(i).kind().name(),
                        keys.get(i).shard(),
                        from.at(),
                        from.id(),
                        limit),
                (_, rows) -> rows.forEach(row -> found.add(new Marked(row.getLong(0), row.getLong(1)))));
        found.sort(Comparator.comparingLong(Marked::at)
                .thenComparingLong(Marked::id)
                .reversed());
        return List.copyOf(found.subList(0, Math.min(limit, found.size())));
    }

    /** The greatest ids, descending. */
    long[] greatest(SetKey key, int limit) {
        LongStream.Builder found = LongStream.builder();
        cassandra.forEach(
                1,
                _ -> greatest.bind(key.ownerId(), key.kind().name(), key.shard(), limit),
                (_, rows) -> rows.forEach(row -> found.add(row.getLong(0))));
        return found.build().toArray();
    }

    /** The given ids that are in the set. */
    long[] among(SetKey key, long[] ids) {
        LongStream.Builder found = LongStream.builder();
        int batches = (ids.length + IDS_AT_ONCE - 1) / IDS_AT_ONCE;
        cassandra.forEach(
                batches,
                i -> among.bind(key.ownerId(), key.kind().name(), key.shard(), batch(ids, i)),
                (_, rows) ->
                        rows.stream().filter(SetReads::isPresent).forEach(row -> found.add(row.getLong("member_id"))));
        return found.build().toArray();
    }

    private static boolean isPresent(Row row) {
        return row.getBoolean("present");
    }

    private static List<Long> batch(long[] ids, int number) {
        int from = number * IDS_AT_ONCE;
        return Arrays.stream(ids, from, Math.min(ids.length, from + IDS_AT_ONCE))
                .boxed()
                .toList();
    }
}
