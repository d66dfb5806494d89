package social.roost.tweet.sql;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import social.roost.event.EventLog;
import social.roost.event.sql.SqliteStage;
import social.roost.tweet.TweetEditsContract;
import social.roost.tweet.TweetStore;

class SqlTweetEditsTest extends TweetEditsContract {
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
    protected TweetStore store() {
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
}
