package social.roost.tweet.cassandra;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import social.roost.driver.cassandra.CassandraStage;
import social.roost.event.EventLog;
import social.roost.tweet.TweetEditsContract;
import social.roost.tweet.TweetStore;

@Tag("stack")
class CassandraTweetEditsTest extends TweetEditsContract {
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
    protected TweetStore store() {
        return stage.tweets();
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
