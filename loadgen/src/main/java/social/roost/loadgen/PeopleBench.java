package social.roost.loadgen;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Members of a natural graph ask for users to follow, and visitors read the public timeline, both at a fixed rate (open
 * loop).
 */
@Command(
        name = "people",
        mixinStandardHelpOptions = true,
        description = "Requests suggestions of users to follow, and reads the public timeline, at a fixed rate.")
final class PeopleBench implements Callable<Integer> {
    private static final String SUGGESTIONS = "/api/roost/v1/users/suggestions?limit=20";
    private static final String PUBLIC = "/api/roost/v1/timelines/public?limit=20";
    private static final int AUTHORS = 1_000;
    private static final int CONNECTIONS = 32;

    private final Report report;

    @Option(names = "--users", description = "Number of users (default: ${DEFAULT-VALUE}).")
    private int users = 20_000;

    @Option(names = "--mean", description = "Average number of users that a user follows (default: ${DEFAULT-VALUE}).")
    private double mean = 100;

    @Option(names = "--active", description = "Users who send requests (default: ${DEFAULT-VALUE}).")
    private int active = 5_000;

    @Option(names = "--rate", description = "Requests of each kind per second (default: ${DEFAULT-VALUE}).")
    private int rate = 100;

    @Option(names = "--seconds", description = "Duration in seconds (default: ${DEFAULT-VALUE}).")
    private int seconds = 20;

    PeopleBench(Report report) {
        this.report = report;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        report.section("People to follow, and the public timeline");
        FollowGraph graph = FollowGraph.synthetic(users, mean, users / 10, 42);
        World world = World.natural(graph, Math.min(AUTHORS, users / 10), users);
        try (Bench bench = Bench.imported(world, active)) {
            ChildProcess _ = bench.restart(Bench.UNLIMITED);
            bench.post(10_000);
            Recording warming = new Recording("warming up");
            run(bench, warming, warming, 1);
            Recording suggestions = new Recording("suggestions");
            Recording everyone = new Recording("public timeline");
            run(bench, suggestions, everyone, 2);
            report.line(
                    "%,d users with %,d follows, %d requests of each kind per second", users, graph.follows(), rate);
            report.latencies(suggestions, everyone);
            return suggestions.failed() + everyone.failed() == 0 ? 0 : 1;
        }
    }

    private void run(Bench bench, Recording suggestions, Recording everyone, long seed)
            throws IOException, InterruptedException {
        List<String> tokens = bench.readers();
        SplittableRandom random = new SplittableRandom(seed);
        int[] sent = {0};
        try (LoadClient client = LoadClient.connect(bench.port(), CONNECTIONS)) {
            List<CountDownLatch> answers = new ArrayList<>();
            OpenLoop.run(2.0 * rate, seconds, seed, due -> {
                CountDownLatch answered = new CountDownLatch(1);
                answers.add(answered);
                boolean asks = sent[0]++ % 2 == 0;
                String token = tokens.get(random.nextInt(tokens.size()));
                client.send(Request.get(asks ? SUGGESTIONS : PUBLIC, token), response -> {
                    (asks ? suggestions : everyone).record(due, response);
                    answered.countDown();
                });
            });
            for (CountDownLatch answered : answers) {
                answered.await();
            }
        }
    }
}
