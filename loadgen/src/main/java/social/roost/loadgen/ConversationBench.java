package social.roost.loadgen;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The first screen of conversations at a fixed rate: of a tweet with very many replies, each of the first with replies
 * below it, and of a reply that has very many itself.
 */
@Command(
        name = "conversation",
        mixinStandardHelpOptions = true,
        description = "Reads the first screen of conversations with very many replies, at a fixed rate.")
final class ConversationBench implements Callable<Integer> {
    private static final String TWEETS = "/api/roost/v1/tweets";
    private static final int SCREEN = 30;
    private static final int CHILDREN = 5;
    private static final int CONNECTIONS = 64;

    private final Report report;

    @Option(
            names = "--replies",
            description = "Replies to the tweet, and as many to one reply (default: ${DEFAULT-VALUE}).")
    private int replies = 10_000;

    @Option(names = "--rate", description = "Reads per second (default: ${DEFAULT-VALUE}).")
    private int rate = 100;

    @Option(names = "--seconds", description = "Duration of each round in seconds (default: ${DEFAULT-VALUE}).")
    private int seconds = 20;

    @Option(names = "--rounds", description = "Measured rounds (default: ${DEFAULT-VALUE}).")
    private int rounds = 3;

    @Option(
            names = "--cluster",
            description =
                    "Use the servers that 'roost stack start' starts, with a process for each role behind a gateway.")
    private boolean cluster;

    ConversationBench(Report report) {
        this.report = report;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        report.section("Conversations with %,d replies, %,d reads/s".formatted(replies, rate));
        World world = World.of(200, 1, 1, 0);
        try (Bench bench = cluster ? Bench.cluster(world, Ports.free()) : Bench.start(world)) {
            String root = post(bench, 0, "");
            String busy = fill(bench, root);
            System.out.println("Warming up ...");
            var _ = read(bench, "", root, Math.max(10, rate / 4), seconds);
            var _ = read(bench, "", busy, rate, seconds);
            int failed = 0;
            for (int round = 0; round < rounds; round++) {
                Recording wide = read(bench, "many replies", root, rate, seconds);
                Recording deep = read(bench, "many below", busy, rate, seconds);
                report.latencies(wide, deep);
                failed += wide.failed() + deep.failed();
            }
            return failed == 0 ? 0 : 1;
        }
    }

    /** Returns the reply that has as many replies as the tweet. */
    private String fill(Bench bench, String root) throws IOException, InterruptedException {
        List<String> first = new ArrayList<>();
        for (int i = 0; i < SCREEN; i++) {
            first.add(post(bench, i, root));
        }
        for (String answer : first) {
            String child = "";
            for (int i = 0; i < CHILDREN; i++) {
                child = post(bench, i, i < CHILDREN - 1 ? answer : child);
            }
        }
        answer(bench, root);
        answer(bench, first.getFirst());
        return first.getFirst();
    }

    private void answer(Bench bench, String tweet) throws IOException, InterruptedException {
        List<String> tokens = bench.readers();
        bench.all(replies, i -> Request.post(TWEETS, tokens.get(i % tokens.size()), draft("answer " + i, tweet)));
    }

    private static String post(Bench bench, int author, String replyTo) throws IOException, InterruptedException {
        try (LoadClient client = LoadClient.connect(bench.port(), 1)) {
            String token = bench.readers().get(author);
            return client.call(Request.post(TWEETS, token, draft("by " + author, replyTo)))
                    .id();
        }
    }

    private static String draft(String content, String replyTo) {
        String reference = replyTo.isEmpty() ? "" : ",\"reply_to_id\":\"" + replyTo + "\"";
        return "{\"content\":\"" + content + "\"" + reference + "}";
    }

    private static Recording read(Bench bench, String what, String tweet, double rate, int seconds)
            throws IOException, InterruptedException {
        Recording recording = new Recording(what);
        String path = TWEETS + "/" + tweet + "/conversation?limit=" + SCREEN;
        List<Request> requests =
                bench.readers().stream().map(token -> Request.get(path, token)).toList();
        try (LoadClient client = LoadClient.connect(bench.port(), CONNECTIONS)) {
            HomeReads.send(client, requests, rate, seconds, recording);
        }
        return recording;
    }
}
