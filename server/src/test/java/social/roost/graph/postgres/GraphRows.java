package social.roost.graph.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import social.roost.driver.sql.Database;
import social.roost.graph.GraphStore.Counts;
import social.roost.graph.GraphStore.Follow;

/** The content of the tables of all shards, read without the store. */
record GraphRows(List<? extends Database> shards) {

    /** Both sides of every edge exist, and each count equals its rows. */
    void assertAgree() {
        assertThat(followers()).isEqualTo(following());
        Map<Long, Counts> counts = new HashMap<>();
        following().forEach(edge -> {
            counts.merge(edge.followerId(), new Counts(0, 1), GraphRows::sum);
            counts.merge(edge.followeeId(), new Counts(1, 0), GraphRows::sum);
        });
        Map<Long, Counts> stored = new HashMap<>();
        shards.forEach(shard -> stored.putAll(shard.read(handle -> handle.createQuery(
                        "SELECT user_id, followers, following FROM graph_count WHERE followers <> 0 OR following <> 0")
                .reduceRows(new HashMap<Long, Counts>(), (map, row) -> {
                    map.put(
                            row.getColumn(1, Long.class),
                            new Counts(row.getColumn(2, Long.class), row.getColumn(3, Long.class)));
                    return map;
                }))));
        assertThat(stored).isEqualTo(counts);
    }

    private static Counts sum(Counts one, Counts other) {
        return new Counts(one.followers() + other.followers(), one.following() + other.following());
    }

    Set<Follow> following() {
        return edges("SELECT user_id, followee_id FROM following");
    }

    Set<Follow> followers() {
        return edges("SELECT follower_id, user_id FROM follower WHERE present");
    }

    private Set<Follow> edges(String sql) {
        Set<Follow> edges = new HashSet<>();
        shards.forEach(shard -> edges.addAll(shard.read(handle -> handle.createQuery(sql)
                .map((row, _) -> new Follow(row.getLong(1), row.getLong(2)))
                .list())));
        return edges;
    }

    /** Changes that are still in the outbox of their shard. */
    List<EdgeChange> changes() {
        return shards.stream()
                .flatMap(shard -> shard
                        .read(handle -> handle.createQuery("SELECT * FROM edge_change ORDER BY version")
                                .map(FollowingTable.CHANGE)
                                .list())
                        .stream())
                .toList();
    }

    long ended() {
        return shards.stream()
                .mapToLong(shard ->
                        shard.read(handle -> handle.createQuery("SELECT count(*) FROM follower WHERE NOT present")
                                .mapTo(Long.class)
                                .one()))
                .sum();
    }

    /** Makes everything so old that its writer is considered gone. */
    void age() {
        shards.forEach(shard -> shard.write(handle -> handle.execute("UPDATE edge_change SET stored_at = 0")
                + handle.execute("UPDATE outbox SET stored_at = 0")
                + handle.execute("UPDATE follower SET created_at = 0 WHERE NOT present")));
    }
}
