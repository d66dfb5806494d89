package social.roost.loadgen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Home timeline reads as fast as they go, beside a bare Netty server that answers the same bytes, in turn in one run. */
@Command(
        name = "home",
        mixinStandardHelpOptions = true,
        description = "Reads warm home timelines as fast as they go, beside a bare Netty server. Needs wrk.")
final class HomeBench implements Callable<Integer> {
    private static final String PATH = "/api/v1/timelines/home?limit=20";

    @Option(names = "--rounds", description = "Measured rounds (default: ${DEFAULT-VALUE}).")
    private int rounds = 5;

    @Option(names = "--seconds", description = "Seconds for each server in a round (default: ${DEFAULT-VALUE}).")
    private int seconds = 8;

    @Option(names = "--connections", description = "Connections kept busy (default: ${DEFAULT-VALUE}).")
    private int connections = 64;

    @Option(names = "--readers", description = "Readers who take turns (default: ${DEFAULT-VALUE}).")
    private int readers = 500;

    @Option(names = "--hold", description = "Keep the servers running for so many seconds afterwards, for a profile.")
    private int hold = 0;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!Wrk.isInstalled()) {
            System.err.println(
                    "roost: This needs wrk on the PATH (Debian, Ubuntu: apt install wrk; macOS: brew install wrk).");
            return 1;
        }
        World world = new World(readers, 400, 200, 5);
        try (Bench bench = Bench.start(world)) {
            measure(world, bench.server(), bench.folder());
        }
        return 0;
    }

    private void measure(World world, ChildProcess roost, Path folder) throws IOException, InterruptedException {
        System.out.println(roost.readyLine() + ", " + roost.residentMebibytes() + " MiB resident");
        world.post(roost.port(), 4_000);
        List<String> tokens = world.logInReaders(roost.port(), readers);
        byte[] page = world.read(roost.port(), PATH, tokens.getFirst());
        Path body = Files.write(folder.resolve("page.json"), page);
        System.out.printf("A page has %,d bytes.%n", page.length);
        Wrk wrk = new Wrk(folder, PATH, tokens, connections);
        try (ChildProcess netty = ChildProcess.java(Jars.own(), List.of("baseline", body.toString()))) {
            System.out.println("Warming up ...");
            var _ = wrk.run(roost.port(), seconds);
            var _ = wrk.run(netty.port(), seconds);
            var _ = wrk.run(roost.port(), seconds);
            compare(wrk, roost, netty);
            if (hold > 0) {
                System.out.println("Holding; the server's process is " + roost.pid());
                var _ = wrk.run(roost.port(), hold);
            }
        }
    }

    private void compare(Wrk wrk, ChildProcess roost, ChildProcess netty) throws IOException, InterruptedException {
        List<Double> ratios = new ArrayList<>();
        List<Wrk.Result> ours = new ArrayList<>();
        List<Wrk.Result> bare = new ArrayList<>();
        System.out.println("round   roost/s   netty/s   ratio   roost p99 ms   roost CPU us   netty CPU us");
        for (int round = 1; round <= rounds; round++) {
            double before = roost.cpuSeconds();
            Wrk.Result own = wrk.run(roost.port(), seconds);
            double cpu = (roost.cpuSeconds() - before) * 1e6 / (own.rate() * seconds);
            double bareBefore = netty.cpuSeconds();
            Wrk.Result other = wrk.run(netty.port(), seconds);
            double bareCpu = (netty.cpuSeconds() - bareBefore) * 1e6 / (other.rate() * seconds);
            ours.add(own);
            bare.add(other);
            ratios.add(own.rate() / other.rate());
            System.out.printf(
                    "%5d %9.0f %9.0f %7.2f %14.2f %14.1f %14.1f%n",
                    round, own.rate(), other.rate(), ratios.getLast(), own.ninetyNine(), cpu, bareCpu);
        }
        System.out.printf("median %8.0f %9.0f %7.2f%n", median(rates(ours)), median(rates(bare)), median(ratios));
        System.out.println("Server memory after: " + roost.residentMebibytes() + " MiB resident.");
    }

    private static List<Double> rates(List<Wrk.Result> results) {
        return results.stream().map(Wrk.Result::rate).toList();
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted(Comparator.naturalOrder()).toList();
        return sorted.get(sorted.size() / 2);
    }
}
