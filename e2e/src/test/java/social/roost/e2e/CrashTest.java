package social.roost.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ends the server while clients write, by SIGKILL and by SIGTERM, and compares its data with what it acknowledged (A4,
 * C1, C7, C8). A few followers more or less make these authors famous or ordinary, so tweets are both pushed and
 * pulled.
 */
final class CrashTest {
    private static final int ROUNDS = Boolean.getBoolean("roost.test.long") ? 20 : 8;
    private static final int STOPS = 2;
    private static final int PEOPLE = 10;
    private static final int WRITERS = 5;
    private static final int FULL_INSPECTION_EVERY = 7;
    private static final int DRAIN_SECONDS = 5;

    /** Additional time for stopping on a busy machine. */
    private static final int CLOSING_SECONDS = 10;

    private static final String[] OPTIONS = {
        "--fame.gained-at=5", "--fame.lost-at=4", "--http.drain-timeout=" + DRAIN_SECONDS + "s"
    };

    private final long seed = Long.getLong("roost.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final Ledger ledger = new Ledger();
    private final List<Client> people = new ArrayList<>();
    private final List<Writer> writers = new ArrayList<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(WRITERS);

    @TempDir
    private Path folder;

    private @Nullable RoostProcess roost;

    @BeforeEach
    void gather() {
        System.out.println("CrashTest -Droost.seed=" + seed);
        String address = restart();
        for (int i = 0; i < PEOPLE; i++) {
            people.add(Client.at(address).join("person_" + i));
        }
        for (int i = 0; i < WRITERS; i++) {
            List<Client> own = people.subList(i * PEOPLE / WRITERS, (i + 1) * PEOPLE / WRITERS);
            writers.add(new Writer("Writer " + i, own, people, ledger, new Random(random.nextLong())));
        }
    }

    @AfterEach
    void killWhateverRuns() {
        threads.shutdownNow();
        if (roost != null) {
            roost.close();
        }
    }

    @Test
    void aServerKilledAtAnyMomentHasEverythingItAnsweredAndNothingByHalf() throws Exception {
        int happened = 0;
        int inDoubt = 0;
        for (int round = 1; round <= ROUNDS; round++) {
            long before = ledger.greatestId();
            List<Future<@Nullable Void>> writing = write();
            Thread.sleep(random.nextInt(300));
            running().kill();
            await(writing);

            String address = restart();
            for (Writer writer : writers) {
                InDoubt open = writer.takeInDoubt();
                inDoubt += open == null ? 0 : 1;
                happened += settle(open, address) ? 1 : 0;
            }
            long after = round % FULL_INSPECTION_EVERY == 0 || round == ROUNDS ? 0 : before;
            new Inspection(address, people, ledger, after).run();
        }
        System.out.printf(
                "CrashTest: %d rounds, %d answers, %d writes without an answer of which %d had happened%n",
                ROUNDS, ledger.answers(), inDoubt, happened);
        deliverToWarmTimelines();
    }

    private void deliverToWarmTimelines() throws Exception {
        List<Future<@Nullable Void>> writing = write();
        Thread.sleep(400);
        writers.forEach(Writer::stop);
        await(writing);
        Inspection inspection = new Inspection(running().address(), people, ledger, 0);
        inspection.awaitDelivery();
        inspection.run();
    }

    @Test
    void aServerAskedToStopAnswersWhatItHasBegunAndEndsInTimeL2() throws Exception {
        for (int time = 0; time < STOPS; time++) {
            List<Future<@Nullable Void>> writing = write();
            writers.forEach(Writer::allowRefusal);
            long begin = System.nanoTime();
            int exitCode = running().terminate();
            long seconds = (System.nanoTime() - begin) / 1_000_000_000;
            await(writing);
            assertThat(exitCode).as(running().output()).isIn(0, 143);
            assertThat(seconds).as("seconds to stop").isLessThan(DRAIN_SECONDS + CLOSING_SECONDS);

            String address = restart();
            for (Writer writer : writers) {
                InDoubt open = writer.takeInDoubt();
                assertThat(open != null && open.settle(address, ledger))
                        .as("stored and not answered: %s", open)
                        .isFalse();
            }
            new Inspection(address, people, ledger, 0).run();
        }
    }

    /** Starts all writers, and returns when they are writing. */
    private List<Future<@Nullable Void>> write() throws InterruptedException {
        long enough = ledger.answers() + 4L * WRITERS;
        List<Future<@Nullable Void>> writing = new ArrayList<>();
        writers.forEach(writer -> {
            writer.moveTo(running().address());
            writing.add(threads.submit(writer));
        });
        while (ledger.answers() < enough && writing.stream().noneMatch(Future::isDone)) {
            Thread.sleep(1);
        }
        return writing;
    }

    private static void await(List<Future<@Nullable Void>> writing) throws ExecutionException, InterruptedException {
        for (Future<@Nullable Void> writer : writing) {
            var _ = writer.get();
        }
    }

    /** Whether it had happened. A post is left as it is, or retried. */
    private boolean settle(@Nullable InDoubt open, String address) {
        if (open instanceof InDoubt.Post post && random.nextBoolean()) {
            return post.repeat(address, ledger);
        }
        return open != null && open.settle(address, ledger);
    }

    private String restart() {
        if (roost != null) {
            roost.close();
        }
        roost = RoostProcess.start(folder.resolve("data"), OPTIONS);
        return roost.address();
    }

    private RoostProcess running() {
        if (roost == null) {
            throw new IllegalStateException("not started");
        }
        return roost;
    }
}
