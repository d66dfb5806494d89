package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import social.roost.app.ModelClient.Account;

/** Users act concurrently; once they have stopped, what is shown must equal what is stored. */
class ConcurrentModelTest {
    private static final int THREADS = 8;
    private static final int STEPS = 40;

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "famous from {0} followers, {1} entries")
    @CsvSource({"3, 10", "2, 800"})
    @DisplayName(
            "A4, B3, D1: after follows, unfollows, posts and deletes at once, pages and counts show what is stored")
    void whatIsShownIsWhatIsStored(int gainedAt, int entries) throws Exception {
        Map<String, String> flags = Map.of(
                "fame.gained-at", "" + gainedAt,
                "fame.lost-at", "" + (gainedAt - 1),
                "timelines.maximum-entries", "" + entries);
        try (ModelServer server = ModelServer.start(folder, flags, InstantSource.system(), SlowStores::of)) {
            List<Account> people = register(server, 5);
            atOnce(thread -> act(server.client(), new Random(thread), people));
            server.quiesce();
            people.forEach(person -> compare(server, person));
        }
    }

    @Test
    @DisplayName("D1: a reader who polls while others post reads every tweet once")
    void pollingReadsEveryTweetOnce() throws Exception {
        Map<String, String> flags =
                Map.of("fame.gained-at", "2", "fame.lost-at", "1", "timelines.maximum-entries", "10");
        try (ModelServer server = ModelServer.start(folder, flags, InstantSource.system(), SlowStores::of)) {
            ModelClient client = server.client();
            List<Account> people = register(server, 5);
            Account reader = people.getFirst();
            people.stream().skip(1).forEach(author -> client.follow(reader, author));
            client.follow(people.get(1), people.get(2));
            PollUp poll = new PollUp(client, reader, 7);
            Set<Long> posted = ConcurrentHashMap.newKeySet();
            AtomicBoolean ended = new AtomicBoolean();
            Thread polling = Thread.ofPlatform().start(() -> {
                while (!ended.get()) {
                    poll.poll(client, 7);
                }
            });
            atOnce(thread -> {
                for (int i = 0; i < 40; i++) {
                    posted.add(client.post(people.get(thread % people.size()), "tweet " + i + " of " + thread));
                }
            });
            ended.set(true);
            assertThat(polling.join(Duration.ofSeconds(30))).isTrue();
            server.quiesce();
            posted.forEach(poll::posted);
            poll.pollToTheEnd(client, 7);
        }
    }

    private static List<Account> register(ModelServer server, int count) {
        return Stream.of("alice", "bob", "carol", "dave", "erin")
                .limit(count)
                .map(server.client()::register)
                .toList();
    }

    private static void act(ModelClient client, Random random, List<Account> people) {
        List<Long> posted = new ArrayList<>();
        Account author = people.get(random.nextInt(people.size()));
        for (int i = 0; i < STEPS; i++) {
            Account one = people.get(random.nextInt(people.size()));
            Account other = people.get(random.nextInt(people.size()));
            switch (random.nextInt(6)) {
                case 0 -> posted.add(client.post(author, "tweet " + i));
                case 1 -> client.home(one, 1 + random.nextInt(20), null);
                case 2 -> {
                    if (!posted.isEmpty()) {
                        client.delete(author, posted.remove(random.nextInt(posted.size())));
                    }
                }
                case 3 -> {
                    if (!one.equals(other)) {
                        client.unfollow(one, other);
                    }
                }
                default -> {
                    if (!one.equals(other)) {
                        client.follow(one, other);
                    }
                }
            }
        }
    }

    private static void compare(ModelServer server, Account person) {
        Stores stores = server.stores();
        ModelClient client = server.client();
        long[] me = {person.id()};
        long[] followees = stores.graph().follows().followees(person.id());
        long[] authors = LongStream.concat(Arrays.stream(followees), LongStream.of(person.id()))
                .toArray();
        assertThat(ModelClient.all(cursor -> client.home(person, 9, cursor)))
                .as("home timeline of %s", person)
                .containsExactly(boxed(stores.tweets().posts().newest(authors, Long.MAX_VALUE, 10_000)));
        long[] tweets = stores.tweets().posts().newest(me, Long.MAX_VALUE, 10_000);
        assertThat(List.of(
                        client.profile(person).get("followers_count").asInt(),
                        client.profile(person).get("following_count").asInt(),
                        client.profile(person).get("tweets_count").asInt()))
                .as("counts of %s", person)
                .containsExactly(
                        stores.graph().follows().followers(person.id()).length, followees.length, tweets.length);
    }

    private static Long[] boxed(long[] ids) {
        return Arrays.stream(ids).boxed().toArray(Long[]::new);
    }

    private static void atOnce(Acts acts) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int thread = i;
                all.add(threads.submit(() -> acts.act(thread)));
            }
            for (Future<?> future : all) {
                future.get();
            }
        }
    }

    @FunctionalInterface
    private interface Acts {
        void act(int thread);
    }
}
