package social.roost.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.roost.driver.sql.Database;
import social.roost.driver.sql.Dialect;
import social.roost.event.sql.SqliteStage;
import social.roost.graph.Blocks;
import social.roost.graph.Fame;
import social.roost.graph.GraphStore;
import social.roost.graph.sql.SqlBlockStore;
import social.roost.graph.sql.SqlGraphStore;
import social.roost.link.LinkCards;
import social.roost.media.MediaLibrary;
import social.roost.media.sql.SqlMediaStore;
import social.roost.tweet.Labels;
import social.roost.tweet.Mark;
import social.roost.tweet.MutedTexts;
import social.roost.tweet.Poll;
import social.roost.tweet.Polls;
import social.roost.tweet.References;
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
import social.roost.user.NewAccount;
import social.roost.user.ProfileCounts;
import social.roost.user.Suspensions;
import social.roost.user.User;
import social.roost.user.Users;
import social.roost.user.sql.SqlUserStore;

/** A page costs a few batched reads, however many tweets it has. */
class HydrationLoadsTest {
    private static final long READER = 1;
    private static final int TWEETS = 50;
    private static final long QUOTES = 2_000;
    private static final long ASKING = 3_000;
    private static final Poll POLL = new Poll(List.of("tea", "coffee"), 1);

    /** Tweets and their counts, for the page and for what it quotes; users and their counts; three kinds of marks. */
    private static final int MOST_READS = 9;

    private SqliteStage stage;

    @BeforeEach
    void everyoneQuotesSomeoneElse(@TempDir Path folder) {
        stage = new SqliteStage(folder);
        SqlTweetStore posts = new SqlTweetStore(stage.database(), stage.events());
        SqlEngagementStore engagements = new SqlEngagementStore(stage.database(), stage.events());
        List<NewAccount> accounts = LongStream.rangeClosed(1, 2 * TWEETS)
                .mapToObj(id -> new NewAccount(User.named(id, "user_" + id, ""), id + "@example.org", null))
                .toList();
        var _ = new SqlUserStore(stage.database(), stage.events()).createAll(accounts);
        for (long i = 1; i <= TWEETS; i++) {
            post(posts, 1_000 + i, i, References.NONE, null);
            post(posts, QUOTES + i, TWEETS + i, new References(null, null, 1_000 + i, null), null);
            post(posts, ASKING + i, TWEETS + i, new References(null, null, 1_000 + i, null), POLL);
            engagements.add(Mark.LIKE, READER, QUOTES + i, 1);
            engagements.add(Mark.LIKE, READER, ASKING + i, 1);
        }
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void aPageOfManyTweetsIsReadWithAsFewCallsAsOneTweet() {
        assertThat(readsOfPage(QUOTES, 1)).isBetween(1, MOST_READS);
        assertThat(readsOfPage(QUOTES, TWEETS)).isEqualTo(readsOfPage(QUOTES, 1));
    }

    @Test
    void thePollsOfAPageCostTwoReadsAndThoseThatAreNotThereNone() {
        assertThat(readsOfPage(ASKING, TWEETS)).isEqualTo(readsOfPage(QUOTES, TWEETS) + 2);
        assertThat(readsOfPage(ASKING, 1)).isEqualTo(readsOfPage(QUOTES, 1) + 2);
    }

    /** The reads of a process that has nothing in its caches. */
    private int readsOfPage(long first, int tweets) {
        CountedReads database = new CountedReads(stage.database());
        SqlTweetStore posts = new SqlTweetStore(database, stage.events());
        SqlEngagementStore engagements = new SqlEngagementStore(database, stage.events());
        SqlUserStore accounts = new SqlUserStore(database, stage.events());
        GraphStore follows = new SqlGraphStore(database, stage.events(), new Fame(10, 9));
        ProfileCounts counts = ids -> {
            var _ = follows.counts(ids);
            return Map.of();
        };
        Hydration hydration = new Hydration(
                new Tweets(posts, engagements, 1 << 20),
                new Users(accounts, counts, 1 << 20),
                new ViewerMarks(posts, engagements, 1 << 20),
                new MediaLibrary(new SqlMediaStore(database, stage.events()), "", 1 << 20),
                LinkCards.none(),
                new Polls(new SqlPollStore(database), InstantSource.system()));
        Viewer viewer = new Viewers(
                        new Blocks(
                                new SqlBlockStore(database, stage.events()),
                                new Suspensions(accounts),
                                InstantSource.system(),
                                1 << 20),
                        MutedTexts.NONE)
                .of(READER);
        database.reads = 0;
        long[] ids = LongStream.rangeClosed(1, tweets).map(i -> first + i).toArray();
        TweetPage page = hydration.page(hydration.load(ids, viewer), viewer, null, null);
        assertThat(page.items()).hasSize(tweets);
        assertThat(page.included()).hasSize(tweets);
        assertThat(page.authors()).hasSize(2 * tweets);
        assertThat(Objects.requireNonNull(page.state()).liked()).hasSize(tweets);
        return database.reads;
    }

    private static void post(SqlTweetStore posts, long id, long author, References references, @Nullable Poll poll) {
        var _ = posts.post(
                new Tweet(
                        id,
                        author,
                        "tweet " + id,
                        Entities.NONE,
                        references,
                        id,
                        Visibility.PUBLIC,
                        List.of(),
                        Labels.NONE,
                        poll),
                null);
    }

    /** Every call of a SQL store that reads is one read of its database. */
    private static final class CountedReads implements Database {
        private final Database database;
        private int reads;

        CountedReads(Database database) {
            this.database = database;
        }

        @Override
        public <T extends @Nullable Object> T read(Work<T> work) {
            reads++;
            return database.read(work);
        }

        @Override
        public <T extends @Nullable Object> T write(Work<T> work) {
            return database.write(work);
        }

        @Override
        public Dialect dialect() {
            return database.dialect();
        }

        @Override
        public void afterCommit(Runnable listener) {
            database.afterCommit(listener);
        }

        @Override
        public void close() {
            database.close();
        }
    }
}
