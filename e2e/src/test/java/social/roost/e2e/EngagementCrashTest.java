package social.roost.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many users concurrently like, unlike and retweet the same few tweets, and the server is killed meanwhile: counts
 * equal rows (A4, C3).
 */
final class EngagementCrashTest {
    private static final int CLIENTS = 32;
    private static final int TWEETS = 10;
    private static final int OPERATIONS = 10_000;

    private final long seed = Long.getLong("roost.seed", System.nanoTime());
    private final AtomicInteger done = new AtomicInteger();
    private final List<Client> people = new ArrayList<>();
    private final List<String> tweets = new ArrayList<>();

    /** The last acknowledged action of each user on a tweet: "user tweet like". */
    private final List<Set<String>> present = new ArrayList<>();

    @TempDir
    private Path folder;

    private RoostProcess roost;

    @AfterEach
    void stop() {
        roost.close();
    }

    @Test
    void countsEqualRowsAfterARaceWithAKill() throws Exception {
        System.out.println("EngagementCrashTest -Droost.seed=" + seed);
        roost = RoostProcess.start(folder.resolve("data"));
        for (int i = 0; i < CLIENTS; i++) {
            people.add(roost.client().join("person_" + i));
            present.add(new HashSet<>());
        }
        for (int i = 0; i < TWEETS; i++) {
            tweets.add(people.get(i).tweet("tweet " + i));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
            race(threads, OPERATIONS / 2, true);
            roost = RoostProcess.start(folder.resolve("data"));
            race(threads, OPERATIONS, false);
        }
        inspect();
        assertThat(roost.terminate()).isIn(0, 143);
        try (RoostProcess recount =
                RoostProcess.run("recount", "--data", folder.resolve("data").toString())) {
            assertThat(recount.exitCode()).isZero();
            assertThat(recount.output()).contains("All counts were right.");
        }
    }

    /**
     * Runs until this many operations are done in total; then the server is killed during further ones, or they end.
     */
    private void race(ExecutorService threads, int until, boolean kill) throws Exception {
        List<Future<?>> racing = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            int person = i;
            Random random = new Random(seed + until + i);
            racing.add(threads.submit(() -> {
                while (kill ? act(person, random) : done.get() < until && act(person, random)) {
                    done.incrementAndGet();
                }
            }));
        }
        while (kill && done.get() < until) {
            Thread.sleep(1);
        }
        if (kill) {
            roost.kill();
        }
        for (Future<?> one : racing) {
            var _ = one.get();
        }
    }

    /** False if the server is down; the operation may have taken effect, and is repeated after the next start. */
    private boolean act(int person, Random random) {
        String tweet = tweets.get(random.nextInt(TWEETS));
        String how = random.nextInt(3) == 0 ? "retweet" : "like";
        boolean on = random.nextBoolean();
        String name = tweet + " " + how;
        try {
            var _ = people.get(person).movedTo(roost.address()).engage(tweet, how, on);
        } catch (Unanswered e) {
            present.get(person).add(name + " in doubt");
            return false;
        }
        present.get(person).remove(name + " in doubt");
        if (on) {
            present.get(person).add(name);
        } else {
            present.get(person).remove(name);
        }
        return true;
    }

    private void inspect() {
        Client reader = people.getFirst().movedTo(roost.address());
        int likes = 0;
        for (String tweet : tweets) {
            List<String> likers = reader.allIds("/tweets/" + tweet + "/likes");
            List<String> retweeters = reader.allIds("/tweets/" + tweet + "/retweets");
            Answer answer = reader.get("/tweets/" + tweet).expect(200);
            assertThat(answer.json().at("/data/counts/likes").asInt()).isEqualTo(likers.size());
            assertThat(answer.json().at("/data/counts/retweets").asInt()).isEqualTo(retweeters.size());
            expect(tweet + " like", likers);
            expect(tweet + " retweet", retweeters);
            likes += likers.size();
        }
        System.out.printf("EngagementCrashTest: %d operations, %d likes in the end%n", done.get(), likes);
    }

    /** Acknowledged operations took effect; others may have. */
    private void expect(String name, List<String> users) {
        assertThat(users).doesNotHaveDuplicates();
        IntStream.range(0, CLIENTS)
                .filter(person -> !present.get(person).contains(name + " in doubt"))
                .forEach(person -> assertThat(users.contains(people.get(person).id()))
                        .as("%s of person %s", name, person)
                        .isEqualTo(present.get(person).contains(name)));
    }
}
