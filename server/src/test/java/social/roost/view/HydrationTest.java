package social.roost.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.roost.event.sql.SqliteStage;
import social.roost.graph.Blocks;
import social.roost.graph.sql.SqlBlockStore;
import social.roost.link.LinkCards;
import social.roost.media.MediaLibrary;
import social.roost.media.sql.SqlMediaStore;
import social.roost.tweet.MutedTexts;
import social.roost.tweet.Polls;
import social.roost.tweet.References;
import social.roost.tweet.StoredTweet;
import social.roost.tweet.Tweet;
import social.roost.tweet.Tweets;
import social.roost.tweet.Viewer;
import social.roost.tweet.ViewerMarks;
import social.roost.tweet.Viewers;
import social.roost.tweet.Visibility;
import social.roost.tweet.sql.SqlEngagementStore;
import social.roost.tweet.sql.SqlPollStore;
import social.roost.tweet.sql.SqlTweetStore;
import social.roost.tweet.text.Entities;
import social.roost.user.Suspensions;
import social.roost.user.Users;
import social.roost.user.sql.SqlUserStore;

/** What loads of a list of ids: in their order, without what the viewer does not see. */
class HydrationTest {
    private static final long ALICE = 1;
    private static final long BOB = 2;
    private static final long READER = 3;
    private static final long CAROL = 4;

    private SqliteStage stage;
    private SqlTweetStore store;
    private SqlBlockStore blocks;
    private Hydration hydration;
    private Viewers viewers;

    @BeforeEach
    void open(@TempDir Path folder) {
        stage = new SqliteStage(folder);
        store = new SqlTweetStore(stage.database(), stage.events());
        blocks = new SqlBlockStore(stage.database(), stage.events());
        SqlUserStore accounts = new SqlUserStore(stage.database(), stage.events());
        SqlEngagementStore engagements = new SqlEngagementStore(stage.database(), stage.events());
        hydration = new Hydration(
                new Tweets(store, engagements, 1 << 20),
                new Users(accounts, ids -> Map.of(), 1 << 20),
                new ViewerMarks(store, engagements, 1 << 20),
                new MediaLibrary(new SqlMediaStore(stage.database(), stage.events()), "", 1 << 20),
                LinkCards.none(),
                new Polls(new SqlPollStore(stage.database()), InstantSource.system()));
        viewers = new Viewers(
                new Blocks(blocks, new Suspensions(accounts), InstantSource.system(), 1 << 20), MutedTexts.NONE);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void tweetsComeInTheOrderOfTheirIdsWithoutDeletedAndUnknownOnes() {
        post(10, ALICE, References.NONE, Visibility.PUBLIC);
        post(11, ALICE, References.NONE, Visibility.PUBLIC);
        post(12, ALICE, References.NONE, Visibility.PUBLIC);
        store.delete(11, 1);
        assertThat(load(12, 99, 10, 11)).containsExactly(12L, 10L);
    }

    @Test
    void aRetweetNeedsItsOriginalAndAQuoteDoesNot() {
        post(10, ALICE, References.NONE, Visibility.PUBLIC);
        var _ = store.post(Tweet.retweet(11, BOB, 10), null);
        post(12, BOB, new References(null, null, 10L, null), Visibility.PUBLIC);
        store.delete(10, 1);
        assertThat(load(12, 11)).containsExactly(12L);
        assertThat(beside(12)).isEmpty();
    }

    @Test
    void theQuoteOfARetweetedTweetIsBesideItUnlessItIsHidden() {
        post(10, ALICE, References.NONE, Visibility.PUBLIC);
        post(11, BOB, new References(null, null, 10L, null), Visibility.PUBLIC);
        var _ = store.post(Tweet.retweet(12, CAROL, 11), null);
        assertThat(beside(12)).containsExactly(11L, 10L);
        blocks.block(CAROL, ALICE, 1);
        assertThat(beside(hydration.load(new long[] {12}, viewers.of(CAROL)))).containsExactly(11L);
    }

    @Test
    void theTweetRepliedToIsBesideAReplyUnlessItIsHidden() {
        post(10, ALICE, References.NONE, Visibility.PUBLIC);
        post(11, ALICE, References.NONE, Visibility.PUBLIC);
        post(12, BOB, new References(10L, ALICE, 11L, null), Visibility.PUBLIC);
        long[] ids = {12};
        assertThat(beside(hydration.loadWithParents(ids, viewers.of(READER)))).containsExactly(11L, 10L);
        assertThat(beside(12)).as("elsewhere").containsExactly(11L);
        blocks.block(CAROL, ALICE, 1);
        assertThat(beside(hydration.loadWithParents(ids, viewers.of(CAROL)))).isEmpty();
    }

    @Test
    void hiddenAuthorsShowNeitherByThemselvesNorRetweeted() {
        post(10, ALICE, References.NONE, Visibility.PUBLIC);
        var _ = store.post(Tweet.retweet(11, BOB, 10), null);
        blocks.block(READER, ALICE, 1);
        assertThat(load(11, 10)).isEmpty();
        assertThat(load(viewers.of(READER).visiting(ALICE), 11, 10)).containsExactly(11L, 10L);
    }

    @Test
    void whatMayNotBeReadDoesNotShowEvenToAVisitor() {
        post(10, ALICE, References.NONE, Visibility.UNKNOWN);
        var _ = store.post(Tweet.retweet(11, BOB, 10), null);
        assertThat(load(viewers.of(READER).visiting(ALICE), 11, 10)).isEmpty();
    }

    private List<Long> beside(long id) {
        return beside(hydration.load(new long[] {id}, viewers.of(READER)));
    }

    private static List<Long> beside(List<Entry> entries) {
        return entries.getFirst().beside().stream().map(StoredTweet::id).toList();
    }

    private Iterable<Long> load(long... ids) {
        return load(viewers.of(READER), ids);
    }

    /** What is ranked is what loads. */
    private Iterable<Long> load(Viewer viewer, long... ids) {
        List<Long> loaded = hydration.load(ids, viewer).stream().map(Entry::id).toList();
        assertThat(hydration.outlined(ids, viewer))
                .extracting(each -> each.tweet().id())
                .isEqualTo(loaded);
        return loaded;
    }

    private void post(long id, long author, References references, Visibility visibility) {
        var _ = store.post(new Tweet(id, author, "tweet " + id, Entities.NONE, references, id, visibility), null);
    }
}
