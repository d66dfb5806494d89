package social.roost.loadgen;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * An author with everyone as a follower posts. Measures the time until the 201, and until the first and the last of
 * some readers, spread over all, see the tweet. Once with a famous author, whose tweets are pulled, and once without,
 * pushing to all timelines.
 */
@Command(
        name = "celebrity",
        mixinStandardHelpOptions = true,
        description =
                "Posts tweets of an author whom everyone follows, first pulled, then pushed: time to the first and last reader.")
final class CelebrityBench implements Callable<Integer> {
    private static final int LONGEST_SECONDS = 60;

    private final Report report;

    @Option(names = "--followers", description = "Followers, all active (default: ${DEFAULT-VALUE}).")
    private int followers = 1_000_000;

    @Option(names = "--watched", description = "Readers whose timelines are watched (default: ${DEFAULT-VALUE}).")
    private int watched = 200;

    @Option(names = "--tweets", description = "Tweets to pull, and to push (default: ${DEFAULT-VALUE}).")
    private int tweets = 10;

    CelebrityBench(Report report) {
        this.report = report;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        report.section("A tweet to %,d followers".formatted(followers));
        long begin = System.nanoTime();
        try (Bench bench = Bench.imported(World.of(followers, 1, 1, 1), Jars.server())) {
            report.line("All users imported and logged in after %.0f s.", (System.nanoTime() - begin) / 1e9);
            measure(bench, "pulled", Bench.UNLIMITED);
            List<String> push = new ArrayList<>(Bench.UNLIMITED);
            push.add("--fame.gained-at=" + 2 * followers);
            push.add("--fame.lost-at=" + (2 * followers - 1));
            measure(bench, "pushed", push);
        }
        return 0;
    }

    private void measure(Bench bench, String way, List<String> flags) throws IOException, InterruptedException {
        ChildProcess server = bench.restart(flags);
        long begin = System.nanoTime();
        bench.warm();
        report.line(
                "%s: all timelines were rebuilt in %.1f s; %,d MiB resident.",
                way, (System.nanoTime() - begin) / 1e9, server.residentMebibytes());
        Recording posted = new Recording(way + ", 201");
        Recording first = new Recording(way + ", first reader");
        Recording last = new Recording(way + ", last reader");
        double cpu = server.cpuSeconds();
        try (LoadClient client = LoadClient.connect(server.port(), 32)) {
            Drafts drafts = new Drafts(5);
            for (int i = 0; i < tweets; i++) {
                Request post = Request.post("/api/roost/v1/tweets", bench.token(0), drafts.next());
                long start = System.nanoTime();
                Response response = client.call(post);
                posted.record(start, response);
                new Watch(client, bench, response.id(), start, first, last).awaitAll();
            }
        }
        report.latencies(posted, first, last);
        report.line(
                "%.2f s of CPU time per tweet, including the reads of the watched timelines.",
                (server.cpuSeconds() - cpu) / tweets);
    }

    /** Polls all watched readers until each has the tweet. */
    private final class Watch {
        private final LoadClient client;
        private final Bench bench;
        private final String tweet;
        private final long start;
        private final Recording first;
        private final Recording last;
        private final CountDownLatch left = new CountDownLatch(watched);

        Watch(LoadClient client, Bench bench, String tweet, long start, Recording first, Recording last) {
            this.client = client;
            this.bench = bench;
            this.tweet = '"' + tweet + '"';
            this.start = start;
            this.first = first;
            this.last = last;
        }

        void awaitAll() throws InterruptedException {
            List<String> readers = bench.readers();
            IntStream.range(0, watched)
                    .mapToLong(i -> (long) i * (readers.size() - 1) / Math.max(1, watched - 1))
                    .forEach(reader -> look(Request.get(HomeReads.PATH, readers.get((int) reader))
                            .keepingBody()));
            left.await();
        }

        private void look(Request request) {
            client.send(request, response -> {
                long now = System.nanoTime();
                if (response.body().contains(tweet)) {
                    seen(now);
                } else if (now - start > LONGEST_SECONDS * 1_000_000_000L) {
                    last.fail("a reader never saw the tweet");
                    left.countDown();
                } else {
                    client.later(2, () -> look(request));
                }
            });
        }

        /** Runs on the client's thread. */
        private void seen(long now) {
            if (left.getCount() == watched) {
                first.record(start, now);
            }
            if (left.getCount() == 1) {
                last.record(start, now);
            }
            left.countDown();
        }
    }
}
