package social.roost.loadgen;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Reads of lists with many members, alternating in one run with home reads of users who follow as many, both at the same
 * rate (open loop) and next to posts.
 */
@Command(
        name = "lists",
        mixinStandardHelpOptions = true,
        description = "Reads of lists with 500 members, compared with home reads, next to posts.")
final class ListsBench implements Callable<Integer> {
    private static final String LISTS = "/api/roost/v1/lists";
    private static final int CONNECTIONS = 64;
    private static final int POSTED_BEFORE = 20_000;
    private static final int LONGEST_POST_MILLIS = 5_000;

    private final Report report;

    @Option(names = "--lists", description = "Number of lists (default: ${DEFAULT-VALUE}).")
    private int lists = 200;

    @Option(names = "--members", description = "Members of a list (default: ${DEFAULT-VALUE}).")
    private int members = 500;

    @Option(names = "--authors", description = "Users who post (default: ${DEFAULT-VALUE}).")
    private int authors = 2_000;

    @Option(names = "--rate", description = "Reads per second (default: ${DEFAULT-VALUE}).")
    private int rate = 2_000;

    @Option(names = "--posts", description = "Tweets per second (default: ${DEFAULT-VALUE}).")
    private int posts = 100;

    @Option(names = "--seconds", description = "Seconds of each round and kind (default: ${DEFAULT-VALUE}).")
    private int seconds = 8;

    @Option(names = "--rounds", description = "Measured rounds (default: ${DEFAULT-VALUE}).")
    private int rounds = 3;

    ListsBench(Report report) {
        this.report = report;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        report.section("Lists with %,d members".formatted(members));
        try (Bench bench = Bench.start(World.of(lists, authors, members, 0))) {
            bench.post(POSTED_BEFORE);
            bench.warm();
            List<String> tweets = create(bench).stream()
                    .map(id -> LISTS + "/" + id + "/tweets?limit=20")
                    .toList();
            List<Request> listReads = requests(bench, tweets::get);
            List<Request> homeReads = requests(bench, _ -> HomeReads.PATH);
            Recording first = new Recording("first read of a list");
            once(bench, listReads, first);
            Recording warming = new Recording("warming up");
            run(bench, homeReads, warming);
            run(bench, listReads, warming);
            return measure(bench, homeReads, listReads, first) + warming.failed() == 0 ? 0 : 1;
        }
    }

    private int measure(Bench bench, List<Request> homeReads, List<Request> listReads, Recording first)
            throws IOException, InterruptedException {
        report.line("%,d reads/s next to %,d posts/s by %,d authors:", rate, posts, authors);
        List<Double> homeTail = new ArrayList<>();
        List<Double> listTail = new ArrayList<>();
        int failed = first.failed();
        for (int round = 1; round <= rounds; round++) {
            Recording home = new Recording("home read");
            Recording list = new Recording("list read");
            double before = bench.server().cpuSeconds();
            run(bench, homeReads, home);
            double between = bench.server().cpuSeconds();
            run(bench, listReads, list);
            double after = bench.server().cpuSeconds();
            report.latencies(home, list);
            report.line("Processors: %.2f and %.2f.", (between - before) / seconds, (after - between) / seconds);
            homeTail.add(home.percentile(99));
            listTail.add(list.percentile(99));
            failed += home.failed() + list.failed();
        }
        report.latencies(first);
        report.line(
                "p99, median of the rounds: home %.2f ms, lists %.2f ms", Medians.of(homeTail), Medians.of(listTail));
        return failed;
    }

    /** Creates a list for each reader, of random authors; returns the ids. */
    private List<String> create(Bench bench) throws IOException, InterruptedException {
        System.out.println("Creating lists ...");
        List<String> users = ids(
                bench,
                authors,
                i -> Request.get("/api/roost/v1/users/me", bench.authors().get(i))
                        .keepingBody());
        List<String> readers = bench.readers();
        List<String> ids = ids(bench, lists, i -> Request.post(LISTS, readers.get(i), "{\"name\":\"Birders\"}"));
        Random random = new Random(5);
        List<Request> additions = new ArrayList<>();
        for (int list = 0; list < lists; list++) {
            Collections.shuffle(users, random);
            for (String user : users.subList(0, members)) {
                String path = LISTS + "/" + ids.get(list) + "/members/" + user;
                additions.add(Request.sent("PUT", path, readers.get(list), ""));
            }
        }
        bench.all(additions.size(), additions::get);
        return ids;
    }

    private List<String> ids(Bench bench, int count, IntFunction<Request> requests)
            throws IOException, InterruptedException {
        List<CompletableFuture<String>> ids = new ArrayList<>();
        try (LoadClient client = LoadClient.connect(bench.port(), CONNECTIONS)) {
            for (int i = 0; i < count; i++) {
                CompletableFuture<String> id = new CompletableFuture<>();
                ids.add(id);
                client.send(requests.apply(i), response -> id.complete(response.id()));
            }
            return new ArrayList<>(ids.stream().map(CompletableFuture::join).toList());
        }
    }

    /** One request of each reader. */
    private List<Request> requests(Bench bench, IntFunction<String> path) {
        List<String> readers = bench.readers();
        return IntStream.range(0, lists)
                .mapToObj(i -> Request.get(path.apply(i), readers.get(i)))
                .toList();
    }

    /** Each request once, one after the other. */
    private static void once(Bench bench, List<Request> requests, Recording recording)
            throws IOException, InterruptedException {
        try (LoadClient client = LoadClient.connect(bench.port(), 1)) {
            for (Request request : requests) {
                long due = System.nanoTime();
                recording.record(due, client.call(request));
            }
        }
    }

    private void run(Bench bench, List<Request> reads, Recording recording) throws IOException, InterruptedException {
        List<String> tokens = bench.authors();
        try (LoadClient client = LoadClient.connect(bench.port(), CONNECTIONS)) {
            int[] posted = {0};
            AtomicInteger answered = new AtomicInteger();
            Thread posting = OpenLoop.start(posts, seconds, 2, _ -> {
                int post = posted[0]++;
                String body = "{\"content\":\"Tweet number " + post + "\"}";
                client.send(
                        Request.post("/api/roost/v1/tweets", tokens.get(post * 7 % tokens.size()), body), response -> {
                            int _ = answered.incrementAndGet();
                            if (!response.isSuccess()) {
                                recording.fail("a post: " + response.status());
                            }
                        });
            });
            HomeReads.send(client, reads, rate, seconds, recording);
            posting.join();
            for (int i = 0; i < LONGEST_POST_MILLIS && answered.get() < posted[0]; i++) {
                Thread.sleep(1);
            }
        }
    }
}
