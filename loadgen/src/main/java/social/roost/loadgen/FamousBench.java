package social.roost.loadgen;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The cost of a home timeline read with more and more famous followees, whose tweets are merged on read. */
@Command(
        name = "famous",
        mixinStandardHelpOptions = true,
        description = "Reads home timelines of users who follow more and more famous authors. Needs wrk.")
final class FamousBench implements Callable<Integer> {
    private static final int[] FAMOUS = {100, 20, 5, 0};
    private static final int ORDINARY = 2_000;
    private static final int FOLLOWEES = 200;
    private static final int TWEETS_EACH = 4;

    private final Report report;

    @Option(names = "--readers", description = "Readers for each number of famous authors (default: ${DEFAULT-VALUE}).")
    private int readers = 500;

    @Option(names = "--rounds", description = "Measured rounds (default: ${DEFAULT-VALUE}).")
    private int rounds = 5;

    @Option(
            names = "--seconds",
            description = "Seconds per number of famous authors and round (default: ${DEFAULT-VALUE}).")
    private int seconds = 4;

    FamousBench(Report report) {
        this.report = report;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (Wrk.isMissing()) {
            return 1;
        }
        report.section("Home reads by the number of famous authors among followed users: " + FOLLOWEES);
        World world = World.grouped(readers, ORDINARY, FOLLOWEES, FAMOUS);
        try (Bench bench = Bench.start(world)) {
            bench.post(TWEETS_EACH * world.authors());
            bench.warm();
            List<Wrk> kinds = new ArrayList<>();
            for (int i = 0; i < FAMOUS.length; i++) {
                List<String> tokens = bench.readers().subList(i * readers, (i + 1) * readers);
                kinds.add(new Wrk(bench.folder(), "famous" + FAMOUS[i], HomeReads.PATH, tokens, 64));
            }
            System.out.println("Warming up ...");
            for (Wrk wrk : kinds) {
                wrk.warmUp(bench.port(), seconds);
            }
            measure(bench.server(), kinds);
        }
        return 0;
    }

    private void measure(ChildProcess server, List<Wrk> kinds) throws IOException, InterruptedException {
        double[][] rates = new double[kinds.size()][rounds];
        double[][] costs = new double[kinds.size()][rounds];
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < kinds.size(); i++) {
                double cpu = server.cpuSeconds();
                rates[i][round] = kinds.get(i).run(server.port(), seconds).rate();
                costs[i][round] = (server.cpuSeconds() - cpu) * 1e6 / (rates[i][round] * seconds);
            }
        }
        report.line("famous   reads/s     CPU us per read   (medians)");
        double[] at = new double[kinds.size()];
        double[] cost = new double[kinds.size()];
        for (int i = kinds.size() - 1; i >= 0; i--) {
            at[kinds.size() - 1 - i] = FAMOUS[i];
            cost[kinds.size() - 1 - i] = Medians.of(costs[i]);
            report.line("%6d %,9.0f %19.1f", FAMOUS[i], Medians.of(rates[i]), Medians.of(costs[i]));
        }
        report.plot(new Plot("Cost of a home read", "famous followed authors", "CPU time in microseconds")
                .series("read", at, cost));
    }
}
