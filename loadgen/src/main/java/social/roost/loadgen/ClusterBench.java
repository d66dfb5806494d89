package social.roost.loadgen;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * A whole cluster on this machine: each role in its own process behind a gateway, on the servers of {@code roost
 * stack}.
 */
@Command(
        name = "cluster",
        mixinStandardHelpOptions = true,
        description = {
            "Reads home timelines and posts at full speed, through a gateway and four roles.",
            "Needs wrk and the servers that 'roost stack start' starts; its users and tweets stay there."
        })
final class ClusterBench implements Callable<Integer> {
    private final Report report;

    @Option(names = "--rounds", description = "Measured rounds (default: ${DEFAULT-VALUE}).")
    private int rounds = 5;

    @Option(names = "--seconds", description = "Duration of each measurement in seconds (default: ${DEFAULT-VALUE}).")
    private int seconds = 8;

    @Option(names = "--connections", description = "Connections kept busy (default: ${DEFAULT-VALUE}).")
    private int connections = 32;

    @Option(names = "--readers", description = "Readers who take turns (default: ${DEFAULT-VALUE}).")
    private int readers = 200;

    ClusterBench(Report report) {
        this.report = report;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (Wrk.isMissing()) {
            return 1;
        }
        report.section("A cluster on this machine");
        try (Bench bench = Bench.cluster(World.of(readers, 100, 50, 5), Ports.free())) {
            bench.post(300);
            bench.warm();
            Wrk reads = new Wrk(bench.folder(), "home", HomeReads.PATH, bench.readers(), connections);
            Wrk posts = Wrk.posting(
                    bench.folder(), "/api/roost/v1/tweets", bench.authors(), new Drafts(1).next(), connections);
            System.out.println("Warming up ...");
            reads.warmUp(bench.port(), 3 * seconds);
            posts.warmUp(bench.port(), 3 * seconds);
            measure(bench, "reads", reads);
            measure(bench, "posts", posts);
        }
        return 0;
    }

    private void measure(Bench bench, String what, Wrk wrk) throws IOException, InterruptedException {
        double[] rates = new double[rounds];
        report.line("%s per second, and processors in use by role", what);
        for (int round = 0; round < rounds; round++) {
            Map<String, Double> before = bench.cpuSeconds();
            Wrk.Mixed result = wrk.runMixed(bench.port(), seconds);
            rates[round] = result.admitted();
            String used = bench.cpuSeconds().entrySet().stream()
                    .map(entry -> "%s %.2f"
                            .formatted(
                                    entry.getKey(),
                                    (entry.getValue() - before.getOrDefault(entry.getKey(), 0.0)) / seconds))
                    .collect(Collectors.joining(", "));
            report.line("%9.0f   (%.0f rejected)   %s", result.admitted(), result.refused(), used);
        }
        report.line("median %,.0f %s/s", Medians.of(rates), what);
    }
}
