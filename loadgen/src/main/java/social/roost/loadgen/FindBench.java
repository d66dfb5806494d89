package social.roost.loadgen;

import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Members of a natural graph type the beginnings of names and hashtags, at a fixed rate (open loop). The names of
 * imported users begin alike ({@code u123}), so even long texts fit many users: this is harder than people's names.
 */
@Command(
        name = "find",
        mixinStandardHelpOptions = true,
        description = "Finds users and hashtags as they are typed, at a fixed rate.")
final class FindBench implements Callable<Integer> {
    private static final String SUGGEST = "/api/roost/v1/search/suggest?q=";
    private static final String USERS = "/api/roost/v1/search/users?limit=20&q=";
    private static final int AUTHORS = 1_000;
    private static final int CONNECTIONS = 32;
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final Duration SETTLED = Duration.ofSeconds(3);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Report report;

    @Option(names = "--users", description = "Number of users (default: ${DEFAULT-VALUE}).")
    private int users = 100_000;

    @Option(names = "--mean", description = "Average number of users that a user follows (default: ${DEFAULT-VALUE}).")
    private double mean = 50;

    @Option(names = "--active", description = "Users who send requests (default: ${DEFAULT-VALUE}).")
    private int active = 5_000;

    @Option(names = "--tags", description = "Number of hashtags (default: ${DEFAULT-VALUE}).")
    private int tags = 20_000;

    @Option(names = "--rate", description = "Requests of each kind per second (default: ${DEFAULT-VALUE}).")
    private int rate = 100;

    @Option(names = "--seconds", description = "Duration in seconds (default: ${DEFAULT-VALUE}).")
    private int seconds = 20;

    FindBench(Report report) {
        this.report = report;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        report.section("Finding users and hashtags");
        FollowGraph graph = FollowGraph.synthetic(users, mean, users / 10, 42);
        World world = World.natural(graph, Math.min(AUTHORS, users / 10), users);
        try (Bench bench = Bench.imported(world, active)) {
            int adminPort = Ports.free();
            List<String> flags = new ArrayList<>(Bench.UNLIMITED);
            flags.add("--admin.port=" + adminPort);
            ChildProcess server = bench.restart(flags);
            long start = System.nanoTime();
            long read = awaitBackfill(adminPort);
            double names = secondsSince(start);
            start = System.nanoTime();
            postTags(bench);
            awaitFound(bench, SUGGEST + "%23" + tag(tags - 1));
            report.line(
                    "%,d users were read in %.1f s, and %,d hashtags posted in %.1f s; server: %d MiB",
                    read, names, tags, secondsSince(start), server.residentMebibytes());
            return measure(bench);
        }
    }

    private int measure(Bench bench) throws IOException, InterruptedException {
        Recording warming = new Recording("warming up");
        run(bench, List.of(warming, warming, warming), 1);
        List<Recording> kinds =
                List.of(new Recording("suggestions"), new Recording("search for users"), new Recording("hashtags"));
        double before = bench.server().cpuSeconds();
        run(bench, kinds, 2);
        report.line(
                "%d requests of each kind per second; %.0f %% of a processor",
                rate, 100 * (bench.server().cpuSeconds() - before) / seconds);
        report.latencies(kinds.toArray(Recording[]::new));
        return kinds.stream().mapToInt(Recording::failed).sum() == 0 ? 0 : 1;
    }

    private void postTags(Bench bench) throws IOException, InterruptedException {
        List<String> authors = bench.authors();
        int each = 4;
        bench.all(tags / each, i -> {
            StringBuilder text = new StringBuilder();
            for (int tag = i * each; tag < (i + 1) * each; tag++) {
                text.append(" #").append(tag(tag));
            }
            return Request.post(
                    "/api/roost/v1/tweets",
                    authors.get(i % authors.size()),
                    "{\"content\":\"%s\"}".formatted(text.substring(1)));
        });
    }

    /** In an order in which neighbours do not begin alike. */
    private static String tag(int number) {
        return "t" + Integer.toString((int) (number * 2_654_435_761L % 46_656_000L + 46_656_000L), 36);
    }

    private void run(Bench bench, List<Recording> kinds, long seed) throws IOException, InterruptedException {
        List<String> tokens = bench.readers();
        SplittableRandom random = new SplittableRandom(seed);
        try (LoadClient client = LoadClient.connect(bench.port(), CONNECTIONS)) {
            List<CountDownLatch> answers = new ArrayList<>();
            OpenLoop.run(1.0 * kinds.size() * rate, seconds, seed, due -> {
                CountDownLatch answered = new CountDownLatch(1);
                int kind = answers.size() % kinds.size();
                answers.add(answered);
                Request request = Request.get(path(kind, random), tokens.get(random.nextInt(tokens.size())));
                client.send(request, response -> {
                    kinds.get(kind).record(due, response);
                    answered.countDown();
                });
            });
            for (CountDownLatch answered : answers) {
                answered.await();
            }
        }
    }

    private String path(int kind, SplittableRandom random) {
        String name = beginning("u" + (1 + random.nextInt(users)), random);
        return switch (kind) {
            case 0 -> SUGGEST + (random.nextBoolean() ? name : beginning(tag(random.nextInt(tags)), random));
            case 1 -> USERS + name;
            default -> SUGGEST + "%23" + beginning(tag(random.nextInt(tags)), random);
        };
    }

    private static String beginning(String whole, SplittableRandom random) {
        return whole.substring(0, 1 + random.nextInt(whole.length()));
    }

    /** Existing users are read in the background after the start. */
    private static long awaitBackfill(int adminPort) throws IOException, InterruptedException {
        try (HttpClient client = Http.client()) {
            long before;
            long read = 0;
            do {
                before = read;
                Thread.sleep(SETTLED);
                read = Metrics.read(client, adminPort).backfilled();
            } while (read == 0 || read > before);
            return read;
        }
    }

    /** Events are consumed after the response. */
    private static void awaitFound(Bench bench, String path) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Request request = Request.get(path, "").keepingBody();
        try (LoadClient client = LoadClient.connect(bench.port(), 1)) {
            while (!ask(client, request).contains("{\"data\":[{")) {
                if (System.nanoTime() > deadline) {
                    throw new IOException("Nothing is found by " + path);
                }
                Thread.sleep(PAUSE);
            }
        }
    }

    private static String ask(LoadClient client, Request request) throws InterruptedException {
        AtomicReference<@Nullable String> body = new AtomicReference<>();
        CountDownLatch answered = new CountDownLatch(1);
        client.send(request, response -> {
            body.set(response.body());
            answered.countDown();
        });
        answered.await();
        return String.valueOf(body.get());
    }

    private static double secondsSince(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
