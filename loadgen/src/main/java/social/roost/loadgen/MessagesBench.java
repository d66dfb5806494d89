package social.roost.loadgen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Direct messages in many conversations at a fixed rate (open loop), next to home reads: the time until a message is
 * durable, and until it is on the other user's stream. Then the time to open a conversation with many messages.
 */
@Command(
        name = "messages",
        mixinStandardHelpOptions = true,
        description =
                "Direct messages next to home reads: time to the 201 and to the other's stream, and long conversations.")
final class MessagesBench implements Callable<Integer> {
    private static final String CONVERSATIONS = "/api/roost/v1/conversations";
    private static final int AUTHORS = 200;
    private static final int FOLLOWEES = 20;
    private static final int CONNECTIONS = 64;
    private static final int AT_ONCE = 500;
    private static final int WARM_SECONDS = 60;
    private static final int LONGEST_RESPONSE = 3_000;
    private static final int OPENED = 2_000;
    private static final double OPENED_PER_SECOND = 100;

    private final Report report;
    private final AtomicInteger keys = new AtomicInteger();

    /** A server that keeps what an earlier run sent would take the same keys for resends. */
    private final String run = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);

    /** When each message was due, by its id. */
    private final Map<Long, Long> due = new ConcurrentHashMap<>();

    @Option(names = "--conversations", description = "Number of conversations (default: ${DEFAULT-VALUE}).")
    private int conversations = 10_000;

    @Option(names = "--rate", description = "Messages per second (default: ${DEFAULT-VALUE}).")
    private int rate = 1_000;

    @Option(names = "--reads", description = "Home timeline reads per second (default: ${DEFAULT-VALUE}).")
    private int reads = 5_000;

    @Option(names = "--streams", description = "Recipients with an open stream (default: ${DEFAULT-VALUE}).")
    private int streams = 2_000;

    @Option(names = "--seconds", description = "Duration of the measurement in seconds (default: ${DEFAULT-VALUE}).")
    private int seconds = 20;

    @Option(names = "--long", description = "Messages in the long conversation (default: ${DEFAULT-VALUE}).")
    private int longest = 100_000;

    @Option(names = "--cluster", description = "Use the servers of 'roost stack start', where the world stays.")
    private boolean cluster;

    MessagesBench(Report report) {
        this.report = report;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        report.section("%,d messages/s in %,d conversations".formatted(rate, conversations));
        World world = World.of(2 * conversations, AUTHORS, FOLLOWEES, 0);
        try (Bench bench = cluster ? Bench.startOnStack(world) : Bench.start(world)) {
            bench.post(1_000);
            bench.warm();
            List<String> ids = open(bench);
            Path tokens = Files.write(
                    bench.folder().resolve("recipients.txt"),
                    IntStream.range(0, streams)
                            .mapToObj(i -> recipient(bench, i))
                            .toList());
            int failed;
            try (Listeners listeners =
                    Listeners.connect(bench.port(), LiveBench.Transport.WEBSOCKET, tokens, streams)) {
                failed = measure(bench, ids, listeners);
            }
            return failed + openLong(bench, ids.getFirst()) == 0 ? 0 : 1;
        }
    }

    private static String sender(Bench bench, int conversation) {
        return bench.readers().get(2 * conversation);
    }

    private static String recipient(Bench bench, int conversation) {
        return bench.readers().get(2 * conversation + 1);
    }

    /** Opens all conversations, accepted by both; returns their ids. */
    private List<String> open(Bench bench) throws IOException, InterruptedException {
        List<String> readers = bench.readers();
        System.out.println("Opening conversations ...");
        bench.all(
                conversations,
                i -> Request.sent(
                        "PATCH",
                        "/api/roost/v1/users/me/preferences",
                        readers.get(2 * i + 1),
                        "{\"messages\":{\"from\":\"everyone\"}}"));
        List<String> users = ids(
                bench,
                i -> Request.get("/api/roost/v1/users/me", readers.get(2 * i + 1))
                        .keepingBody());
        return ids(
                bench,
                i -> Request.post(CONVERSATIONS, readers.get(2 * i), "{\"member_ids\":[\"" + users.get(i) + "\"]}")
                        .keepingBody());
    }

    private List<String> ids(Bench bench, IntFunction<Request> requests) throws IOException, InterruptedException {
        List<CompletableFuture<String>> ids = new ArrayList<>();
        try (LoadClient client = LoadClient.connect(bench.port(), CONNECTIONS)) {
            for (int i = 0; i < conversations; i++) {
                CompletableFuture<String> id = new CompletableFuture<>();
                ids.add(id);
                client.send(requests.apply(i), response -> id.complete(response.id()));
                if (ids.size() % AT_ONCE == 0) {
                    String _ = id.join();
                }
            }
            return ids.stream().map(CompletableFuture::join).toList();
        }
    }

    private int measure(Bench bench, List<String> ids, Listeners listeners) throws IOException, InterruptedException {
        System.out.println("Warming up ...");
        Recording _ = run(bench, ids, WARM_SECONDS, new Recording("warming up"));
        listeners.forget();
        due.clear();
        double cpu = bench.server().cpuSeconds();
        Recording home = new Recording("home read");
        Recording sent = run(bench, ids, seconds, home);
        cpu = bench.server().cpuSeconds() - cpu;
        Recording seen = new Recording("on the other stream");
        listeners.forEachDelivery((message, nanos) -> {
            Long at = due.get(message);
            if (at != null) {
                seen.record(at, nanos);
            }
        });
        report.line(
                "%,d messages/s next to %,d home reads/s for %d s, %.2f of 2 processors.",
                rate, reads, seconds, cpu / seconds);
        report.latencies(sent, seen, home);
        long missing = due.size() - seen.count();
        report.line("%,d messages to users with a stream, %,d did not arrive", due.size(), missing);
        return sent.failed() + home.failed() + (int) missing;
    }

    /** Returns the latencies of messages. */
    private Recording run(Bench bench, List<String> ids, int duration, Recording home)
            throws IOException, InterruptedException {
        Recording sent = new Recording("due time to 201");
        List<String> readers = bench.readers();
        AtomicLong open = new AtomicLong();
        try (LoadClient client = LoadClient.connect(bench.port(), CONNECTIONS)) {
            SplittableRandom random = new SplittableRandom(keys.get());
            Thread sending = OpenLoop.start(rate, duration, 2, at -> {
                int conversation = random.nextInt(conversations);
                open.incrementAndGet();
                client.send(message(ids.get(conversation), readers.get(2 * conversation)), response -> {
                    sent.record(at, response);
                    if (response.isSuccess() && conversation < streams) {
                        due.put(Long.valueOf(response.id()), at);
                    }
                    open.decrementAndGet();
                });
            });
            HomeReads.run(client, readers, reads, duration, home);
            sending.join();
            Thread.sleep(LONGEST_RESPONSE);
        }
        if (open.get() > 0) {
            sent.fail(open.get() + " messages got no response");
        }
        return sent;
    }

    private Request message(String conversation, String token) {
        int key = keys.incrementAndGet();
        return Request.post(
                        CONVERSATIONS + "/" + conversation + "/messages",
                        token,
                        "{\"client_key\":\"%s-%d\",\"text\":\"This is message number %d. Shall we meet at eight?\"}"
                                .formatted(run, key, key))
                .keepingBody();
    }

    private int openLong(Bench bench, String conversation) throws IOException, InterruptedException {
        System.out.printf("Sending %,d messages in one conversation ...%n", longest);
        String token = sender(bench, 0);
        bench.all(longest, _ -> message(conversation, token));
        Recording opened = new Recording("opened");
        Recording found = new Recording("searched");
        String path = CONVERSATIONS + "/" + conversation;
        try (LoadClient client = LoadClient.connect(bench.port(), CONNECTIONS)) {
            double duration = OPENED / OPENED_PER_SECOND;
            String other = recipient(bench, 0);
            OpenLoop.run(
                    OPENED_PER_SECOND,
                    duration,
                    3,
                    at -> client.send(
                            Request.get(path, other),
                            one -> client.send(Request.get(path + "/messages?limit=50", other), two -> {
                                if (one.isSuccess()) {
                                    opened.record(at, two);
                                } else {
                                    opened.fail(one.status() + " " + one.body());
                                }
                            })));
            OpenLoop.run(
                    1,
                    10,
                    4,
                    at -> client.send(
                            Request.get(CONVERSATIONS + "/search?q=eight%20nothing", other),
                            response -> found.record(at, response)));
            Thread.sleep(LONGEST_RESPONSE);
        }
        report.line("A conversation with %,d messages:", longest);
        report.latencies(opened, found);
        return opened.failed() + found.failed();
    }
}
