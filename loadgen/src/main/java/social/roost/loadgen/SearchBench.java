package social.roost.loadgen;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Searches at a fixed rate (open loop) while others post and read their home timelines: latencies, compared with home
 * reads alone, and the time from the 201 of a tweet until a search finds it.
 */
@Command(
        name = "search",
        mixinStandardHelpOptions = true,
        description = "Searches, posts and home reads at fixed rates, and the time until a new tweet is found.")
final class SearchBench implements Callable<Integer> {
    private static final String SEARCH = "/api/roost/v1/search/tweets?limit=20&q=";
    private static final String TWEETS = "/api/roost/v1/tweets";
    private static final String NOTHING = "\"data\":[]";
    private static final int AUTHORS = 200;
    private static final int FOLLOWEES = 100;
    private static final int CONNECTIONS = 64;
    private static final int POLL_MILLIS = 20;
    private static final int LONGEST_RESPONSE = 3_000;

    /** On two processors, the compilers of the JVM take half of one for this long. */
    private static final int WARM_SECONDS = 60;

    private final Report report;
    private final SearchCorpus corpus = new SearchCorpus(42);
    private final AtomicInteger posted = new AtomicInteger();
    private final AtomicInteger asked = new AtomicInteger();

    @Option(names = "--readers", description = "Number of readers (default: ${DEFAULT-VALUE}).")
    private int readers = 2_000;

    @Option(names = "--tweets", description = "Tweets posted before (default: ${DEFAULT-VALUE}).")
    private int tweets = 50_000;

    @Option(names = "--searches", description = "Searches per second (default: ${DEFAULT-VALUE}).")
    private int searches = 200;

    @Option(names = "--posts", description = "Tweets per second (default: ${DEFAULT-VALUE}).")
    private int posts = 200;

    @Option(names = "--reads", description = "Home timeline reads per second (default: ${DEFAULT-VALUE}).")
    private int reads = 500;

    @Option(names = "--seconds", description = "Duration of each part in seconds (default: ${DEFAULT-VALUE}).")
    private int seconds = 20;

    @Option(
            names = "--cluster",
            description = "One process on the servers of 'roost stack start', where its users and tweets stay.")
    private boolean cluster;

    SearchBench(Report report) {
        this.report = report;
    }

    /** What is measured at once. */
    private record Recordings(Recording read, Recording post, Recording search, Recording found) {
        static Recordings of() {
            return new Recordings(
                    new Recording("home read"),
                    new Recording("post, durable"),
                    new Recording("search"),
                    new Recording("201 to found"));
        }

        int failed() {
            return read.failed() + post.failed() + search.failed() + found.failed();
        }
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        report.section("Searching among %,d tweets".formatted(tweets));
        World world = World.of(readers, AUTHORS, FOLLOWEES, 0);
        try (Bench bench = cluster ? Bench.startOnStack(world) : Bench.start(world)) {
            List<String> authors = bench.authors();
            bench.all(tweets, _ -> post(authors.get(posted.get() % authors.size())));
            bench.warm();
            System.out.println("Warming up ...");
            run(bench, WARM_SECONDS, posts, searches, Recordings.of());
            Recordings alone = Recordings.of();
            run(bench, seconds, posts, 0, alone);
            Recordings together = Recordings.of();
            run(bench, seconds, posts, searches, together);
            report.line("%,d home reads/s and %,d posts/s without searches:", reads, posts);
            report.latencies(alone.read, alone.post);
            report.line("With %,d searches/s:", searches);
            report.latencies(together.read, together.post, together.search, together.found);
            return alone.failed() + together.failed() == 0 ? 0 : 1;
        }
    }

    private void run(Bench bench, int duration, int postsPerSecond, int searchesPerSecond, Recordings recordings)
            throws IOException, InterruptedException {
        AtomicLong open = new AtomicLong();
        try (LoadClient client = LoadClient.connect(bench.port(), CONNECTIONS)) {
            List<String> members = bench.readers();
            SplittableRandom random = new SplittableRandom(1);
            SplittableRandom author = new SplittableRandom(2);
            List<String> authors = bench.authors();
            Thread posting = OpenLoop.start(postsPerSecond, duration, 2, due -> {
                String token = authors.get(author.nextInt(authors.size()));
                send(client, due, post(token), recordings.post, open);
            });
            Thread searching = OpenLoop.start(Math.max(0.01, searchesPerSecond), duration, 3, due -> {
                if (searchesPerSecond > 0) {
                    send(client, due, search(members.get(0)), recordings.search, open);
                }
            });
            Thread looking = OpenLoop.start(searchesPerSecond > 0 ? 5 : 0.01, duration, 4, _ -> {
                if (searchesPerSecond > 0) {
                    look(client, authors.get(0), recordings.found);
                }
            });
            OpenLoop.run(reads, duration, 1, due -> {
                String token = members.get(random.nextInt(members.size()));
                send(client, due, Request.get(HomeReads.PATH, token), recordings.read, open);
            });
            posting.join();
            searching.join();
            looking.join();
            Thread.sleep(LONGEST_RESPONSE);
        }
        if (open.get() > 0) {
            recordings.read.fail(open + " requests got no response");
        }
    }

    private static void send(LoadClient client, long due, Request request, Recording recording, AtomicLong open) {
        open.incrementAndGet();
        client.send(request, response -> {
            recording.record(due, response);
            open.decrementAndGet();
        });
    }

    private Request post(String token) {
        return Request.post(TWEETS, token, "{\"content\":\"" + corpus.tweet(posted.getAndIncrement()) + "\"}");
    }

    private Request search(String token) {
        SearchCorpus.Query query = corpus.query(asked.getAndIncrement());
        return Request.get(
                SEARCH + encoded(query.text()) + "&sort=" + (query.latest() ? "latest" : "relevance"), token);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Posts a tweet with a word of its own, and searches for it until it is found. */
    private void look(LoadClient client, String token, Recording found) {
        String word = "fresh" + posted.getAndIncrement() + "word";
        client.send(Request.post(TWEETS, token, "{\"content\":\"" + word + "\"}"), response -> {
            if (response.isSuccess()) {
                poll(
                        client,
                        Request.get(SEARCH + word + "&sort=latest", token).keepingBody(),
                        System.nanoTime(),
                        found);
            }
        });
    }

    private static void poll(LoadClient client, Request request, long since, Recording found) {
        client.send(request, response -> {
            if (response.isSuccess() && !response.body().contains(NOTHING)) {
                found.record(since, System.nanoTime());
            } else {
                client.later(POLL_MILLIS, () -> poll(client, request, since, found));
            }
        });
    }
}
