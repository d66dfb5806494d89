package social.roost.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.roost.event.sql.SqliteStage;
import social.roost.trend.sql.SqlTrendChoiceStore;
import social.roost.tweet.Edition;
import social.roost.tweet.Labels;
import social.roost.tweet.References;
import social.roost.tweet.Revision;
import social.roost.tweet.Tweet;
import social.roost.tweet.Visibility;
import social.roost.tweet.text.TweetText;
import social.roost.user.Suspensions;
import social.roost.user.sql.SqlUserStore;

/** What an edit adds to trends (N3, F4). */
class TopicalTweetsTest {
    private SqliteStage stage;
    private TopicalTweets topical;

    @BeforeEach
    void open(@TempDir Path folder) {
        stage = new SqliteStage(folder);
        topical = new TopicalTweets(
                new SqlTrendChoiceStore(stage.database()),
                new Suspensions(new SqlUserStore(stage.database(), stage.events())),
                0);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void anEditCountsWhatNoEarlierVersionHasSaid() {
        assertThat(added("#rain", "#rain #snow")).containsExactly("#snow");
        assertThat(added("#rain #snow", "#snow")).isEmpty();
        assertThat(added("#rain", "#snow", "#rain #snow")).isEmpty();
        assertThat(added("#Rain", "#RAIN today")).doesNotContain("#rain");
    }

    private List<String> added(String... versions) {
        Tweet tweet = new Tweet(
                1, 2, versions[0], TweetText.parse(versions[0]).entities(), References.NONE, 1, Visibility.PUBLIC);
        List<Revision> revisions = new ArrayList<>(List.of(Revision.of(tweet)));
        for (int i = 1; i < versions.length; i++) {
            tweet = tweet.edited(TweetText.parse(versions[i]), Labels.NONE, new Edition(i, i, List.of()));
            revisions.add(Revision.of(tweet));
        }
        TopicalTweet counted = topical.added(tweet, revisions);
        return counted == null
                ? List.of()
                : counted.topics().stream().map(Topic::key).toList();
    }
}
