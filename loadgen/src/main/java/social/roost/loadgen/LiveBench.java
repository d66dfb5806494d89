package social.roost.loadgen;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Many open streams, a reader each, while authors post at a fixed rate: how long from an author's 201 to the last byte at a
 * follower, and what a stream takes of the server's memory.
 *
 * <p>Posts are an open loop: each begins when its time has come. Readers are held by processes of their own, since a process may
 * open only so many files; all clocks are the one of this machine.
 */
@Command(
        name = "live",
        mixinStandardHelpOptions = true,
        description = "Holds many streams open and posts; tells the time to the followers, and memory for each stream.")
final class LiveBench implements Callable<Integer> {
    private static final Pattern ID = Pattern.compile("\"id\":\"(\\d+)\"");

    /** Files that the server has open besides streams. */
    private static final int OTHER_FILES = 500;

    @Option(names = "--streams", description = "Open streams (default: ${DEFAULT-VALUE}).")
    private int streams = 20_000;

    @Option(
            names = "--transport",
            description = "${COMPLETION-CANDIDATES}: a WebSocket each, or Server-Sent Events, 100 on each connection"
                    + " (default: ${DEFAULT-VALUE}).")
    private Transport transport = Transport.WEBSOCKET;

    @Option(names = "--rate", description = "Tweets a second (default: ${DEFAULT-VALUE}).")
    private int rate = 50;

    @Option(names = "--followers", description = "Followers of each author, all live (default: ${DEFAULT-VALUE}).")
    private int followers = 200;

    @Option(names = "--followees", description = "Authors that each reader follows (default: ${DEFAULT-VALUE}).")
    private int followees = 10;

    @Option(names = "--seconds", description = "How long (default: ${DEFAULT-VALUE}).")
    private int seconds = 30;

    @Option(names = "--warm-up", description = "Seconds before that, not counted (default: ${DEFAULT-VALUE}).")
    private int warmUp = 20;

    /** When a tweet's 201 was here, by its id. */
    private final Map<Long, Long> answered = new ConcurrentHashMap<>();

    private final Histogram posts = new Histogram(3);

    @Override
    public Integer call() throws IOException, InterruptedException {
        keepWithinOpenFiles();
        int authors = Math.max(followees, streams * followees / followers);
        World world = new World(streams, authors, followees, 0);
        try (Bench bench = Bench.start(world)) {
            ChildProcess server = bench.server();
            Memory before = Memory.of(server);
            long start = System.nanoTime();
            try (Listeners listeners = Listeners.connect(server.port(), transport, bench.tokens(), streams)) {
                System.out.printf(
                        Locale.ROOT, "%,d streams open after %.1f s.%n", streams, (System.nanoTime() - start) / 1e9);
                Memory.of(server).print("idle", before, streams);
                return measure(bench, world, listeners, before);
            }
        }
    }

    private int measure(Bench bench, World world, Listeners listeners, Memory before)
            throws IOException, InterruptedException {
        List<String> authors = Listeners.authors(bench.tokens());
        System.out.println("Warming up ...");
        post(bench.server().port(), world, authors, warmUp);
        listeners.forget();
        answered.clear();
        posts.reset();
        double cpu = bench.server().cpuSeconds();
        post(bench.server().port(), world, authors, seconds);
        cpu = bench.server().cpuSeconds() - cpu;
        int missing = report(listeners, cpu);
        Memory.of(bench.server()).print("afterwards", before, streams);
        return missing == 0 ? 0 : 1;
    }

    private void post(int port, World world, List<String> authors, int duration) throws InterruptedException {
        URI tweets = URI.create("http://127.0.0.1:" + port + "/api/v1/tweets");
        long start = System.nanoTime();
        try (HttpClient client = Http.client();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < rate * duration; i++) {
                long due = start + i * 1_000_000_000L / rate;
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                HttpRequest request = HttpRequest.newBuilder(tweets)
                        .header("authorization", "Bearer " + authors.get(i % authors.size()))
                        .header("content-type", "application/json")
                        .POST(BodyPublishers.ofString(world.draft()))
                        .build();
                var _ = threads.submit(() -> post(client, request, due));
            }
        }
        Thread.sleep(2_000);
    }

    private Void post(HttpClient client, HttpRequest request, long due) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
        long now = System.nanoTime();
        Matcher id = ID.matcher(response.body());
        if (response.statusCode() == 201 && id.find()) {
            answered.put(Long.valueOf(id.group(1)), now);
            synchronized (posts) {
                posts.recordValue((now - due) / 1_000);
            }
        } else {
            System.err.println("Not posted: " + response.statusCode() + " " + response.body());
        }
        return null;
    }

    /** How many deliveries are missing. */
    private int report(Listeners listeners, double cpu) {
        Histogram delivered = new Histogram(3);
        listeners.forEachDelivery((tweet, nanos) -> {
            Long at = answered.get(tweet);
            if (at != null) {
                delivered.recordValue(Math.max(0, nanos - at) / 1_000);
            }
        });
        long expected = (long) answered.size() * followers;
        System.out.printf(
                Locale.ROOT,
                "%d tweets/s to %d live followers each for %d s: %,d of %,d deliveries, %.2f of 2 cores.%n",
                rate,
                followers,
                seconds,
                delivered.getTotalCount(),
                expected,
                cpu / seconds);
        System.out.println("                    p50 ms     p99 ms   p99.9 ms     max ms");
        print("due to the 201", posts);
        print("201 to follower", delivered);
        return (int) (expected - delivered.getTotalCount());
    }

    private static void print(String name, Histogram histogram) {
        System.out.printf(
                Locale.ROOT,
                "%-16s %9.2f  %9.2f  %9.2f  %9.2f%n",
                name,
                histogram.getValueAtPercentile(50) / 1e3,
                histogram.getValueAtPercentile(99) / 1e3,
                histogram.getValueAtPercentile(99.9) / 1e3,
                histogram.getMaxValue() / 1e3);
    }

    private void keepWithinOpenFiles() throws IOException {
        int most = openFiles() - OTHER_FILES;
        if (transport == Transport.WEBSOCKET && streams > most) {
            System.out.printf(
                    Locale.ROOT,
                    "A process may have %,d files open here (ulimit -Hn), so there are %,d streams, not %,d.%n",
                    openFiles(),
                    most,
                    streams);
            streams = most;
        }
        // So that each author has exactly as many followers.
        streams -= streams % followers;
    }

    private static int openFiles() throws IOException {
        String limits = Files.readAllLines(Path.of("/proc/self/limits")).stream()
                .filter(line -> line.startsWith("Max open files"))
                .collect(Collectors.joining());
        return Integer.parseInt(limits.replaceFirst("Max open files\\s+\\S+\\s+(\\d+).*", "$1"));
    }

    /** How streams are held. */
    enum Transport {
        WEBSOCKET,
        HTTP2
    }
}
