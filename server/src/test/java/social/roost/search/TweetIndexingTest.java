package social.roost.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.roost.event.Await;
import social.roost.event.Event;
import social.roost.event.sql.SqliteStage;
import social.roost.media.sql.SqlMediaStore;
import social.roost.search.lucene.LuceneTweetIndexes;
import social.roost.search.query.QueryParser;
import social.roost.tweet.Edition;
import social.roost.tweet.Labels;
import social.roost.tweet.References;
import social.roost.tweet.Tweet;
import social.roost.tweet.TweetStore;
import social.roost.tweet.Visibility;
import social.roost.tweet.sql.SqlEngagementStore;
import social.roost.tweet.sql.SqlTweetStore;
import social.roost.tweet.text.TweetText;

/** A tweet is edited or deleted after it was read for an index, and before it is put there (N3, F1). */
class TweetIndexingTest {
    private static final long ALICE = 2;
    private static final long ID = 1L << 40;

    private SqliteStage stage;
    private TweetStore tweets;
    private LuceneTweetIndexes indexes;
    private TweetDocuments documents;
    private TweetIndexing indexing;

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        stage = new SqliteStage(folder);
        tweets = new SqlTweetStore(stage.database(), stage.events());
        indexes = new LuceneTweetIndexes(Files.createDirectory(folder.resolve("search")));
        documents = new TweetDocuments(
                new SqlEngagementStore(stage.database(), stage.events()),
                new SqlMediaStore(stage.database(), stage.events()));
        indexing = new TweetIndexing(indexes, documents, tweets);
    }

    @AfterEach
    void close() {
        indexes.close();
        stage.close();
    }

    @Test
    void anOlderTextDoesNotComeBack() throws Exception {
        Tweet posted = post("pelican");
        assertThat(tweets.edit(edited(posted, "flamingo"))).isTrue();
        indexing.consume(new Event.TweetEdited(ID, ALICE));

        putLate(posted);
        Await.until(() -> isFound("flamingo"));
        assertThat(isFound("pelican")).isFalse();
    }

    @Test
    void neitherDoesADeletedTweet() throws Exception {
        Tweet posted = post("pelican");
        tweets.delete(ID, 1);
        indexing.consume(new Event.TweetDeleted(ID, ALICE));

        putLate(posted);
        Await.until(() -> !isFound("pelican"));
    }

    private Tweet post(String text) throws Exception {
        Tweet tweet =
                new Tweet(ID, ALICE, text, TweetText.parse(text).entities(), References.NONE, ID, Visibility.PUBLIC);
        var _ = tweets.post(tweet, null);
        indexing.consume(new Event.TweetPosted(ID, ALICE));
        Await.until(() -> isFound(text));
        return tweet;
    }

    private void putLate(Tweet read) {
        indexes.index(indexes.serving()).put(documents.of(List.of(read)));
        indexing.changedSince(List.of(read));
    }

    private static Tweet edited(Tweet tweet, String text) {
        return tweet.edited(TweetText.parse(text), Labels.NONE, new Edition(1, 1, List.of()));
    }

    private boolean isFound(String word) {
        return !indexes.index(indexes.serving())
                .search(
                        Objects.requireNonNull(
                                QueryParser.parse(word, TweetTable.ALICE).query()),
                        SearchOrder.Latest.FIRST,
                        10)
                .isEmpty();
    }
}
