package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import social.roost.base.LongRun;
import social.roost.base.Seed;
import social.roost.base.config.ConfigLoader;
import social.roost.base.config.ConfigSources;
import social.roost.draft.ScheduledTweet;
import social.roost.event.Await;
import social.roost.http.RawClient;
import social.roost.http.RawRequest;
import social.roost.notification.Notification;
import social.roost.notification.NotificationType;
import social.roost.tweet.Labels;
import social.roost.tweet.Poll;
import social.roost.tweet.PostTweet.Draft;
import social.roost.tweet.References;
import social.roost.tweet.Tweet;
import social.roost.tweet.Visibility;
import social.roost.tweet.text.Entities;
import social.roost.user.NewAccount;
import social.roost.user.Session;
import social.roost.user.TokenHash;
import social.roost.user.User;

/**
 * The end of a poll is told to its author and to each voter exactly once, and a scheduled tweet is posted exactly once,
 * whichever process is killed meanwhile.
 */
abstract class DueWorkCrashContract {
    private static final int KILLS = LongRun.times(1, 5);
    private static final int VOTERS = 500;
    private static final int SCHEDULED = 60;
    private static final int LATEST_KILL_MILLIS = 1_500;
    private static final long PAST_END_MILLIS = 60_000;

    private static final long SESSION_MILLIS = 3_600_000;
    private static final String TOKEN =
            "crash-token%032d".formatted(ThreadLocalRandom.current().nextLong(Long.MAX_VALUE));

    @RegisterExtension
    final Seed seed = new Seed();

    /** Which stores to use. */
    abstract Map<String, String> stores();

    /** The settings that the stores need besides; null for none. */
    abstract @Nullable Path file();

    /** How many processes serve at once. */
    abstract int processes();

    @Test
    @Timeout(600)
    void eachIsToldOfTheEndOnceAndEachTweetIsPostedOnce() throws Exception {
        Random random = new Random(seed.value());
        Tweet poll = askAndVote();
        schedule(poll.authorId());
        try (MortalServers servers = new MortalServers(stores(), processes())) {
            for (int i = 0; i < KILLS; i++) {
                servers.complete();
                servers.killAfter(random.nextInt(LATEST_KILL_MILLIS), List.of());
            }
            servers.complete();
            awaitDone(servers.port());
        }
        try (Stores stores = open()) {
            LongStream.rangeClosed(0, VOTERS)
                    .map(i -> poll.authorId() + i)
                    .forEach(user -> assertThat(told(stores, user))
                            .as("user %d of %d, seed %d", user - poll.authorId(), VOTERS, seed.value())
                            .singleElement()
                            .extracting(Notification::targetId)
                            .isEqualTo(poll.id()));
            assertThat(posted(stores, poll))
                    .as("seed %d", seed.value())
                    .containsExactlyInAnyOrderElementsOf(scheduledTexts());
        }
    }

    /** The author, who can log in, is the user before the voters. */
    private Tweet askAndVote() {
        try (Stores stores = open()) {
            long author = stores.infrastructure().ids().next(VOTERS + 1);
            String name = "asker_" + Long.toString(author, 36);
            var _ = stores.users()
                    .accounts()
                    .create(new NewAccount(User.named(author, name, ""), name + "@example.org", null));
            long now = System.currentTimeMillis();
            Session session =
                    new Session(stores.infrastructure().ids().next(), author, "test", now, now + SESSION_MILLIS);
            var _ = stores.users().sessions().create(session, TokenHash.of(TOKEN));
            long id = stores.infrastructure().ids().next();
            Poll asked = new Poll(List.of("tea", "coffee"), now - PAST_END_MILLIS);
            Tweet tweet = new Tweet(
                    id,
                    author,
                    "Which?",
                    Entities.NONE,
                    References.NONE,
                    id,
                    Visibility.PUBLIC,
                    List.of(),
                    Labels.NONE,
                    asked);
            var _ = stores.tweets().posts().post(tweet, null);
            LongStream.rangeClosed(1, VOTERS).parallel().forEach(i -> {
                int _ = stores.tweets().polls().vote(id, asked.endsAt(), author + i, (int) (i % 2));
            });
            return tweet;
        }
    }

    /** Due now. */
    private void schedule(long author) {
        try (Stores stores = open()) {
            for (String text : scheduledTexts()) {
                ScheduledTweet tweet = new ScheduledTweet(
                        stores.infrastructure().ids().next(),
                        author,
                        System.currentTimeMillis(),
                        Draft.of(text),
                        0,
                        null);
                var _ = stores.drafts().scheduled().add(tweet, null, SCHEDULED);
            }
        }
    }

    private static List<String> scheduledTexts() {
        return IntStream.range(0, SCHEDULED).mapToObj(i -> "later " + i).toList();
    }

    private static List<String> posted(Stores stores, Tweet poll) {
        long[] ids = stores.tweets().posts().newest(new long[] {poll.authorId()}, Long.MAX_VALUE, 2 * SCHEDULED);
        return stores.tweets().posts().find(ids).values().stream()
                .filter(tweet -> tweet.id() != poll.id())
                .map(Tweet::content)
                .toList();
    }

    /** The author is told last. */
    private static void awaitDone(int port) throws Exception {
        try (RawClient client = new RawClient(port)) {
            Await.until(() -> read(client, NotificationStage.LIST).contains("poll_ended")
                    && read(client, DraftSteps.SCHEDULED).contains("\"data\":[]"));
        }
    }

    private static String read(RawClient client, String path) {
        return LocalServer.expect(200, client.call(RawRequest.of("GET", path).token(TOKEN)))
                .text();
    }

    private static List<Notification> told(Stores stores, long user) {
        return stores.notifications().list(user, EnumSet.allOf(NotificationType.class), null, 10);
    }

    private Stores open() {
        Config config = ConfigLoader.load(Config.class, new ConfigSources(file(), Map.of(), stores()))
                .value();
        return Stores.open(config, InstantSource.system());
    }
}
