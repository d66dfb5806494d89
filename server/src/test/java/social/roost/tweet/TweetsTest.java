package social.roost.tweet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
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

    @Test
    @DisplayName("D6: outlines, which are cached apart, change with their tweets")
    void outlinesFollowTheirTweets(@TempDir Path folder) {
        try (SqliteStage stage = new SqliteStage(folder)) {
            TweetStore store = new SqlTweetStore(stage.database(), stage.events());
            EngagementStore engagements = new SqlEngagementStore(stage.database(), stage.events());
            Tweets tweets = new Tweets(store, engagements, 1_000_000);
            store.post(new Tweet(ID, 1, "hello", Entities.NONE, References.NONE, ID, Visibility.PUBLIC), null);
            long[] ids = {5, ID};
            assertThat(tweets.outlines(ids))
                    .containsExactly(null, tweets.find(ID).orElseThrow().outline());

            engagements.add(Mark.LIKE, 2, ID, 1);
            tweets.changed(ID);
            assertThat(likes(tweets)).isEqualTo(1);

            engagements.add(Mark.LIKE, 3, ID, 1);
            tweets.forget(ID);
            assertThat(likes(tweets)).isEqualTo(2);

            store.delete(ID, 5);
            tweets.changed(ID);
            assertThat(tweets.outlines(ids)).containsOnlyNulls();
        }
    }

    @Test
    @DisplayName("D6: no outline is older than the last change, however many readers look meanwhile")
    void readersDoNotBringBackAnOldOutline(@TempDir Path folder) throws Exception {
        try (SqliteStage stage = new SqliteStage(folder)) {
            TweetStore store = new SqlTweetStore(stage.database(), stage.events());
            EngagementStore engagements = new SqlEngagementStore(stage.database(), stage.events());
            Tweets tweets = new Tweets(store, engagements, 1_000_000);
            store.post(new Tweet(ID, 1, "hello", Entities.NONE, References.NONE, ID, Visibility.PUBLIC), null);
            AtomicBoolean done = new AtomicBoolean();
            Thread reader = Thread.startVirtualThread(() -> {
                while (!done.get()) {
                    var _ = tweets.outlines(new long[] {ID});
                }
            });
            for (long user = 10; user < 200; user++) {
                engagements.add(Mark.LIKE, user, ID, 1);
                tweets.changed(ID);
                assertThat(likes(tweets)).isEqualTo(user - 9);
            }
            done.set(true);
            reader.join();
        }
    }

    private static long likes(Tweets tweets) {
        return Objects.requireNonNull(tweets.outlines(new long[] {ID})[0])
                .counts()
                .likes();
    }
}
