package social.roost.tweet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.roost.event.sql.SqliteStage;
import social.roost.tweet.sql.SqlEngagementStore;
import social.roost.tweet.sql.SqlTweetStore;
import social.roost.tweet.text.Entities;

class TweetsTest {
    private static final long ID = 7;

    @Test
    @DisplayName("C6: a post does not show its tweet if it was deleted meanwhile")
    void aDeleteBeatsThePostThatIsStillReturning(@TempDir Path folder) {
        try (SqliteStage stage = new SqliteStage(folder)) {
            TweetStore store = new SqlTweetStore(stage.database(), stage.events());
            Tweets tweets = new Tweets(store, new SqlEngagementStore(stage.database(), stage.events()), 1_000_000);
            Tweet tweet = new Tweet(ID, 1, "hello", Entities.NONE, References.NONE, ID, Visibility.PUBLIC);
            store.post(tweet, null);
            store.delete(ID, 5);
            tweets.changed(ID);
            assertThat(tweets.posted(tweet, Counts.NONE).id()).isEqualTo(ID);
            assertThat(tweets.find(ID)).isEmpty();
        }
    }
}
