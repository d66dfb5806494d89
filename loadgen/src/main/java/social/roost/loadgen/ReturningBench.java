package social.roost.loadgen;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Readers come back after their timelines are gone: each asks once, at a fixed rate, and that read rebuilds the timeline. */
@Command(
        name = "returning",
        mixinStandardHelpOptions = true,
        description = "First home timeline reads of readers who have been away, by the number they follow.")
final class ReturningBench implements Callable<Integer> {
    private static final int[] FOLLOWEES = {200, 2_000};

    private final Report report;

    @Option(names = "--readers", description = "Readers of each kind (default: ${DEFAULT-VALUE}).")
    private int readers = 2_000;

    @Option(names = "--rate", description = "Readers that come a second (default: ${DEFAULT-VALUE}).")
    private int rate = 100;

    @Option(names = "--tweets", description = "Tweets of each author (default: ${DEFAULT-VALUE}).")
    private int tweets = 5;

    ReturningBench(Report report) {
        this.report = report;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        report.section("The first read after an absence");
        int failed = 0;
        for (int followees : FOLLOWEES) {
            failed += measure(followees);
        }
        return failed == 0 ? 0 : 1;
    }

    private int measure(int followees) throws IOException, InterruptedException {
        World world = World.of(readers, 2 * followees, followees, 0);
        try (Bench bench = Bench.start(world)) {
            bench.post(tweets * world.authors());
            // Half come first, so that the code is warm; timelines live in the server's memory, so a start would lose
            // both.
            List<String> all = bench.readers();
            var _ = come(bench, new Recording("warming up"), all.subList(0, readers / 2));
            Recording first = new Recording(followees + " followees");
            Recording again = new Recording("and once more");
            int failed = come(bench, first, all.subList(readers / 2, readers));
            failed += come(bench, again, all.subList(readers / 2, readers));
            report.latencies(first, again);
            return failed;
        }
    }

    private int come(Bench bench, Recording recording, List<String> tokens) throws IOException, InterruptedException {
        CountDownLatch left = new CountDownLatch(tokens.size());
        try (LoadClient client = LoadClient.connect(bench.port(), 64)) {
            int[] next = {0};
            OpenLoop.run(rate, 2.0 * tokens.size() / rate, 6, due -> {
                if (next[0] < tokens.size()) {
                    client.send(Request.get(HomeReads.PATH, tokens.get(next[0]++)), response -> {
                        recording.record(due, response);
                        left.countDown();
                    });
                }
            });
            left.await();
        }
        return recording.failed();
    }
}
