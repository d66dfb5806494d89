package social.roost.loadgen;

import java.io.IOException;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * How many timelines per second tweets are pushed to. Authors with many followers, all active and with full timelines,
 * post faster than the fan-out runs, so that it never waits; each tweet goes through the event log, as usual.
 */
@Command(
        name = "fanout",
        mixinStandardHelpOptions = true,
        description = "Measures deliveries per second to home timelines, through the event log.")
final class FanOutBench implements Callable<Integer> {
    private static final int AUTHORS = 50;

    private final Report report;

    @Option(names = "--readers", description = "Followers of each author, all active (default: ${DEFAULT-VALUE}).")
    private int readers = 10_000;

    @Option(names = "--tweets", description = "Tweets per round (default: ${DEFAULT-VALUE}).")
    private int tweets = 2_000;

    @Option(names = "--rounds", description = "Measured rounds (default: ${DEFAULT-VALUE}).")
    private int rounds = 5;

    FanOutBench(Report report) {
        this.report = report;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        report.section("Fan-out of tweets to %,d timelines each".formatted(readers));
        int adminPort = Ports.free();
        try (Bench bench = Bench.imported(World.of(readers, AUTHORS, AUTHORS, 0), Jars.server());
                HttpClient client = Http.client()) {
            List<String> flags = new ArrayList<>(Bench.UNLIMITED);
            flags.add("--admin.port=" + adminPort);
            ChildProcess server = bench.restart(flags);
            bench.warm();
            System.out.println("Warming up, until all timelines are full ...");
            var _ = round(bench, client, adminPort);
            report.line("round   deliveries/s   tweets/s   processors   CPU ns per delivery");
            List<Double> rates = new ArrayList<>();
            for (int round = 1; round <= rounds; round++) {
                double cpu = server.cpuSeconds();
                double seconds = round(bench, client, adminPort);
                cpu = server.cpuSeconds() - cpu;
                double deliveries = (double) tweets * readers;
                rates.add(deliveries / seconds);
                report.line(
                        "%5d %,14.0f %10.0f %12.2f %12.0f",
                        round, rates.getLast(), tweets / seconds, cpu / seconds, cpu * 1e9 / deliveries);
            }
            report.line("median %,13.0f", Medians.of(rates));
        }
        return 0;
    }

    /** The seconds from the first post until the last timeline has the last tweet. */
    private double round(Bench bench, HttpClient client, int adminPort) throws IOException, InterruptedException {
        long goal = Metrics.read(client, adminPort).deliveries() + Metrics.deliveriesOf(tweets, readers);
        long start = System.nanoTime();
        bench.post(tweets);
        while (Metrics.read(client, adminPort).deliveries() < goal) {
            Thread.sleep(10);
        }
        return (System.nanoTime() - start) / 1e9;
    }
}
