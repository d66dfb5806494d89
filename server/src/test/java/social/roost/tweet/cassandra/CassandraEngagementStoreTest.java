package social.roost.tweet.cassandra;

import com.datastax.oss.driver.api.core.cql.Row;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import social.roost.driver.cassandra.CassandraCluster;
import social.roost.driver.cassandra.CassandraStage;
import social.roost.event.EventLog;
import social.roost.tweet.EngagementStore;
import social.roost.tweet.EngagementStoreContract;
import social.roost.tweet.TweetStore;

@Tag("stack")
class CassandraEngagementStoreTest extends EngagementStoreContract {
    private final CassandraStage cassandra = CassandraStage.of(TweetTables.PART);

    private LoggedStage stage;

    @BeforeEach
    void open(@TempDir Path folder) {
        stage = new LoggedStage(cassandra, folder);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Override
    protected EngagementStore store() {
        return stage.engagements();
    }

    @Override
    protected TweetStore tweets() {
        return stage.tweets();
    }

    @Override
    protected void settle() throws InterruptedException {
        stage.settle();
    }

    /** With the revision of one like, so that only a later one wins. */
    @Override
    protected void falsify(long tweetId) {
        CassandraCluster cluster = cassandra.cluster();
        Row count =
                cluster.readOne(cluster.prepare("SELECT shard FROM tweet_count WHERE tweet_id = ? AND kind = 'LIKED'")
                        .bind(tweetId));
        cluster.write(cluster.prepare("INSERT INTO tweet_count (tweet_id, kind, shard, value) VALUES (?, 'LIKED', ?, 5)"
                        + " USING TIMESTAMP 1")
                .bind(tweetId, Objects.requireNonNull(count).getInt("shard")));
    }

    @Override
    protected EventLog events() {
        return stage.events();
    }

    @Override
    protected void crash() {
        stage.crash();
    }
}
