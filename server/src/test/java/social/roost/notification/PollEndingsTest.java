package social.roost.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.roost.base.SettableClock;
import social.roost.base.Snowflake;
import social.roost.driver.sql.Database;
import social.roost.event.sql.SqlEventLog;
import social.roost.event.sql.SqliteStage;
import social.roost.graph.Blocks;
import social.roost.graph.Fame;
import social.roost.graph.sql.SqlBlockStore;
import social.roost.graph.sql.SqlGraphStore;
import social.roost.mute.sql.SqlConversationMuteStore;
import social.roost.notification.sql.SqlNotificationStore;
import social.roost.tweet.CurrentState;
import social.roost.tweet.Labels;
import social.roost.tweet.Poll;
import social.roost.tweet.PollStore;
import social.roost.tweet.References;
import social.roost.tweet.Tweet;
import social.roost.tweet.Visibility;
import social.roost.tweet.sql.SqlEngagementStore;
import social.roost.tweet.sql.SqlPollStore;
import social.roost.tweet.sql.SqlTweetStore;
import social.roost.tweet.text.Entities;
import social.roost.user.Suspensions;
import social.roost.user.sql.SqlUserStore;

@DisplayName("The end of polls with very many voters (N2)")
class PollEndingsTest {
    private static final long NOON = 1_800_000_000_000L;
    private static final long AUTHOR = 5_000;
    private static final int MANY = 1_500;

    private final SettableClock clock = new SettableClock(NOON);
    private SqliteStage stage;
    private SqlTweetStore tweets;
    private PollStore polls;
    private SqlNotificationStore store;
    private PollEndings endings;

    @BeforeEach
    void open(@TempDir Path folder) {
        stage = new SqliteStage(folder);
        Database database = stage.database();
        SqlEventLog events = stage.events();
        tweets = new SqlTweetStore(database, events);
        polls = new SqlPollStore(database);
        store = new SqlNotificationStore(database, NotificationLimits.defaults());
        Blocks blocks = new Blocks(
                new SqlBlockStore(database, events),
                new Suspensions(new SqlUserStore(database, events)),
                clock,
                1 << 20);
        endings = new PollEndings(
                polls,
                new CurrentState(
                        tweets,
                        new SqlEngagementStore(database, events),
                        new SqlGraphStore(database, events, new Fame(100, 90))),
                new NotificationWriter(store, blocks, events, new Snowflake(1, clock), clock),
                new SqlConversationMuteStore(database),
                clock);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void othersHaveTheirTurn() {
        long large = ask(NOON - 60_000, MANY);
        long small = ask(NOON - 30_000, 1);
        assertThat(endings.announce()).isTrue();
        assertThat(told(large)).isEqualTo(1_000);
        assertThat(told(small)).isEqualTo(2);
        assertThat(endings.announce()).isTrue();
        assertThat(told(large)).isEqualTo(MANY + 1);
        assertThat(endings.announce()).isFalse();
    }

    /** A poll that has ended. */
    private long ask(long endsAt, int voters) {
        long id = Snowflake.lowestAt(endsAt - 300_000);
        Poll poll = new Poll(List.of("tea", "coffee"), endsAt);
        var _ = tweets.post(
                new Tweet(
                        id,
                        AUTHOR,
                        "Which?",
                        Entities.NONE,
                        References.NONE,
                        id,
                        Visibility.PUBLIC,
                        List.of(),
                        Labels.NONE,
                        poll),
                null);
        LongStream.rangeClosed(1, voters).forEach(user -> {
            int _ = polls.vote(id, endsAt, user, 0);
        });
        return id;
    }

    private long told(long poll) {
        return LongStream.concat(LongStream.rangeClosed(1, MANY), LongStream.of(AUTHOR))
                .filter(user -> store.list(user, Set.of(NotificationType.POLL_ENDED), null, 10).stream()
                        .anyMatch(each -> each.targetId() == poll))
                .count();
    }
}
