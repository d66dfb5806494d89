package social.roost.tweet.cassandra;

import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import social.roost.driver.cassandra.CassandraCluster;
import social.roost.tweet.Counts;

/** The rows of {@code tweet_count}. */
final class TweetCounts {
    private final CassandraCluster cassandra;
    private final PreparedStatement select;
    private final PreparedStatement selectOne;
    private final PreparedStatement insert;

    TweetCounts(CassandraCluster cassandra) {
        this.cassandra = cassandra;
        select = cassandra.prepare("SELECT kind, value FROM tweet_count WHERE tweet_id = ?");
        selectOne = cassandra.prepare("SELECT value FROM tweet_count WHERE tweet_id = ? AND kind = ? AND shard = ?");
        // The revision is the timestamp, so the latest one wins, in whatever order they are written.
        insert = cassandra.prepare(
                "INSERT INTO tweet_count (tweet_id, kind, shard, value) VALUES (?, ?, ?, ?) USING TIMESTAMP ?");
    }

    Map<Long, Counts> find(long[] tweetIds) {
        Map<Long, Counts> found = HashMap.newHashMap(tweetIds.length);
        cassandra.forEach(tweetIds.length, i -> select.bind(tweetIds[i]), (i, rows) -> {
            if (!rows.isEmpty()) {
                found.put(tweetIds[i], counts(rows));
            }
        });
        return found;
    }

    /** The count of one set. */
    BoundStatement select(SetKey key) {
        return selectOne.bind(key.ownerId(), key.kind().name(), key.shard());
    }

    BoundStatement insert(SetView set) {
        SetKey key = set.key();
        return insert.bind(key.ownerId(), key.kind().name(), key.shard(), set.size(), set.revision());
    }

    private static Counts counts(List<Row> rows) {
        Map<SetKind, Long> sums = new EnumMap<>(SetKind.class);
        rows.forEach(row -> sums.merge(SetKind.of(row), row.getLong("value"), Long::sum));
        return new Counts(
                sums.getOrDefault(SetKind.LIKED, 0L),
                sums.getOrDefault(SetKind.RETWEETED, 0L),
                sums.getOrDefault(SetKind.REPLIED, 0L),
                sums.getOrDefault(SetKind.QUOTED, 0L));
    }
}
