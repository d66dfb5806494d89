package social.roost.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import social.roost.base.SettableClock;
import social.roost.base.Snowflake;
import social.roost.driver.sql.Database;
import social.roost.event.Event;
import social.roost.event.HeardEvents;
import social.roost.event.sql.SqlEventLog;
import social.roost.event.sql.SqliteStage;
import social.roost.graph.Blocks;
import social.roost.graph.Fame;
import social.roost.graph.sql.SqlBlockStore;
import social.roost.graph.sql.SqlGraphStore;
import social.roost.mute.sql.SqlConversationMuteStore;
import social.roost.notification.sql.SqlNotificationStore;
import social.roost.tweet.CurrentState;
import social.roost.tweet.Mark;
import social.roost.tweet.MutedTexts;
import social.roost.tweet.References;
import social.roost.tweet.Tweet;
import social.roost.tweet.Viewers;
import social.roost.tweet.Visibility;
import social.roost.tweet.sql.SqlEngagementStore;
import social.roost.tweet.sql.SqlPollStore;
import social.roost.tweet.sql.SqlTweetStore;
import social.roost.tweet.text.TweetText;
import social.roost.user.NewAccount;
import social.roost.user.Suspensions;
import social.roost.user.User;
import social.roost.user.sql.SqlUserStore;

/**
 * Which notifications events cause, withdraw or leave as they are (decision 15). Alice has posted a tweet; what bob does
 * may concern her.
 */
@Timeout(60)
class NotifierTest {
    private static final long ALICE = 1;
    private static final long BOB = 2;
    private static final long CAROL = 3;
    private static final long NOON = 1_800_000_000_000L;
    private static final long TWEET = Snowflake.lowestAt(NOON);
    private static final long LATER = Snowflake.lowestAt(NOON + 60_000);

    private final SettableClock clock = new SettableClock(NOON + 3_600_000);
    private SqliteStage stage;
    private SqlTweetStore tweets;
    private SqlEngagementStore engagements;
    private SqlGraphStore follows;
    private SqlBlockStore screens;
    private SqlNotificationStore store;
    private Blocks blocks;
    private Notifier notifier;

