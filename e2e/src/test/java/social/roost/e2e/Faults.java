package social.roost.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import social.roost.e2e.PersistentWriter.Shares;
import social.roost.e2e.PersistentWriter.Tallies;

/**
 * Ends each server and each role by SIGKILL while clients post, delete, follow and read, and starts it again. Afterwards
 * everything that was answered is where it belongs, once, and counts equal rows (K4, A4, C8, D1); what may fail meanwhile is
 * bounded as DESIGN's table of failures says.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Faults {
    private static final int PEOPLE = 8;
    private static final int WRITERS = 4;

    /** Before a fault and after it: as many that each writer has begun some of them and seen their end. */
    private static final int SOME_REQUESTS = 6 * WRITERS;

    /** While a role is away: about as many as are made in two seconds, in which the gateway looks for it once or twice. */
    private static final int REQUESTS_WITHOUT_A_ROLE = 15 * WRITERS;

    /** While a server is away: of fewer a share says little. */
    private static final int ENOUGH_REQUESTS = 25 * WRITERS;

    /**
     * How long a server stays away while too much fails: noticing that it is gone takes longer on a machine that is busy with
     * other things, and counts less the longer it is gone.
     */
    private static final Duration LONGEST_ABSENCE = Duration.ofMinutes(3);

    /** Within which all is where it belongs: what is left in an outbox is looked for some seconds later. */
    private static final Duration HEALING = Duration.ofMinutes(2);

    private final Ledger ledger = new Ledger();
    private final Tallies tallies = Tallies.empty();
    private final List<Client> cast = new ArrayList<>();
    private final List<PersistentWriter> writers = new ArrayList<>();
    private final List<Future<?>> writing = new ArrayList<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(WRITERS);

    private RoostCluster cluster;

    @BeforeAll
    void start() {
        long seed = Long.getLong("roost.seed", System.nanoTime());
        System.out.println("Faults -Droost.seed=" + seed);
        Random random = new Random(seed);
        cluster = RoostCluster.shared();
        for (int i = 0; i < PEOPLE; i++) {
            cast.add(Client.at(cluster.address()).join("fault_" + Long.toString(System.nanoTime(), 36)));
        }
        for (int i = 0; i < WRITERS; i++) {
            List<Client> own = cast.subList(i * PEOPLE / WRITERS, (i + 1) * PEOPLE / WRITERS);
            writers.add(new PersistentWriter("Writer " + i, own, cast, ledger, tallies, new Random(random.nextLong())));
        }
    }

    /** Nobody writes on where a test has failed: the next has the same writers. */
    @AfterEach
    void endWriters() throws InterruptedException {
        writers.forEach(PersistentWriter::stop);
        while (writing.stream().anyMatch(writer -> !writer.isDone())) {
            Thread.sleep(100);
        }
        writing.clear();
    }

    @AfterAll
    void stop() {
        threads.shutdownNow();
    }

    @ParameterizedTest(name = "{0}: at most {1} % of reads, {2} % of posts and {3} % of follows fail")
    @CsvSource({
        "kafka, 5, 5, 5",
        "redis, 10, 10, 10",
        "cassandra-3, 10, 25, 25",
        "postgres-graph-1, 50, 50, 100",
        "s3, 5, 5, 5",
        "opensearch, 5, 5, 5",
    })
    void aServer(String server, int reads, int posts, int follows) throws Exception {
        write();
        Stack.kill(server);
        Shares failed;
        try {
            failed = without(server, new Shares(reads, posts, follows));
        } finally {
            Stack.start(server);
        }
        inspect();
        assertThat(failed.reads()).as("percent of reads failed").isLessThanOrEqualTo(reads);
        assertThat(failed.posts()).as("percent of posts failed").isLessThanOrEqualTo(posts);
        assertThat(failed.follows()).as("percent of follows failed").isLessThanOrEqualTo(follows);
    }

    /** The process with most of the roles, and with {@code --long} each of them. */
    static Stream<String> processes() {
        return Boolean.getBoolean("roost.test.long")
                ? Stream.concat(RoostCluster.ROLES.stream(), Stream.of(RoostCluster.GATEWAY))
                : Stream.of(RoostCluster.OTHERS);
    }

    @ParameterizedTest
    @MethodSource("processes")
    void aRole(String role) throws Exception {
        write();
        cluster.kill(role);
        try {
            awaitRequests(REQUESTS_WITHOUT_A_ROLE);
            tell("without " + role);
        } finally {
            cluster.restart(role);
        }
        inspect();
    }

    private void write() {
        tallies.reset();
        writers.forEach(writer -> writing.add(threads.submit(writer)));
        awaitRequests(SOME_REQUESTS);
        tell("all is well");
        tallies.reset();
    }

    private Shares without(String server, Shares limits) throws InterruptedException {
        long end = System.nanoTime() + LONGEST_ABSENCE.toNanos();
        while (System.nanoTime() < end
                && (tallies.total() < ENOUGH_REQUESTS || !tallies.shares().areWithin(limits))) {
            Thread.sleep(100);
        }
        tell("without " + server);
        return tallies.shares();
    }

    private void awaitRequests(int count) {
        Await.equal("so many requests", () -> tallies.total() >= count, true, LONGEST_ABSENCE);
    }

    private void tell(String state) {
        System.out.println("Faults: " + state + ": " + tallies);
    }

    private void inspect() throws Exception {
        tallies.reset();
        awaitRequests(SOME_REQUESTS);
        writers.forEach(PersistentWriter::stop);
        for (Future<?> writer : writing) {
            var _ = writer.get();
        }
        Inspection inspection = new Inspection(cluster.address(), cast, ledger, 0);
        inspection.awaitDelivery(HEALING);
        inspection.run();
    }
}
