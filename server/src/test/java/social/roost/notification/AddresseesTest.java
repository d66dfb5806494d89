package social.roost.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static social.roost.notification.NotificationType.MENTION;
import static social.roost.notification.NotificationType.QUOTE;
import static social.roost.notification.NotificationType.REPLY;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.roost.event.sql.SqliteStage;
import social.roost.tweet.References;
import social.roost.tweet.Tweet;
import social.roost.tweet.Visibility;
import social.roost.tweet.sql.SqlTweetStore;
import social.roost.tweet.text.Entities;
import social.roost.tweet.text.TweetText;
import social.roost.user.NewAccount;
import social.roost.user.User;
import social.roost.user.sql.SqlUserStore;

/** Whom a tweet concerns: at most once each, and in which role (decision 15). */
class AddresseesTest {
    private static final long ALICE = 1;
    private static final long BOB = 2;
    private static final long CAROL = 3;

    private static final long BY_ALICE = 10;
    private static final long BY_CAROL = 11;
    private static final long TWEET = 20;

    private SqliteStage stage;
    private SqlTweetStore tweets;
    private Addressees addressees;

    @BeforeEach
    void open(@TempDir Path folder) {
        stage = new SqliteStage(folder);
        tweets = new SqlTweetStore(stage.database(), stage.events());
        SqlUserStore users = new SqlUserStore(stage.database(), stage.events());
        var _ = users.createAll(List.of(account(ALICE, "alice"), account(BOB, "bob"), account(CAROL, "carol")));
        addressees = new Addressees(tweets, users);
        post(BY_ALICE, ALICE);
        post(BY_CAROL, CAROL);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void thoseAreAddressedWhoAreRepliedToQuotedOrMentioned() {
        assertThat(of("@bob look", BY_ALICE, ALICE, BY_CAROL))
                .containsExactlyInAnyOrder(notice(ALICE, REPLY), notice(CAROL, QUOTE), notice(BOB, MENTION));
        assertThat(of("nobody in particular", null, null, null)).isEmpty();
    }

    @Test
    void aReplyTakesPrecedenceOverAQuoteAndAQuoteOverAMention() {
        assertThat(of("@alice @carol", BY_ALICE, ALICE, BY_CAROL))
                .containsExactlyInAnyOrder(notice(ALICE, REPLY), notice(CAROL, QUOTE));
        assertThat(of("@alice", BY_ALICE, ALICE, BY_ALICE)).containsExactly(notice(ALICE, REPLY));
    }

    @Test
    void aNameCountsOnceInWhateverCaseAndOnlyIfItIsAUsers() {
        assertThat(of("@Bob @bob @BOB @nobody", null, null, null)).containsExactly(notice(BOB, MENTION));
    }

    @Test
    void theAuthorOfADeletedTweetIsAddressedToo() {
        tweets.delete(BY_CAROL, 1);
        assertThat(of("gone", null, null, BY_CAROL)).containsExactly(notice(CAROL, QUOTE));
    }

    /** SECURITY 16. */
    @Test
    void theFirstFiftyNamesCountWhetherOrNotTheyAreUsers() {
        String names = IntStream.range(1, Addressees.MAXIMUM_MENTIONED)
                .mapToObj(i -> "@n" + i)
                .collect(Collectors.joining(" "));
        assertThat(of("@n1 @N1 " + names + " @alice @bob", null, null, null)).containsExactly(notice(ALICE, MENTION));
    }

    private List<Notice> of(
            String content, @Nullable Long replyTo, @Nullable Long replyToUser, @Nullable Long quoteOf) {
        References references = new References(replyTo, replyToUser, quoteOf, null);
        return addressees.of(tweet(TWEET, BOB, content, references));
    }

    private static Notice notice(long user, NotificationType type) {
        return new Notice(user, type, TWEET, BOB);
    }

    private void post(long id, long author) {
        var _ = tweets.post(tweet(id, author, "hello", References.NONE), null);
    }

    private static Tweet tweet(long id, long author, String content, References references) {
        Entities entities = TweetText.parse(content).entities();
        return new Tweet(id, author, content, entities, references, id, Visibility.PUBLIC);
    }

    private static NewAccount account(long id, String name) {
        return new NewAccount(User.named(id, name, ""), name + "@example.org", null);
    }
}
