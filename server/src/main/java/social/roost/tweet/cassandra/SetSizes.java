package social.roost.tweet.cassandra;

import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import social.roost.driver.cassandra.Attempts;
import social.roost.driver.cassandra.CassandraCluster;

/** Compares the rows in the sets of tweets with their sizes and counts. */
final class SetSizes {
    private final CassandraCluster cassandra;
    private final CountedSets sets;
    private final TweetCounts counts;
    private final PreparedStatement members;
    private final PreparedStatement rows;

    SetSizes(CassandraCluster cassandra, CountedSets sets, TweetCounts counts) {
        this.cassandra = cassandra;
        this.sets = sets;
        this.counts = counts;
        String set = " FROM counted_set WHERE owner_id = ? AND kind = ? AND shard = ? AND part = 0 AND at = 0";
        members = cassandra.prepare("SELECT member_id" + set + " AND member_id > " + CountedSets.HEAD);
        rows = cassandra.prepare("SELECT count(*)" + set + " AND present = true ALLOW FILTERING");
    }

    /** All current and former members of a set, a page at a time. */
    void forEachMember(SetKey key, Consumer<List<Long>> pages) {
        cassandra.forEachPage(
                members.bind(key.ownerId(), key.kind().name(), key.shard()),
                page -> pages.accept(page.stream().map(row -> row.getLong(0)).toList()));
    }

    /** The sets whose size or count does not equal the rows, or did not while they changed. */
    List<SetKey> wrong(List<SetKey> keys) {
        long[] inRows = new long[keys.size()];
        long[] sizes = new long[keys.size()];
        long[] counted = new long[keys.size()];
        cassandra.forEach(
                keys.size(),
                i -> sets.selectHead(keys.get(i)),
                (i, found) -> sizes[i] = SetView.of(keys.get(i), found).size());
        cassandra.forEach(
                keys.size(),
                i -> rows.bind(
                        keys.get(i).ownerId(),
                        keys.get(i).kind().name(),
                        keys.get(i).shard()),
                (i, found) -> inRows[i] = found.getFirst().getLong(0));
        cassandra.forEach(
                keys.size(),
                i -> counts.select(keys.get(i)),
                (i, found) ->
                        counted[i] = found.isEmpty() ? 0 : found.getFirst().getLong(0));
        return IntStream.range(0, keys.size())
                .filter(i -> inRows[i] != sizes[i] || sizes[i] != counted[i])
                .mapToObj(keys::get)
                .toList();
    }

    /** Recounts and writes the size; repeats that if the set changes meanwhile. */
    void setRight(SetKey key) {
        SetView right = Attempts.make(cassandra, () -> {
            SetView seen = sets.findSettled(key, CountedSets.HEAD);
            long counted = rows(key);
            return sets.resize(seen, counted) ? seen.resized(counted) : null;
        });
        cassandra.write(counts.insert(right));
    }

    private long rows(SetKey key) {
        var row = cassandra.readOne(rows.bind(key.ownerId(), key.kind().name(), key.shard()));
        return row == null ? 0 : row.getLong(0);
    }
}
