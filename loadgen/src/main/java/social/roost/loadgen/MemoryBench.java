package social.roost.loadgen;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * What the server's memory is needed for, as differences between full collections: readers whose timelines are there but empty, the
 * entries of these, and tweets in the cache.
 */
@Command(
        name = "memory",
        mixinStandardHelpOptions = true,
        description = "Memory for each active reader, each entry of a timeline and each cached tweet.")
final class MemoryBench implements Callable<Integer> {
    private static final int FEW = 50;
    private static final int MANY = 450;
    private static final int ENTRIES = 800;

    private final Report report;

    @Option(names = "--readers", description = "Readers (default: ${DEFAULT-VALUE}).")
    private int readers = 20_000;

    @Option(names = "--cached", description = "Tweets that are cached (default: ${DEFAULT-VALUE}).")
    private int cached = 20_000;

    MemoryBench(Report report) {
        this.report = report;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        report.section("Memory, %,d readers".formatted(readers));
        double few = readersWith(FEW);
        double many = readersWith(MANY);
        report.line(
                "For each active reader with %d followees %,.0f bytes, with %d %,.0f: %.1f for each followee.",
                FEW, few, MANY, many, (many - few) / (MANY - FEW));
        entries();
        return 0;
    }

    private double readersWith(int followees) throws IOException, InterruptedException {
        try (Bench bench = Bench.start(World.of(readers, 2 * MANY, followees, 0))) {
            heatUp(bench);
            Memory before = Memory.of(bench.server());
            bench.warm();
            return Memory.of(bench.server()).objectBytesOfEach(before, readers - FEW);
        }
    }

    /** What is loaded and compiled once is no reader's. */
    private static void heatUp(Bench bench) throws IOException, InterruptedException {
        List<String> some = bench.readers().subList(0, FEW);
        bench.all(20 * FEW, i -> Request.get(HomeReads.PATH, some.get(i % FEW)));
    }

    private void entries() throws IOException, InterruptedException {
        // The authors after the first FEW have no followers.
        World world = World.of(readers, FEW, FEW, 0);
        int adminPort = Ports.free();
        try (Bench bench = Bench.imported(world, Jars.server())) {
            ChildProcess server =
                    bench.restart(List.of(Bench.UNLIMITED.get(0), Bench.UNLIMITED.get(1), "--admin.port=" + adminPort));
            bench.warm();
            Memory before = Memory.of(server);
            bench.post(ENTRIES);
            awaitDeliveries(adminPort, Metrics.deliveriesOf(ENTRIES, readers));
            Memory full = Memory.of(server);
            long entries = (long) ENTRIES * readers;
            report.line(
                    "For each entry of a timeline %.2f bytes of objects, %.2f resident.",
                    full.objectBytesOfEach(before, entries), full.residentBytesOfEach(before, entries));
            bench.post(cached);
            awaitDeliveries(adminPort, Metrics.deliveriesOf((long) ENTRIES + cached, readers));
            report.line(
                    "For each of %,d cached tweets %,.0f bytes.",
                    cached, Memory.of(server).objectBytesOfEach(full, cached));
        }
    }

    private static void awaitDeliveries(int adminPort, long count) throws IOException, InterruptedException {
        try (var client = Http.client()) {
            while (Metrics.read(client, adminPort).deliveries() < count) {
                Thread.sleep(50);
            }
        }
    }
}
