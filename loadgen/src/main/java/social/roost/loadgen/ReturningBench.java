package social.roost.loadgen;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Readers come back after their timelines have been evicted: each reads once, at a fixed rate, and that read rebuilds
 * the timeline. Each round, and a warm-up round before them, has its own readers, because timelines are in the memory
 * of a server that only warms up once.
 */
@Command(
        name = "returning",
        mixinStandardHelpOptions = true,
        description = "Measures the first home timeline read after an absence, by the number of followed users.")
final class ReturningBench implements Callable<Integer> {
    private static final int[] FOLLOWEES = {200, 2_000};

    private final Report report;

    @Option(
            names = "--readers",
            description = "Readers per round, for each number of followed users (default: ${DEFAULT-VALUE}).")
    private int readers = 1_000;

    @Option(names = "--rounds", description = "Measured rounds (default: ${DEFAULT-VALUE}).")
    private int rounds = 5;

    @Option(names = "--rate", description = "Returning readers per second (default: ${DEFAULT-VALUE}).")
    private int rate = 100;

    @Option(names = "--tweets", description = "Tweets by each author (default: ${DEFAULT-VALUE}).")
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
        World world = World.of((rounds + 1) * readers, 2 * followees, followees, 0);
        try (Bench bench = Bench.start(world)) {
            bench.post(tweets * world.authors());
            var _ = come(bench, new Recording("warming up"), 0);
            int failed = 0;
            List<Double> firsts = new ArrayList<>();
            List<Double> seconds = new ArrayList<>();
            for (int round = 1; round <= rounds; round++) {
                Recording first = new Recording(followees + " followed");
                Recording again = new Recording("second read");
                failed += come(bench, first, round) + come(bench, again, round);
                report.latencies(first, again);
                firsts.add(first.percentile(99));
                seconds.add(again.percentile(99));
            }
            report.line(
                    "%,d followed users: p99 %.2f ms, second read %.2f ms (medians of the rounds)",
                    followees, Medians.of(firsts), Medians.of(seconds));
            return failed;
        }
    }

    /** The readers of that round, each once. */
    private int come(Bench bench, Recording recording, int round) throws IOException, InterruptedException {
        List<String> tokens = bench.readers().subList(round * readers, (round + 1) * readers);
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
