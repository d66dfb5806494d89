package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import social.roost.base.Ids;
import social.roost.base.Snowflake;
import social.roost.base.Together;
import social.roost.base.config.ConfigLoader;
import social.roost.base.config.ConfigSources;
import social.roost.driver.StackServers;
import social.roost.graph.GraphStore.Follow;
import social.roost.timeline.TimelineStore;
import social.roost.tweet.References;
import social.roost.tweet.Tweet;
import social.roost.tweet.Visibility;
import social.roost.tweet.text.Entities;

/** A tweet to 50,000 followers, delivered by two processes of which one is killed in the middle (D2, K3, K4). */
@Tag("stack")
@EnabledIfSystemProperty(named = "roost.test.long", matches = "true")
@Timeout(900)
class SharedFanOutTest {
    private static final int FOLLOWERS = 50_000;
    private static final int BATCH = 1_000;
    private static final int READERS_AT_ONCE = 16;
    private static final int MAXIMUM_TWEETS = 10;
    private static final Duration TIME_OF_THE_OTHER = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Map<String, String> settings = OwnCluster.settings();
    private final List<ServerProcess> workers = new CopyOnWriteArrayList<>();

    @AfterEach
    void endWorkers() {
        workers.forEach(ServerProcess::close);
    }

    @Test
    void twoWorkersShareATweetAndOneIsEnoughWhenTheOtherIsKilled() throws Exception {
        Config config = ConfigLoader.load(Config.class, new ConfigSources(StackServers.file(), Map.of(), settings))
                .value();
        Snowflake ids = new Snowflake(1, InstantSource.system());
        long author = ids.next();
        long[] followers = LongStream.generate(ids::next).limit(FOLLOWERS).toArray();
        try (Stores stores = Stores.open(config, InstantSource.system())) {
            for (int from = 0; from < FOLLOWERS; from += BATCH) {
                List<Follow> follows = LongStream.of(followers)
                        .skip(from)
                        .limit(BATCH)
                        .mapToObj(follower -> new Follow(follower, author))
                        .toList();
                assertThat(stores.graph().follows().followAll(follows, 1)).isEqualTo(BATCH);
            }
            beginAll(stores.timelines(), followers);
            List<ServerProcess> both = Together.<ServerProcess>callAll(List.of(this::worker, this::worker));
            Process first = both.getFirst().process();
            Process second = both.getLast().process();
            long[] sample = sample(followers);
            List<Long> posted = new ArrayList<>();
            posted.add(post(stores, ids.next(), author));
            awaitDelivery(stores.timelines(), sample, posted.getFirst());

            long atKill = 0;
            while (atKill == 0) {
                assertThat(posted).as("tweets without catching one under way").hasSizeLessThan(MAXIMUM_TWEETS);
                posted.addFirst(post(stores, ids.next(), author));
                atKill = killInTheMiddle(first, stores.timelines(), sample, posted.getFirst());
            }
            long begin = System.nanoTime();
            awaitDelivery(stores.timelines(), sample, posted.getFirst());
            awaitDelivery(stores.timelines(), followers, posted.getFirst());
            System.out.printf(
                    "SharedFanOutTest: %d %% was delivered when one of two was killed, all of %,d %.1f s later%n",
                    atKill * 100 / sample.length, FOLLOWERS, (System.nanoTime() - begin) / 1e9);
            assertThat(second.isAlive()).isTrue();
            for (long follower : sample) {
                assertThat(idsOf(stores.timelines(), follower)).containsExactly(Ids.of(posted, id -> id));
            }
        }
    }

    /**
     * Pauses the worker as soon as some timelines have the tweet, and kills it if the other one cannot have delivered
     * all.
     *
     * @return how many had it then, 0 if it was too late to pause
     */
    private static long killInTheMiddle(Process worker, TimelineStore timelines, long[] sample, long tweet)
            throws IOException, InterruptedException {
        while (delivered(timelines, sample, tweet) == 0) {
            Thread.onSpinWait();
        }
        signal(worker, "STOP");
        Thread.sleep(TIME_OF_THE_OTHER);
        long delivered = delivered(timelines, sample, tweet);
        if (delivered == sample.length) {
            signal(worker, "CONT");
            return 0;
        }
        Process _ = worker.destroyForcibly();
        return delivered;
    }

    /** Many at once, since each waits for its responses. */
    private static void beginAll(TimelineStore timelines, long[] readers) throws Exception {
        var _ = Together.call(READERS_AT_ONCE, part -> {
            for (int i = part; i < readers.length; i += READERS_AT_ONCE) {
                timelines.begin(readers[i]);
                timelines.complete(readers[i], new long[0], 0);
            }
            return part;
        });
    }

    private static void signal(Process process, String name) throws IOException, InterruptedException {
        int _ = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    private static long post(Stores stores, long id, long author) {
        var _ = stores.tweets()
                .posts()
                .post(
                        new Tweet(id, author, "to all of you", Entities.NONE, References.NONE, id, Visibility.PUBLIC),
                        null);
        return id;
    }

    private static void awaitDelivery(TimelineStore timelines, long[] readers, long tweet) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (delivered(timelines, readers, tweet) < readers.length) {
            assertThat(System.nanoTime()).as("delivered in time").isLessThan(end);
            Thread.sleep(10);
        }
    }

    private static long delivered(TimelineStore timelines, long[] readers, long tweet) {
        return LongStream.of(readers)
                .parallel()
                .filter(reader -> LongStream.of(idsOf(timelines, reader)).anyMatch(id -> id == tweet))
                .count();
    }

    private static long[] idsOf(TimelineStore timelines, long reader) {
        TimelineStore.Slice slice = timelines.older(reader, Long.MAX_VALUE, 10);
        return slice == null ? new long[0] : slice.ids();
    }

    /** One of each part. */
    private static long[] sample(long[] followers) {
        return LongStream.range(0, FOLLOWERS / 1_000)
                .map(i -> followers[(int) i * 1_000])
                .toArray();
    }

    /** A process with the role fanout only. */
    private ServerProcess worker() throws IOException {
        Map<String, String> own = new HashMap<>(settings);
        own.put("roles", "fanout");
        ServerProcess worker = ServerProcess.start(own);
        workers.add(worker);
        return worker;
    }
}
