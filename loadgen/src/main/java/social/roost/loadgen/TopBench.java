package social.roost.loadgen;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** First pages of full home timelines in the order {@code top}, alternating in one run with {@code latest}. */
@Command(
        name = "top",
        mixinStandardHelpOptions = true,
        description = "Reads of home timelines by score, compared with the latest order.")
final class TopBench implements Callable<Integer> {
    private static final int CONNECTIONS = 128;
    private static final int FOLLOWEES = 200;
    private static final int AUTHORS = 400;

    /** So that timelines have 800 entries. */
    private static final int POSTED = 4_000;

    private final Report report;

    @Option(names = "--readers", description = "Readers who take turns (default: ${DEFAULT-VALUE}).")
    private int readers = 5_000;

    @Option(names = "--rate", description = "Reads per second (default: ${DEFAULT-VALUE}).")
    private int rate = 1_000;

    @Option(names = "--seconds", description = "Seconds of each round and order (default: ${DEFAULT-VALUE}).")
    private int seconds = 8;

    @Option(names = "--rounds", description = "Measured rounds (default: ${DEFAULT-VALUE}).")
    private int rounds = 3;

    TopBench(Report report) {
        this.report = report;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        report.section("The home timeline by score");
        try (Bench bench = Bench.imported(World.of(readers, AUTHORS, FOLLOWEES, 5), Jars.server())) {
            var _ = bench.restart(List.of("--limits.enabled=false"));
            bench.post(POSTED);
            bench.warm();
            List<Request> latest = requests(bench, HomeReads.PATH);
            List<Request> top = requests(bench, HomeReads.PATH + "&order=top");
            System.out.println("Warming up ...");
            int failed = 0;
            for (int i = 0; i < 2; i++) {
                failed += read(bench, latest, "latest").recording.failed()
                        + read(bench, top, "top").recording.failed();
            }
            return failed + measure(bench, latest, top) == 0 ? 0 : 1;
        }
    }

    private int measure(Bench bench, List<Request> latest, List<Request> top) throws IOException, InterruptedException {
        report.line("%,d reads/s of %,d readers, 20 tweets each:", rate, readers);
        List<Double> tails = new ArrayList<>();
        List<Double> costs = new ArrayList<>();
        int failed = 0;
        for (int round = 1; round <= rounds; round++) {
            Round one = read(bench, latest, "latest");
            Round other = read(bench, top, "top");
            report.latencies(one.recording, other.recording);
            report.line("Processor time of a read: %.0f and %.0f us", one.micros, other.micros);
            tails.add(other.recording.percentile(99));
            costs.add(other.micros - one.micros);
            failed += one.recording.failed() + other.recording.failed();
        }
        report.line(
                "Medians of the rounds: top p99 %.2f ms, %.0f us of processor time more than latest",
                Medians.of(tails), Medians.of(costs));
        return failed;
    }

    private static List<Request> requests(Bench bench, String path) {
        return bench.readers().stream().map(token -> Request.get(path, token)).toList();
    }

    private Round read(Bench bench, List<Request> requests, String name) throws IOException, InterruptedException {
        Recording recording = new Recording(name);
        double before = bench.server().cpuSeconds();
        try (LoadClient client = LoadClient.connect(bench.port(), CONNECTIONS)) {
            HomeReads.send(client, requests, rate, seconds, recording);
        }
        double spent = bench.server().cpuSeconds() - before;
        return new Round(recording, 1e6 * spent / rate / seconds);
    }

    /** @param micros processor time of a read */
    private record Round(Recording recording, double micros) {}
}
