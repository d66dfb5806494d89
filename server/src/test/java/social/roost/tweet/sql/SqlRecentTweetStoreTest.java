package social.roost.tweet.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.roost.event.sql.SqliteStage;
import social.roost.tweet.RecentTweetStore;
import social.roost.tweet.RecentTweetStoreContract;
import social.roost.tweet.References;
import social.roost.tweet.Tweet;
import social.roost.tweet.Visibility;
import social.roost.tweet.text.Entities;

class SqlRecentTweetStoreTest extends RecentTweetStoreContract {
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
    protected RecentTweetStore store() {
        return new SqlRecentTweetStore(stage.database());
    }

    @Override
    protected void post(long tweetId, long authorId) {
        Tweet tweet = new Tweet(tweetId, authorId, "hello", Entities.NONE, References.NONE, tweetId, Visibility.PUBLIC);
        var _ = posts().post(tweet, null);
    }

    @Test
    void deletedTweetsAreNotFound() {
        post(1, 10);
        post(2, 10);
        posts().delete(2, 5);
        assertThat(store().older(Long.MAX_VALUE, 10)).containsExactly(1);
        assertThat(store().newer(0, 10)).containsExactly(1);
    }

    private SqlTweetStore posts() {
        return new SqlTweetStore(stage.database(), stage.events());
    }
}
