package social.roost.loadgen;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * What the server's memory is used for, as differences between full collections: readers with empty timelines, the
 * entries of these, and cached tweets.
 */
@Command(
        name = "memory",
        mixinStandardHelpOptions = true,
        description = "Measures the memory per active reader, timeline entry and cached tweet.")
final class MemoryBench implements Callable<Integer> {
    private static final int FEW = 50;
    private static final int MANY = 450;
    private static final int ENTRIES = 800;

    private final Report report;

    @Option(names = "--readers", description = "Number of readers (default: ${DEFAULT-VALUE}).")
    private int readers = 20_000;

    @Option(names = "--cached", description = "Number of cached tweets (default: ${DEFAULT-VALUE}).")
    private int cached = 20_000;

    @Option(names = "--rounds", description = "Measured rounds (default: ${DEFAULT-VALUE}).")
    private int rounds = 5;

    MemoryBench(Report report) {
        this.report = report;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        report.section("Memory, %,d readers".formatted(readers));
        double few = readersWith(FEW);
        double many = readersWith(MANY);
        report.line(
                "An active reader who follows %d users: %,.0f bytes; %d users: %,.0f; per followed user: %.1f (medians of %d).",
                FEW, few, MANY, many, (many - few) / (MANY - FEW), rounds);
        entries();
        return 0;
    }

    private double readersWith(int followees) throws IOException, InterruptedException {
        double[] bytes = new double[rounds];
        try (Bench bench = Bench.imported(World.of(readers, 2 * MANY, followees, 0), Jars.server())) {
            for (int round = 0; round < rounds; round++) {
                ChildProcess server = bench.restart(Bench.UNLIMITED);
                heatUp(bench);
                Memory before = Memory.of(server);
                bench.warm();
                bytes[round] = Memory.of(server).objectBytesOfEach(before, readers - FEW);
            }
        }
        return Medians.of(bytes);
    }

    /** Classes and compiled code are not part of a reader's memory. */
    private static void heatUp(Bench bench) throws IOException, InterruptedException {
        List<String> some = bench.readers().subList(0, FEW);
        bench.all(20 * FEW, i -> Request.get(HomeReads.PATH, some.get(i % FEW)));
    }

    private void entries() throws IOException, InterruptedException {
        double[] objects = new double[rounds];
        double[] resident = new double[rounds];
        double[] tweets = new double[rounds];
        // The authors after the first FEW have no followers.
        World world = World.of(readers, FEW, FEW, 0);
        long entries = (long) ENTRIES * readers;
        for (int round = 0; round < rounds; round++) {
            int adminPort = Ports.free();
            try (Bench bench = Bench.imported(world, Jars.server())) {
                ChildProcess server = bench.restart(
                        List.of(Bench.UNLIMITED.get(0), Bench.UNLIMITED.get(1), "--admin.port=" + adminPort));
                bench.warm();
                Memory before = Memory.of(server);
                bench.post(ENTRIES);
                awaitDeliveries(adminPort, Metrics.deliveriesOf(ENTRIES, readers));
                Memory full = Memory.of(server);
                bench.post(cached);
                awaitDeliveries(adminPort, Metrics.deliveriesOf((long) ENTRIES + cached, readers));
                objects[round] = full.objectBytesOfEach(before, entries);
                resident[round] = full.residentBytesOfEach(before, entries);
                tweets[round] = Memory.of(server).objectBytesOfEach(full, cached);
            }
        }
        report.line(
                "A timeline entry: %.2f bytes of objects, %.2f resident; each of %,d cached tweets: %,.0f (medians of %d).",
                Medians.of(objects), Medians.of(resident), cached, Medians.of(tweets), rounds);
    }

    private static void awaitDeliveries(int adminPort, long count) throws IOException, InterruptedException {
        try (var client = Http.client()) {
            while (Metrics.read(client, adminPort).deliveries() < count) {
                Thread.sleep(50);
            }
        }
    }
}
