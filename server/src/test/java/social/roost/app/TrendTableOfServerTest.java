package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;
import static social.roost.app.LocalServer.expect;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import social.roost.base.LongRun;
import social.roost.base.Snowflake;
import social.roost.event.Await;
import social.roost.http.RawRequest;
import social.roost.trend.Topic;
import social.roost.trend.TopicalTweet;
import social.roost.trend.TrendTable;
import social.roost.trend.TrendTable.Section;
import social.roost.trend.TrendTable.Step;
import social.roost.tweet.References;
import social.roost.tweet.Tweet;
import social.roost.tweet.TweetStore;
import social.roost.tweet.Visibility;
import social.roost.tweet.text.TweetText;
import social.roost.user.NewAccount;
import social.roost.user.User;

/**
 * The table of trends, with stored tweets whose topics are in their texts, up to the response of {@code GET /trends}. A
 * restart reads the past from the store. Left out are sections in which the past is not known, and, except in a
 * long run, the largest ones.
 */
@DisplayName("The table of trends, in a server (issue 21, F4)")
@Timeout(120)
class TrendTableOfServerTest {
    private static final int STEPS = LongRun.times(1_000, Integer.MAX_VALUE);

    @TempDir
    Path folder;

    static Stream<Arguments> sections() {
        return TrendTable.sections().stream()
                .filter(Section::isPastKnown)
                .filter(section -> section.steps().size() <= STEPS)
                .map(section -> Arguments.of(section.name(), section));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sections")
    void theTrendsAreThoseOfTheTable(String name, Section section) throws Exception {
        try (Run run = new Run(folder, section)) {
            for (Step step : section.steps()) {
                run.take(step);
            }
        }
    }

    /** A server in which the steps of a section happen. */
    private static final class Run implements AutoCloseable {
        private static final long OPERATOR = 1;

        private final Path folder;
        private final Map<Long, Long> ids = new HashMap<>();
        private final List<Tweet> unsent = new ArrayList<>();
        private final SettableClock clock;
        private LocalServer roost;

        Run(Path folder, Section section) throws InterruptedException {
            this.folder = folder;
            clock = new SettableClock(Instant.ofEpochMilli(section.startMillis()));
            roost = new LocalServer(folder, clock, stores -> withAccounts(stores, section));
            awaitTrends();
        }

        private void awaitTrends() throws InterruptedException {
            Await.until(() -> roost.server.features().trends.isCurrent());
        }

        /** An old account, so that the server is old, and accounts for those who are suspended. */
        private Stores withAccounts(Stores stores, Section section) {
            List<Long> suspended = section.steps().stream()
                    .filter(Step.Suspend.class::isInstance)
                    .map(step -> ((Step.Suspend) step).author())
                    .toList();
            List<NewAccount> accounts = new ArrayList<>(List.of(account(OPERATOR)));
            suspended.forEach(author -> accounts.add(account(author)));
            long[] _ = stores.users().accounts().createAll(accounts);
            return stores;
        }

        private NewAccount account(long author) {
            String name = "user" + author;
            return new NewAccount(User.named(idOf(author, false), name, ""), name + "@example.org", "");
        }

        private long idOf(long author, boolean young) {
            Duration age = young ? Duration.ofHours(2) : Duration.ofDays(30);
            return ids.computeIfAbsent(
                    author, _ -> Snowflake.lowestAt(clock.instant().minus(age).toEpochMilli()) + author);
        }

        void take(Step step) throws Exception {
            switch (step) {
                case Step.Post(TopicalTweet tweet) -> unsent.add(stored(tweet));
                case Step.Tick(long millis) -> tick(millis);
                case Step.Suspend(long author) -> {
                    send();
                    boolean _ = roost.server.stores().users().accounts().suspend(idOf(author, false), clock.millis());
                }
                case Step.Restart _ -> {
                    send();
                    roost.close();
                    roost = new LocalServer(folder, clock, UnaryOperator.identity());
                    awaitTrends();
                    roost.server.features().trends.tick();
                }
                case Step.Check check ->
                    assertThat(shown(check.location()))
                            .as("line %d", check.line())
                            .isEqualTo(check.expected());
            }
        }

        private Tweet stored(TopicalTweet counted) {
            long author = idOf(counted.author(), counted.young());
            if (!counted.location().isEmpty()) {
                roost.server.stores().trends().choices().setLocation(author, counted.location());
            }
            String topics = counted.topics().stream().map(Topic::key).collect(Collectors.joining(". "));
            String text = topics + ". " + word(counted.text());
            return new Tweet(
                    counted.id(),
                    author,
                    text,
                    TweetText.parse(text).entities(),
                    References.NONE,
                    counted.id(),
                    Visibility.PUBLIC);
        }

        /** Letters, since texts that differ in digits only are the same. */
        private static String word(int text) {
            return Integer.toString(text, 10)
                    .chars()
                    .mapToObj(digit -> String.valueOf((char) (digit - '0' + 'k')))
                    .collect(Collectors.joining());
        }

        private void tick(long millis) throws Exception {
            send();
            clock.advance(Duration.between(clock.instant(), Instant.ofEpochMilli(millis)));
            roost.server.features().trends.tick();
        }

        private void send() throws Exception {
            TweetStore store = roost.server.stores().tweets().posts();
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (Future<TweetStore.Posted> posted : threads.invokeAll(
                        unsent.stream().map(tweet -> post(store, tweet)).toList())) {
                    assertThat(posted.get()).isEqualTo(new TweetStore.Posted.Stored());
                }
            }
            unsent.clear();
            Await.until(() -> roost.server.backlog() == 0);
        }

        private static Callable<TweetStore.Posted> post(TweetStore store, Tweet tweet) {
            return () -> store.post(tweet, null);
        }

        private List<String> shown(String location) {
            String path = "/api/roost/v1/trends?limit=100&location=" + (location.isEmpty() ? "worldwide" : location);
            return expect(200, roost.call(RawRequest.of("GET", path)))
                    .json()
                    .get("data")
                    .findValuesAsText("topic")
                    .stream()
                    .map(topic -> Topic.of(topic).key())
                    .toList();
        }

        @Override
        public void close() {
            roost.close();
        }
    }
}
