package social.roost.tweet.cassandra;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import social.roost.base.SettableClock;
import social.roost.base.Snowflake;
import social.roost.driver.cassandra.CassandraStage;
import social.roost.event.EventLog;
import social.roost.event.Outbox;
import social.roost.event.Relay;
import social.roost.event.sql.SqliteStage;

/** The stores for the contract tests, with a log that has each event before the write returns, and a counter. */
final class LoggedStage implements AutoCloseable {
    private static final String COUNTS = "counts";

    /** The ids in the contract tests are from that time or later; {@link AuthorBucketsTest} covers older ones. */
    private static final InstantSource WHILE_BUCKETS_ARE_OPEN =
            new SettableClock(Snowflake.EPOCH.plus(Duration.ofDays(1)).toEpochMilli());

    private final CassandraStage cassandra;
    private final SqliteStage log;
    private CassandraTweetStore tweets;
    private CassandraEngagementStore engagements;

    /** Starts without rows. */
    LoggedStage(CassandraStage cassandra, Path folder) {
        this.cassandra = cassandra;
        cassandra.empty();
        log = new SqliteStage(folder);
        tweets = newTweets();
        engagements = tweets.engagements();
        var _ = log.events().subscribe(COUNTS, engagements.counter(log.events()));
    }

    CassandraTweetStore tweets() {
        return tweets;
    }

    CassandraEngagementStore engagements() {
        return engagements;
    }

    EventLog events() {
        return log.events();
    }

    /** Continues with new stores on the stored data. */
    void crash() {
        tweets = newTweets();
        engagements = tweets.engagements();
    }

    /** Waits until everything is counted. */
    void settle() throws InterruptedException {
        while (log.events().lag(COUNTS) > 0) {
            Thread.sleep(1);
        }
    }

    private CassandraTweetStore newTweets() {
        return new CassandraTweetStore(cassandra.cluster(), new Direct(), WHILE_BUCKETS_ARE_OPEN);
    }

    @Override
    public void close() {
        log.close();
    }

    private final class Direct implements Relay {
        @Override
        public <K> void committed(Outbox<K> outbox, Outbox.Entry<K> entry) {
            log.events().append(List.of(entry.event()));
            outbox.remove(List.of(entry.key()));
        }
    }
}
