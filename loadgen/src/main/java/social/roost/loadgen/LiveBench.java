package social.roost.loadgen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Many open streams, one reader each, while authors post at a fixed rate: the time from an author's 201 to the last
 * byte at a follower, and the server's memory for a stream.
 *
 * <p>Posts are an open loop: each starts when it is due. Separate processes hold the streams, because a process may
 * open only a limited number of files; all clocks are that of this machine.
 */
@Command(
        name = "live",
        mixinStandardHelpOptions = true,
        description = "Keeps many streams open and posts: delivery time to followers, and memory per stream.")
final class LiveBench implements Callable<Integer> {
    private static final int CONNECTIONS = 64;

    /** The server's open files besides streams. */
    private static final int OTHER_FILES = 500;

    @Option(names = "--streams", description = "Open streams (default: ${DEFAULT-VALUE}).")
    private int streams = 20_000;

    @Option(
            names = "--transport",
            description =
                    "${COMPLETION-CANDIDATES}: one WebSocket per stream, or Server-Sent Events with 100 streams per connection"
                            + " (default: ${DEFAULT-VALUE}).")
    private Transport transport = Transport.WEBSOCKET;

    @Option(names = "--rate", description = "Tweets per second (default: ${DEFAULT-VALUE}).")
    private int rate = 50;

    @Option(names = "--followers", description = "Followers of each author, all live (default: ${DEFAULT-VALUE}).")
    private int followers = 200;

    @Option(names = "--followees", description = "Authors that each reader follows (default: ${DEFAULT-VALUE}).")
    private int followees = 10;

    @Option(names = "--seconds", description = "Duration of the measurement in seconds (default: ${DEFAULT-VALUE}).")
    private int seconds = 30;

    @Option(names = "--warm-up", description = "Warm-up in seconds, not measured (default: ${DEFAULT-VALUE}).")
    private int warmUp = 20;

    /** When a tweet's 201 arrived, by its id. */
    private final Map<Long, Long> answered = new ConcurrentHashMap<>();

    private final Report report;

    LiveBench(Report report) {
        this.report = report;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        keepWithinOpenFiles();
        report.section("%,d open streams".formatted(streams));
        int authors = Math.max(followees, streams * followees / followers);
        try (Bench bench = Bench.start(World.of(streams, authors, followees, 0))) {
            ChildProcess server = bench.server();
            Path tokens = Files.write(bench.folder().resolve("readers.txt"), bench.readers());
            Memory before = Memory.of(server);
            long start = System.nanoTime();
            try (Listeners listeners = Listeners.connect(server.port(), transport, tokens, streams)) {
                report.line("%,d streams open after %.1f s.", streams, (System.nanoTime() - start) / 1e9);
                tellMemory("idle", Memory.of(server), before);
                return measure(bench, listeners, before);
            }
        }
    }

    private int measure(Bench bench, Listeners listeners, Memory before) throws IOException, InterruptedException {
        System.out.println("Warming up ...");
        var _ = post(bench, warmUp);
        listeners.forget();
        answered.clear();
        double cpu = bench.server().cpuSeconds();
        Recording posts = post(bench, seconds);
        cpu = bench.server().cpuSeconds() - cpu;
        int missing = report(listeners, posts, cpu);
        tellMemory("afterwards", Memory.of(bench.server()), before);
        return missing == 0 ? 0 : 1;
    }

    private Recording post(Bench bench, int duration) throws IOException, InterruptedException {
        List<String> authors = bench.authors();
        Drafts drafts = new Drafts(System.nanoTime());
        Recording posts = new Recording("due time to 201");
        int[] sequence = {0};
        try (LoadClient client = LoadClient.connect(bench.port(), CONNECTIONS)) {
            OpenLoop.run(rate, duration, 10, due -> {
                String author = authors.get(sequence[0]++ % authors.size());
                client.send(Request.post("/api/roost/v1/tweets", author, drafts.next()), response -> {
                    if (response.isSuccess()) {
                        answered.put(Long.valueOf(response.id()), System.nanoTime());
                    }
                    posts.record(due, response);
                });
            });
            Thread.sleep(2_000);
        }
        return posts;
    }

    /** The number of missing deliveries. */
    private int report(Listeners listeners, Recording posts, double cpu) {
        Recording delivered = new Recording("201 to follower");
        listeners.forEachDelivery((tweet, nanos) -> {
            Long at = answered.get(tweet);
            if (at != null) {
                delivered.record(at, nanos);
            }
        });
        long expected = (long) answered.size() * followers;
        report.line(
                "%d tweets/s to %d live followers each for %d s: %,d of %,d deliveries, %.2f of 2 processors.",
                rate, followers, seconds, delivered.count(), expected, cpu / seconds);
        report.latencies(posts, delivered);
        return (int) (expected - delivered.count());
    }

    private void tellMemory(String when, Memory now, Memory before) {
        report.line(
                "Memory %s: %,d MiB resident, %,d MiB of objects; per stream %.1f KiB resident, %.1f KiB of objects.",
                when,
                now.residentKibibytes() / 1024,
                now.heapKibibytes() / 1024,
                now.residentBytesOfEach(before, streams) / 1024,
                now.objectBytesOfEach(before, streams) / 1024);
    }

    private void keepWithinOpenFiles() throws IOException {
        int most = openFiles() - OTHER_FILES;
        if (transport == Transport.WEBSOCKET && streams > most) {
            System.out.printf(
                    Locale.ROOT,
                    "A process may have %,d files open here (ulimit -Hn), so the benchmark opens %,d streams, not %,d.%n",
                    openFiles(),
                    most,
                    streams);
            streams = most;
        }
        // So that each author has exactly the same number of followers.
        streams -= streams % followers;
    }

    private static int openFiles() throws IOException {
        String limits = Files.readAllLines(Path.of("/proc/self/limits")).stream()
                .filter(line -> line.startsWith("Max open files"))
                .collect(Collectors.joining());
        return Integer.parseInt(limits.replaceFirst("Max open files\\s+\\S+\\s+(\\d+).*", "$1"));
    }

    /** The protocol of streams. */
    enum Transport {
        WEBSOCKET,
        HTTP2
    }
}