    @BeforeEach
    void aliceHasPosted(@TempDir Path folder) {
        stage = new SqliteStage(folder);
        Database database = stage.database();
        SqlEventLog events = stage.events();
        tweets = new SqlTweetStore(database, events);
        engagements = new SqlEngagementStore(database, events);
        follows = new SqlGraphStore(database, events, new Fame(100, 90));
        screens = new SqlBlockStore(database, events);
        store = new SqlNotificationStore(database, NotificationLimits.defaults());
        SqlUserStore users = new SqlUserStore(database, events);
        var _ = users.createAll(List.of(account(ALICE, "alice"), account(BOB, "bob"), account(CAROL, "carol")));
        blocks = new Blocks(screens, new Suspensions(users), clock, 1 << 20);
        CurrentState state = new CurrentState(tweets, engagements, follows);
        NotificationWriter writer = new NotificationWriter(store, blocks, events, new Snowflake(1, clock), clock);
        SqlConversationMuteStore mutes = new SqlConversationMuteStore(database);
        Addressees addressees = new Addressees(tweets, users);
        Interest interest = new Interest(new Viewers(blocks, MutedTexts.NONE), mutes);
        notifier = new Notifier(
                state,
                addressees,
                writer,
                interest,
                new PollEndings(new SqlPollStore(database), state, writer, mutes, clock),
                new EditNotices(tweets, addressees, writer, interest));
        var _ = post(TWEET, ALICE, "hello", References.NONE);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    /** What one user does to another, and undoes. */
    enum Action {
        MENTION(NotificationType.MENTION),
        REPLY(NotificationType.REPLY),
        QUOTE(NotificationType.QUOTE),
        LIKE(NotificationType.LIKE),
        RETWEET(NotificationType.RETWEET),
        FOLLOW(NotificationType.FOLLOW);

        private final NotificationType type;

        Action(NotificationType type) {
            this.type = type;
        }

        private Event act(NotifierTest test, long actor) {
            return switch (this) {
                case MENTION -> test.post(LATER, actor, "dear @alice", References.NONE);
                case REPLY -> test.post(LATER, actor, "oh @alice", new References(TWEET, ALICE, null, null));
                case QUOTE -> test.post(LATER, actor, "as @alice says", new References(null, null, TWEET, null));
                case RETWEET -> test.post(Tweet.retweet(LATER, actor, TWEET));
                case LIKE -> {
                    test.engagements.add(Mark.LIKE, actor, TWEET, 1);
                    yield new Event.TweetLiked(TWEET, actor);
                }
                case FOLLOW -> {
                    var _ = test.follows.follow(actor, ALICE, 1);
                    yield new Event.Followed(actor, ALICE);
                }
            };
        }

        private Event undo(NotifierTest test, long actor) {
            return switch (this) {
                case MENTION, REPLY, QUOTE, RETWEET -> test.delete(LATER, actor);
                case LIKE -> {
                    test.engagements.remove(Mark.LIKE, actor, TWEET);
                    yield new Event.TweetUnliked(TWEET, actor);
                }
                case FOLLOW -> {
                    test.follows.unfollow(actor, ALICE);
                    yield new Event.Unfollowed(actor, ALICE);
                }
            };
        }

        private Notice notice() {
            return switch (this) {
                case MENTION, REPLY, QUOTE -> new Notice(ALICE, type, LATER, BOB);
                case LIKE, RETWEET -> new Notice(ALICE, type, TWEET, BOB);
                case FOLLOW -> new Notice(ALICE, type, ALICE, BOB);
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void eachActionNotifiesOnceAndNobodyElse(Action action) {
        consume(action.act(this, BOB));
        assertThat(notices(ALICE)).containsExactly(action.notice());
        assertThat(notices(BOB)).isEmpty();
        assertThat(notices(CAROL)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsUndoneIsWithdrawn(Action action) {
        consume(action.act(this, BOB));
        consume(action.undo(this, BOB));
        assertThat(notices(ALICE)).isEmpty();
    }

    /** Delivery is at least once, and a process may stop between the notification and its event. */
    @ParameterizedTest
    @EnumSource
    void aRepeatedEventChangesNothingAndIsPublishedAgain(Action action) {
        Event event = action.act(this, BOB);
        consume(event);
        store.markRead(ALICE, null);
        List<Notification> before = all(ALICE);
        clock.move(Duration.ofDays(2));
        HeardEvents heard = new HeardEvents(stage.events());
        consume(event);
        assertThat(all(ALICE)).isEqualTo(before);
        assertThat(heard.all())
                .containsExactly(
                        new Event.NotificationsChanged(ALICE, before.getFirst().id()));
    }

    @ParameterizedTest
    @EnumSource(names = {"LIKE", "RETWEET", "FOLLOW"})
    void theEventOfWhatWasUndoneMeanwhileNotifiesNobody(Action action) {
        Event done = action.act(this, BOB);
        var _ = action.undo(this, BOB);
        consume(done);
        assertThat(notices(ALICE)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIKE", "FOLLOW"})
    void theEventOfAnUndoingWithdrawsNothingThatWasRepeatedMeanwhile(Action action) {
        consume(action.act(this, BOB));
        Event undone = action.undo(this, BOB);
        var _ = action.act(this, BOB);
        consume(undone);
        assertThat(notices(ALICE)).containsExactly(action.notice());
    }

    @Test
    void theDeletionOfARetweetWithdrawsNothingIfThereIsAnotherByNow() {
        consume(Action.RETWEET.act(this, BOB));
        Event deleted = Action.RETWEET.undo(this, BOB);
        var _ = post(Tweet.retweet(LATER + 1, BOB, TWEET));
        consume(deleted);
        assertThat(notices(ALICE)).containsExactly(Action.RETWEET.notice());
    }

    @ParameterizedTest
    @EnumSource
    void nobodyIsNotifiedOfThemselves(Action action) {
        consume(action.act(this, ALICE));
        consume(action.undo(this, ALICE));
        assertThat(notices(ALICE)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aBlockByEitherOrAMuteKeepsActorsAway(Action action) {
        Event event = action.act(this, BOB);
        screens.block(ALICE, BOB, 1);
        assertNotNotifiedOf(event);
        screens.unblock(ALICE, BOB);
        screens.block(BOB, ALICE, 1);
        assertNotNotifiedOf(event);
        screens.unblock(BOB, ALICE);
        screens.mute(ALICE, BOB, 1, Long.MAX_VALUE);
        assertNotNotifiedOf(event);
    }

    private void assertNotNotifiedOf(Event event) {
        blocks.forget(ALICE);
        consume(event);
        assertThat(notices(ALICE)).isEmpty();
    }

    @Test
    void whoMutesSomeoneStillNotifiesThem() {
        screens.mute(BOB, ALICE, 1, Long.MAX_VALUE);
        consume(Action.LIKE.act(this, BOB));
        assertThat(notices(ALICE)).containsExactly(Action.LIKE.notice());
    }

    @ParameterizedTest
    @EnumSource
    void aTypeThatIsTurnedOffNotifiesNobodyNotEvenAsAMention(Action action) {
        Event event = action.act(this, BOB);
        store.setWanted(ALICE, Map.of(action.type, false));
        consume(event);
        assertThat(notices(ALICE)).isEmpty();
        store.setWanted(ALICE, Map.of(action.type, true));
        consume(event);
        assertThat(notices(ALICE)).containsExactly(action.notice());
    }

    @Test
    void aDeletedTweetTakesItsLikesAndRetweetsAlongInWhicheverOrderTheEventsArrive() {
        consume(Action.LIKE.act(this, BOB));
        Event retweeted = Action.RETWEET.act(this, BOB);
        consume(retweeted);
        assertThat(notices(ALICE)).hasSize(2);
        consume(delete(TWEET, ALICE));
        assertThat(notices(ALICE)).isEmpty();
        consume(Action.LIKE.act(this, CAROL));
        consume(retweeted);
        assertThat(notices(ALICE)).isEmpty();
    }

    @Test
    void aTweetThatIsNotThereAnyMoreNotifiesNobody() {
        Event posted = Action.MENTION.act(this, BOB);
        tweets.delete(LATER, 1);
        consume(posted);
        assertThat(notices(ALICE)).isEmpty();
    }

    @Test
    void whatARecipientMayNotReadNotifiesNobody() {
        consume(post(tweet(LATER, BOB, "dear @alice", References.NONE, Visibility.UNKNOWN)));
        assertThat(notices(ALICE)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void itsTimeIsThatOfTheTweetOrElseThatOfItsEvent(Action action) {
        consume(action.act(this, BOB));
        long at = action == Action.LIKE || action == Action.FOLLOW ? clock.millis() : NOON + 60_000;
        assertThat(all(ALICE)).extracting(Notification::createdAt).containsExactly(at);
    }

    private Event post(long id, long author, String content, References references) {
        return post(tweet(id, author, content, references, Visibility.PUBLIC));
    }

    private static Tweet tweet(long id, long author, String content, References references, Visibility visibility) {
        return new Tweet(id, author, content, TweetText.parse(content).entities(), references, id, visibility);
    }

    private Event post(Tweet tweet) {
        var _ = tweets.post(tweet, null);
        return new Event.TweetPosted(tweet.id(), tweet.authorId());
    }

    private Event delete(long id, long author) {
        tweets.delete(id, 1);
        return new Event.TweetDeleted(id, author);
    }

    private void consume(Event event) {
        notifier.consume(event);
    }

    /** The user's notifications, each as the notices that it consists of. */
    private List<Notice> notices(long user) {
        return all(user).stream()
                .flatMap(each ->
                        each.actorIds().stream().map(actor -> new Notice(user, each.type(), each.targetId(), actor)))
                .toList();
    }

    private List<Notification> all(long user) {
        return store.list(user, EnumSet.allOf(NotificationType.class), null, 100);
    }

    private static NewAccount account(long id, String name) {
        return new NewAccount(User.named(id, name, ""), name + "@example.org", null);
    }
}
