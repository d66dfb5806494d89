package social.roost.loadgen;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A tweet that very many like and answer, beside one that few do: what reading costs of each, in turn in one run. */
@Command(
        name = "big",
        mixinStandardHelpOptions = true,
        description = "Reads a tweet that very many like and answer, beside one that few do. Needs wrk.")
final class BigBench implements Callable<Integer> {
    private static final List<String> PAGES = List.of("", "/conversation?limit=20", "/likes?limit=20");
    private static final String TWEETS = "/api/v1/tweets";
    private static final int FEW = 20;
    private static final int AT_ONCE = 64;

    @Option(names = "--likes", description = "Likes of the big one (default: ${DEFAULT-VALUE}).")
    private int likes = 100_000;

    @Option(names = "--replies", description = "Replies to the big one (default: ${DEFAULT-VALUE}).")
    private int replies = 10_000;

    @Option(names = "--rounds", description = "Measured rounds (default: ${DEFAULT-VALUE}).")
    private int rounds = 5;

    @Option(names = "--seconds", description = "Seconds for each page in a round (default: ${DEFAULT-VALUE}).")
    private int seconds = 3;

    private final ObjectMapper json = new ObjectMapper();
    private final AtomicInteger failed = new AtomicInteger();

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!Wrk.isInstalled()) {
            System.err.println("roost: This needs wrk on the PATH (Debian, Ubuntu: apt install wrk).");
            return 1;
        }
        World world = new World(likes, 1, 1, 0);
        try (Bench bench = Bench.start(world);
                HttpClient client = Http.client()) {
            int port = bench.server().port();
            List<String> tokens = Listeners.readers(bench.tokens());
            String author = world.logInAuthors(port).getFirst();
            String big = post(client, port, author, draft("loved by many", ""));
            String fresh = post(client, port, author, draft("loved by few", ""));
            engage(client, port, tokens, big, likes, replies);
            engage(client, port, tokens, fresh, FEW, FEW);
            compare(bench, tokens.subList(0, FEW), big, fresh);
        }
        return failed.get() == 0 ? 0 : 1;
    }

    private void engage(HttpClient client, int port, List<String> tokens, String tweet, int likers, int answers)
            throws InterruptedException {
        long start = System.nanoTime();
        all(
                likers,
                i -> {
                    String path = TWEETS + "/" + tweet + "/like";
                    return request(port, path, tokens.get(i), "PUT", BodyPublishers.noBody());
                },
                client);
        long liked = System.nanoTime();
        all(
                answers,
                i -> {
                    BodyPublisher body = BodyPublishers.ofString(draft("answer " + i, tweet));
                    return request(port, TWEETS, tokens.get(i % tokens.size()), "POST", body);
                },
                client);
        System.out.printf(
                "%,d likes in %.1f s, %,d replies in %.1f s.%n",
                likers, (liked - start) / 1e9, answers, (System.nanoTime() - liked) / 1e9);
    }

    private void all(int count, IntFunction<HttpRequest> requests, HttpClient client) throws InterruptedException {
        Semaphore turns = new Semaphore(AT_ONCE);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < count; i++) {
                HttpRequest request = requests.apply(i);
                turns.acquire();
                var _ = threads.submit(() -> {
                    try {
                        send(client, request);
                    } finally {
                        turns.release();
                    }
                });
            }
        }
    }

    private void send(HttpClient client, HttpRequest request) {
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            if (response.statusCode() >= 300 && failed.incrementAndGet() <= 3) {
                System.err.println("Failed: " + response.statusCode() + " " + response.body());
            }
        } catch (IOException e) {
            failed.incrementAndGet();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String post(HttpClient client, int port, String token, String draft)
            throws IOException, InterruptedException {
        HttpRequest request = request(port, TWEETS, token, "POST", BodyPublishers.ofString(draft));
        String body = client.send(request, BodyHandlers.ofString()).body();
        return json.readTree(body).path("data").path("id").asText();
    }

    private String draft(String content, String answered) {
        var draft = json.createObjectNode().put("content", content);
        return (answered.isEmpty() ? draft : draft.put("reply_to_id", answered)).toString();
    }

    private static HttpRequest request(int port, String path, String token, String method, BodyPublisher body) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("authorization", "Bearer " + token)
                .header("content-type", "application/json")
                .method(method, body)
                .build();
    }

    private void compare(Bench bench, List<String> tokens, String big, String fresh)
            throws IOException, InterruptedException {
        System.out.println("page                      big/s    fresh/s   ratio (median of rounds)   big p99 ms");
        for (String page : PAGES) {
            Wrk ofBig = new Wrk(bench.folder(), TWEETS + "/" + big + page, tokens, FEW);
            ofBig.warmUp(bench.server().port(), seconds);
            Wrk.Result[] bigs = new Wrk.Result[rounds];
            Wrk.Result[] freshes = new Wrk.Result[rounds];
            for (int round = 0; round < rounds; round++) {
                bigs[round] = new Wrk(bench.folder(), TWEETS + "/" + big + page, tokens, FEW)
                        .run(bench.server().port(), seconds);
                freshes[round] = new Wrk(bench.folder(), TWEETS + "/" + fresh + page, tokens, FEW)
                        .run(bench.server().port(), seconds);
            }
            System.out.printf(
                    "%-22s %8.0f %10.0f %7.2f %30.2f%n",
                    page.isEmpty() ? "the tweet" : page,
                    median(rounds, i -> bigs[i].rate()),
                    median(rounds, i -> freshes[i].rate()),
                    median(rounds, i -> bigs[i].rate() / freshes[i].rate()),
                    median(rounds, i -> bigs[i].ninetyNine()));
        }
    }

    private static double median(int count, IntToDoubleFunction value) {
        return IntStream.range(0, count)
                .mapToDouble(value)
                .boxed()
                .sorted(Comparator.naturalOrder())
                .toList()
                .get(count / 2);
    }
}
