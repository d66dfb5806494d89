package social.roost.loadgen;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Tweets at a fixed rate, each delivered to the same number of warm timelines.
 *
 * <p>Open loop: a post begins when its time has come, whether or not earlier ones were answered, and its latency counts from
 * that time.
 */
@Command(
        name = "posts",
        mixinStandardHelpOptions = true,
        description = "Posts at a fixed rate; tells the time to the 201 and to a follower's home timeline.")
final class PostsBench implements Callable<Integer> {
    private static final Pattern ID = Pattern.compile("\"id\":\"(\\d+)\"");
    private static final int WATCH_EVERY = 20;
    private static final int AUTHORS = 100;

    @Option(names = "--rate", description = "Tweets a second (default: ${DEFAULT-VALUE}).")
    private int rate = 700;

    @Option(names = "--followers", description = "Followers of each author (default: ${DEFAULT-VALUE}).")
    private int followers = 200;

    @Option(names = "--seconds", description = "How long (default: ${DEFAULT-VALUE}).")
    private int seconds = 20;

    private final Histogram answered = new ConcurrentHistogram(3);
    private final Histogram visible = new ConcurrentHistogram(3);
    private final AtomicInteger failed = new AtomicInteger();

    @Override
    public Integer call() throws IOException, InterruptedException {
        World world = new World(followers, AUTHORS, AUTHORS, 0);
        try (Bench bench = Bench.start(world);
                HttpClient client = Http.client();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            String base = "http://127.0.0.1:" + bench.server().port() + "/api/v1";
            List<String> authors = world.logInAuthors(bench.server().port());
            List<String> readers = world.logInReaders(bench.server().port(), followers);
            for (String reader : readers) {
                var _ = home(client, base, reader);
            }
            System.out.println("Warming up ...");
            post(client, base, world, threads, authors, readers, 5);
            answered.reset();
            visible.reset();
            double before = bench.server().cpuSeconds();
            post(client, base, world, threads, authors, readers, seconds);
            report(bench.server(), bench.server().cpuSeconds() - before);
        }
        return failed.get() == 0 ? 0 : 1;
    }

    private void post(
            HttpClient client,
            String base,
            World world,
            ExecutorService threads,
            List<String> authors,
            List<String> readers,
            int duration)
            throws InterruptedException {
        long start = System.nanoTime();
        int count = rate * duration;
        for (int i = 0; i < count; i++) {
            long due = start + i * 1_000_000_000L / rate;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            String author = authors.get(i % authors.size());
            String watcher = i % WATCH_EVERY == 0 ? readers.get(i / WATCH_EVERY % readers.size()) : "";
            String draft = world.draft();
            var _ = threads.submit(() -> postOne(client, base, author, draft, watcher, due));
        }
        Thread.sleep(2_000);
    }

    private void postOne(HttpClient client, String base, String author, String draft, String watcher, long due) {
        try {
            HttpResponse<String> response = client.send(
                    request(base + "/tweets", author)
                            .header("content-type", "application/json")
                            .POST(BodyPublishers.ofString(draft))
                            .build(),
                    BodyHandlers.ofString());
            answered.recordValue((System.nanoTime() - due) / 1_000);
            Matcher id = ID.matcher(response.body());
            if (response.statusCode() != 201 || !id.find()) {
                fail(response.statusCode() + " " + response.body());
            } else if (!watcher.isEmpty()) {
                watch(client, base, watcher, id.group(1), due);
            }
        } catch (IOException e) {
            fail(e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void fail(String why) {
        if (failed.incrementAndGet() <= 3) {
            System.err.println("Failed: " + why);
        }
    }

    private void watch(HttpClient client, String base, String reader, String tweet, long due)
            throws IOException, InterruptedException {
        while (!home(client, base, reader).contains(tweet)) {
            Thread.sleep(5);
        }
        visible.recordValue((System.nanoTime() - due) / 1_000);
    }

    private static String home(HttpClient client, String base, String reader) throws IOException, InterruptedException {
        return client.send(request(base + "/timelines/home?limit=100", reader).build(), BodyHandlers.ofString())
                .body();
    }

    private static HttpRequest.Builder request(String address, String token) {
        return HttpRequest.newBuilder(URI.create(address)).header("authorization", "Bearer " + token);
    }

    private void report(ChildProcess server, double cpu) throws IOException {
        System.out.printf(
                "%d tweets/s to %d followers each (%,d deliveries/s) for %d s: %d failed, %.0f us of CPU a tweet.%n",
                rate, followers, rate * followers, seconds, failed.get(), cpu * 1e6 / ((double) rate * seconds));
        System.out.println("                    p50 ms     p99 ms   p99.9 ms     max ms");
        print("201 durable", answered);
        print("at a follower's", visible);
        System.out.println("Server memory after: " + server.residentMebibytes() + " MiB resident.");
    }

    private static void print(String name, Histogram histogram) {
        System.out.printf(
                "%-16s %9.2f  %9.2f  %9.2f  %9.2f%n",
                name,
                histogram.getValueAtPercentile(50) / 1e3,
                histogram.getValueAtPercentile(99) / 1e3,
                histogram.getValueAtPercentile(99.9) / 1e3,
                histogram.getMaxValue() / 1e3);
    }
}
