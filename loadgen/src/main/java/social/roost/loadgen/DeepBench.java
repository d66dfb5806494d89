package social.roost.loadgen;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Readers arrive at a fixed rate, and each pages through their home timeline to the end, past the 800 tweets of a
 * timeline and on from the store.
 */
@Command(
        name = "deep",
        mixinStandardHelpOptions = true,
        description = "Pages to the ends of home timelines, beyond the entries that they keep.")
final class DeepBench implements Callable<Integer> {
    private static final Pattern TWEET = Pattern.compile("\"author_id\"");
    private static final int PAGE = 20;
    private static final int HELD = 800;

    private final Report report;

    @Option(names = "--readers", description = "Number of readers (default: ${DEFAULT-VALUE}).")
    private int readers = 200;

    @Option(names = "--rate", description = "Readers that start per second (default: ${DEFAULT-VALUE}).")
    private int rate = 10;

    @Option(names = "--followees", description = "Authors that each reader follows (default: ${DEFAULT-VALUE}).")
    private int followees = 200;

    @Option(names = "--tweets", description = "Tweets by each author (default: ${DEFAULT-VALUE}).")
    private int tweets = 10;

    private final Recording held = new Recording("pages kept");
    private final Recording beyond = new Recording("pages beyond");
    private final AtomicInteger incomplete = new AtomicInteger();

    DeepBench(Report report) {
        this.report = report;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        report.section("Paging through %,d tweets to the end".formatted(followees * tweets));
        World world = World.of(readers, 2 * followees, followees, 0);
        try (Bench bench = Bench.start(world)) {
            bench.post(tweets * world.authors());
            bench.warm();
            try (LoadClient client = LoadClient.connect(bench.port(), 64)) {
                List<String> tokens = bench.readers();
                CountDownLatch left = new CountDownLatch(tokens.size());
                int[] next = {0};
                OpenLoop.run(rate, 2.0 * tokens.size() / rate, 7, due -> {
                    if (next[0] < tokens.size()) {
                        new Reader(client, tokens.get(next[0]++), left).read("", due);
                    }
                });
                left.await();
            }
        }
        report.latencies(held, beyond);
        report.line("%,d of %,d readers saw each tweet once.", readers - incomplete.get(), readers);
        return held.failed() + beyond.failed() + incomplete.get() == 0 ? 0 : 1;
    }

    /** Requests one page after the other. */
    private final class Reader {
        private final LoadClient client;
        private final String token;
        private final CountDownLatch left;
        private int seen;

        Reader(LoadClient client, String token, CountDownLatch left) {
            this.client = client;
            this.token = token;
            this.left = left;
        }

        void read(String cursor, long due) {
            String path = cursor.isEmpty() ? HomeReads.PATH : HomeReads.PATH + "&cursor=" + cursor;
            Recording recording = seen + PAGE <= HELD ? held : beyond;
            client.send(Request.get(path, token).keepingBody(), response -> {
                recording.record(due, response);
                seen += (int) TWEET.matcher(response.body()).results().count();
                String next = response.next();
                if (next.isEmpty()) {
                    if (seen != followees * tweets) {
                        incomplete.incrementAndGet();
                    }
                    left.countDown();
                } else {
                    read(next, System.nanoTime());
                }
            });
        }
    }
}
