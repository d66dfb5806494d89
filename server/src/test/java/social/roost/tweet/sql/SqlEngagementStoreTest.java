package social.roost.tweet.sql;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import social.roost.event.EventLog;
import social.roost.event.sql.SqliteStage;
import social.roost.tweet.EngagementStore;
import social.roost.tweet.EngagementStoreContract;
import social.roost.tweet.TweetStore;

class SqlEngagementStoreTest extends EngagementStoreContract {
    private SqliteStage stage;

    @BeforeEach
    void open(@TempDir Path folder) {
        stage = new SqliteStage(folder);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Override
    protected EngagementStore store() {
        return new SqlEngagementStore(stage.database(), stage.events());
    }

    @Override
    protected TweetStore tweets() {
        return new SqlTweetStore(stage.database(), stage.events());
    }

    @Override
    protected EventLog events() {
        return stage.events();
    }

    @Override
    protected void crash() throws IOException {
        stage.crash();
    }

    @Override
    protected void settle() {
        // Counts change with their rows.
    }

    @Override
    protected void falsify(long tweetId) {
        int _ = stage.database()
                .write(handle ->
                        handle.execute("UPDATE engagement_count SET likes = likes + 5 WHERE tweet_id = ?", tweetId));
    }
}
