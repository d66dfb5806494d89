package social.roost.loadgen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Home timeline reads as the service grows: the same number of active readers among more and more users. */
@Command(
        name = "growth",
        mixinStandardHelpOptions = true,
        description = "Reads home timelines as the number of users grows, in a realistic follow graph. Needs wrk.")
final class GrowthBench implements Callable<Integer> {
    private static final int AUTHORS = 1_000;

    private final Report report;

    @Option(
            names = "--users",
            split = ",",
            description = "Comma-separated numbers of users (default: ${DEFAULT-VALUE}).")
    private List<Integer> users = List.of(10_000, 100_000, 1_000_000);

    @Option(names = "--mean", description = "Average number of users that a user follows (default: ${DEFAULT-VALUE}).")
    private double mean = 20;

    @Option(names = "--graph", description = "File with a follow graph to use instead: lines 'a b', plain or gzip.")
    private @Nullable Path file;

    @Option(names = "--active", description = "Users who are logged in and read (default: ${DEFAULT-VALUE}).")
    private int active = 10_000;

    @Option(
            names = "--famous-at",
            description = "Followers at which an author becomes famous (default: ${DEFAULT-VALUE}).")
    private int famousAt = 10_000;

    @Option(names = "--rate", description = "Reads per second (default: ${DEFAULT-VALUE}).")
    private int rate = 10_000;

    @Option(names = "--seconds", description = "Duration of each measurement in seconds (default: ${DEFAULT-VALUE}).")
    private int seconds = 8;

    @Option(names = "--rounds", description = "Measured rounds (default: ${DEFAULT-VALUE}).")
    private int rounds = 5;

    GrowthBench(Report report) {
        this.report = report;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (Wrk.isMissing()) {
            return 1;
        }
        report.section("Home reads as the service grows");
        List<Growth> all = new ArrayList<>();
        if (file == null) {
            for (int count : users) {
                all.add(measure(FollowGraph.synthetic(count, mean, count / 10, 42)));
            }
        } else {
            all.add(measure(FollowGraph.read(file)));
        }
        report.line(
                "    users      follows   import s   at the peak/s   p50 ms   p99 ms at %,d/s   MiB of objects   data MiB",
                rate);
        for (Growth growth : all) {
            report.line("%s", growth.line());
        }
        report.plot(new Plot("Home reads", "users", "milliseconds")
                .logX()
                .logY()
                .series(
                        "p50",
                        all.stream().mapToDouble(Growth::users).toArray(),
                        all.stream().mapToDouble(Growth::median).toArray())
                .series(
                        "p99",
                        all.stream().mapToDouble(Growth::users).toArray(),
                        all.stream().mapToDouble(Growth::ninetyNine).toArray()));
        return 0;
    }

    private Growth measure(FollowGraph graph) throws IOException, InterruptedException {
        World world = World.natural(graph, Math.min(AUTHORS, graph.users() / 10), famousAt);
        long begin = System.nanoTime();
        try (Bench bench = Bench.imported(world, active)) {
            double imported = (System.nanoTime() - begin) / 1e9;
            ChildProcess server = bench.restart(Bench.UNLIMITED);
            bench.post(10_000);
            bench.warm();
            Wrk wrk = new Wrk(bench.folder(), "home", HomeReads.PATH, bench.readers(), 64);
            wrk.warmUp(server.port(), seconds);
            double[] peaks = new double[rounds];
            double[] medians = new double[rounds];
            double[] ninetyNines = new double[rounds];
            for (int round = 0; round < rounds; round++) {
                peaks[round] = wrk.run(server.port(), seconds).rate();
                Recording recording = HomeReads.run(bench, rate, seconds);
                medians[round] = recording.percentile(50);
                ninetyNines[round] = recording.percentile(99);
            }
            return new Growth(
                    graph.users(),
                    graph.follows(),
                    imported,
                    Medians.of(peaks),
                    Medians.of(medians),
                    Medians.of(ninetyNines),
                    Memory.of(server).heapKibibytes() / 1024,
                    mebibytes(bench.folder()));
        }
    }

    private static long mebibytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            long bytes = 0;
            for (Path path : files.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(path);
            }
            return bytes >> 20;
        }
    }

    private record Growth(
            int users,
            int follows,
            double importSeconds,
            double peak,
            double median,
            double ninetyNine,
            long heapMebibytes,
            long dataMebibytes) {

        String line() {
            return "%,9d %,12d %10.0f %,15.0f %8.2f %18.2f %16d %10d"
                    .formatted(users, follows, importSeconds, peak, median, ninetyNine, heapMebibytes, dataMebibytes);
        }
    }
}
