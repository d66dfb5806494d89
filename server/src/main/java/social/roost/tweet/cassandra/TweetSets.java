package social.roost.tweet.cassandra;

import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import social.roost.driver.cassandra.Attempts;
import social.roost.driver.cassandra.CassandraCluster;

/** Changes the sets of tweets, many at once, and the counts derived from them. */
final class TweetSets {
    private final CassandraCluster cassandra;
    private final CountedSets sets;
    private final TweetCounts counts;

    TweetSets(CassandraCluster cassandra, CountedSets sets, TweetCounts counts) {
        this.cassandra = cassandra;
        this.sets = sets;
        this.counts = counts;
    }

    /**
     * Updates sets to the given state of some of their members; a version that is not newer changes nothing.
     *
     * @return the tweets with changes
     */
    @CanIgnoreReturnValue
    Set<Long> follow(Map<SetKey, List<Member>> truth) {
        Set<Long> changed = new HashSet<>();
        List<SetKey> left = new ArrayList<>(truth.keySet());
        return Attempts.make(cassandra, () -> {
            left.removeAll(followOnce(left, truth, changed));
            return left.isEmpty() ? changed : null;
        });
    }

    /** Returns the sets that are up to date. */
    private List<SetKey> followOnce(List<SetKey> keys, Map<SetKey, List<Member>> truth, Set<Long> changed) {
        List<SetView> reached = new ArrayList<>(keys.size());
        List<SetView> behind = new ArrayList<>();
        for (SetView seen : find(keys, truth)) {
            boolean isBehind =
                    !seen.newer(truth.getOrDefault(seen.key(), List.of())).isEmpty();
            (isBehind ? behind : reached).add(seen);
        }
        behind.forEach(seen -> changed.add(seen.key().ownerId()));
        reached.addAll(change(behind, truth));
        write(reached);
        return reached.stream().map(SetView::key).toList();
    }

    private List<SetView> find(List<SetKey> keys, Map<SetKey, List<Member>> truth) {
        List<SetView> found = new ArrayList<>(keys.size());
        cassandra.forEach(
                keys.size(),
                i -> sets.select(
                        keys.get(i),
                        truth.getOrDefault(keys.get(i), List.of()).stream().mapToLong(Member::id)),
                (i, rows) -> found.add(SetView.of(keys.get(i), rows)));
        return found;
    }

    /** Returns the new state of those that were changed here; others were changed concurrently. */
    private List<SetView> change(List<SetView> behind, Map<SetKey, List<Member>> truth) {
        List<SetView> changed = new ArrayList<>(behind.size());
        cassandra.forEach(behind.size(), i -> statement(behind.get(i), truth), (i, rows) -> {
            if (rows.getFirst().getBoolean("[applied]")) {
                changed.add(behind.get(i).with(newer(behind.get(i), truth)));
            }
        });
        return changed;
    }

    private BatchStatement statement(SetView seen, Map<SetKey, List<Member>> truth) {
        List<Member> newer = newer(seen, truth);
        return sets.statement(seen, newer, seen.with(newer).size());
    }

    private static List<Member> newer(SetView seen, Map<SetKey, List<Member>> truth) {
        return seen.newer(truth.getOrDefault(seen.key(), List.of()));
    }

    /** Writes their sizes to the counts, except for sets that were never changed. */
    private void write(List<SetView> reached) {
        List<SetView> changed =
                reached.stream().filter(seen -> seen.revision() > 0).toList();
        cassandra.forEach(changed.size(), i -> counts.insert(changed.get(i)), (_, _) -> {});
    }
}
