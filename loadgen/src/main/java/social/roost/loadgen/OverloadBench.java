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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Far more posts than the server sustains, by wrk, and beside them a few at a fixed rate whose latency is taken from the time at
 * which each was due. Then again as many as it sustains, until it does.
 */
@Command(
        name = "overload",
        mixinStandardHelpOptions = true,
        description = "Posts far more than the server sustains; tells what becomes of it, and after. Needs wrk.")
final class OverloadBench implements Callable<Integer> {
    private static final int FOLLOWERS = 50;
    private static final int AUTHORS = 100;
    private static final int WATCHED_RATE = 100;
    private static final int LONGEST_RECOVERY = 10;
    private static final double RECOVERED = 0.9;
    private static final int CREATED = 201;

    @Option(names = "--normal", description = "Connections that the server keeps up with (default: ${DEFAULT-VALUE}).")
    private int normal = 32;

    @Option(names = "--connections", description = "Connections in the overload (default: ${DEFAULT-VALUE}).")
    private int connections = 1000;

    @Option(names = "--seconds", description = "How long each phase lasts (default: ${DEFAULT-VALUE}).")
    private int seconds = 10;

    private final Histogram admitted = new ConcurrentHistogram(3);
    private final Histogram refused = new ConcurrentHistogram(3);
    private final AtomicInteger failed = new AtomicInteger();
    private final AtomicLong greatestKibibytes = new AtomicLong();

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!Wrk.isInstalled()) {
            System.err.println("roost: This needs wrk on the PATH (Debian, Ubuntu: apt install wrk).");
            return 1;
        }
        World world = new World(FOLLOWERS, AUTHORS, AUTHORS, 0);
        try (Bench bench = Bench.start(world)) {
            List<String> authors = world.logInAuthors(bench.server().port());
            Wrk some = Wrk.posting(bench.folder(), "/api/v1/tweets", authors, world.draft(), normal);
            Wrk many = Wrk.posting(bench.folder(), "/api/v1/tweets", authors, world.draft(), connections);
            measure(bench.server(), some, many, authors, world.draft());
        }
        return failed.get() == 0 ? 0 : 1;
    }

    private void measure(ChildProcess server, Wrk some, Wrk many, List<String> authors, String draft)
            throws IOException, InterruptedException {
        System.out.println("Warming up ...");
        some.warmUp(server.port(), seconds);
        some.warmUp(server.port(), seconds);
        Wrk.Mixed sustained = some.runMixed(server.port(), seconds);
        System.out.printf(
                "Sustained, %d connections: %.0f posts/s, %.0f/s refused; %d MiB resident.%n",
                normal, sustained.admitted(), sustained.refused(), server.residentMebibytes());
        many.warmUp(server.port(), 2);
        Wrk.Mixed overload;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                HttpClient client = Http.client()) {
            Future<Boolean> watching = threads.submit(() -> watch(client, server, threads, authors, draft));
            overload = many.runMixed(server.port(), seconds);
            var _ = watching.get();
        } catch (ExecutionException e) {
            throw new IOException("The posts beside the overload failed", e);
        }
        report(sustained, overload);
        recover(server, some, sustained);
    }

    private boolean watch(
            HttpClient client, ChildProcess server, ExecutorService threads, List<String> authors, String draft)
            throws IOException {
        long start = System.nanoTime();
        for (int i = 0; i < WATCHED_RATE * (seconds - 1); i++) {
            long due = start + i * 1_000_000_000L / WATCHED_RATE;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            String author = authors.get(i % authors.size());
            var _ = threads.submit(() -> post(client, server.port(), author, draft, due));
            greatestKibibytes.accumulateAndGet(server.residentKibibytes(), Math::max);
        }
        return true;
    }

    private void post(HttpClient client, int port, String author, String draft, long due) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/tweets"))
                    .header("authorization", "Bearer " + author)
                    .header("content-type", "application/json")
                    .POST(BodyPublishers.ofString(draft))
                    .build();
            long sent = System.nanoTime();
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            long now = System.nanoTime();
            switch (response.statusCode()) {
                case CREATED -> admitted.recordValue((now - due) / 1_000);
                case 429, 503 -> refused.recordValue((now - sent) / 1_000);
                default -> fail(response.statusCode() + " " + response.body());
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

    private void report(Wrk.Mixed sustained, Wrk.Mixed overload) {
        System.out.printf(
                "Overload, %d connections: %.0f requests/s, %.1f times what is sustained; %.0f posts/s let in (%.0f %%), %.0f/s"
                        + " refused; at most %d MiB resident.%n",
                connections,
                overload.rate(),
                overload.rate() / sustained.admitted(),
                overload.admitted(),
                100 * overload.admitted() / sustained.admitted(),
                overload.refused(),
                greatestKibibytes.get() / 1024);
        System.out.println("                    count     p50 ms     p99 ms     max ms");
        print("let in", admitted);
        print("refused", refused);
    }

    private static void print(String name, Histogram histogram) {
        System.out.printf(
                "%-16s %8d  %9.2f  %9.2f  %9.2f%n",
                name,
                histogram.getTotalCount(),
                histogram.getValueAtPercentile(50) / 1e3,
                histogram.getValueAtPercentile(99) / 1e3,
                histogram.getMaxValue() / 1e3);
    }

    private static void recover(ChildProcess server, Wrk some, Wrk.Mixed sustained)
            throws IOException, InterruptedException {
        for (int second = 1; second <= LONGEST_RECOVERY; second++) {
            Wrk.Mixed now = some.runMixed(server.port(), 1);
            System.out.printf(
                    "Second %d after it: %.0f posts/s, %.0f/s refused, %d MiB resident.%n",
                    second, now.admitted(), now.refused(), server.residentMebibytes());
            if (now.admitted() >= RECOVERED * sustained.admitted() && now.refused() == 0) {
                System.out.println("As before.");
                return;
            }
        }
        System.out.println("Not as before after " + LONGEST_RECOVERY + " s.");
    }
}
