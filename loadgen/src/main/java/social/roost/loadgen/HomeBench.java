package social.roost.loadgen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Home timeline reads as fast as they go, in turn in one run with a bare Netty server that answers the same bytes, or with another
 * build.
 */
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

    @Option(
            names = "--with",
            description = "A setting of the server, such as limits.enabled=true; may be repeated (default: no limits).")
    private List<String> settings = List.of("limits.enabled=false");

    @Option(names = "--beside", description = "The roost-server.jar of another build, to be measured in turn.")
    private @Nullable Path other;

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
        List<String> flags = settings.stream().map(setting -> "--" + setting).toList();
        try (Bench bench = Bench.start(world, Jars.server(), flags)) {
            Wrk wrk = prepare(world, bench);
            if (other == null) {
                besideNetty(world, bench, wrk);
            } else {
                besideAnother(bench.server(), wrk, other);
            }
        }
        return 0;
    }

    /** Both have worlds and readers of their own, which are the same. */
    private void besideAnother(ChildProcess roost, Wrk wrk, Path jar) throws IOException, InterruptedException {
        World world = new World(readers, 400, 200, 5);
        try (Bench bench = Bench.start(world, jar, List.of())) {
            Wrk otherWrk = prepare(world, bench);
            System.out.println("Warming up ...");
            for (int i = 0; i < 2; i++) {
                var _ = wrk.run(roost.port(), seconds);
                var _ = otherWrk.run(bench.server().port(), seconds);
            }
            compare(wrk, roost, otherWrk, bench.server());
        }
    }

    private Wrk prepare(World world, Bench bench) throws IOException, InterruptedException {
        ChildProcess roost = bench.server();
        System.out.println(roost.readyLine() + ", " + roost.residentMebibytes() + " MiB resident");
        world.post(roost.port(), 4_000);
        return new Wrk(bench.folder(), PATH, world.logInReaders(roost.port(), readers), connections);
    }

    private void besideNetty(World world, Bench bench, Wrk wrk) throws IOException, InterruptedException {
        ChildProcess roost = bench.server();
        String reader = world.logInReaders(roost.port(), 1).getFirst();
        byte[] page = world.read(roost.port(), PATH, reader);
        Path body = Files.write(bench.folder().resolve("page.json"), page);
        System.out.printf("A page has %,d bytes.%n", page.length);
        try (ChildProcess netty = ChildProcess.java(Jars.own(), List.of("baseline", body.toString()))) {
            System.out.println("Warming up ...");
            var _ = wrk.run(roost.port(), seconds);
            var _ = wrk.run(netty.port(), seconds);
            var _ = wrk.run(roost.port(), seconds);
            compare(wrk, roost, wrk, netty);
            if (hold > 0) {
                System.out.println("Holding; the server's process is " + roost.pid());
                var _ = wrk.run(roost.port(), hold);
            }
        }
    }

    private void compare(Wrk wrk, ChildProcess roost, Wrk otherWrk, ChildProcess beside)
            throws IOException, InterruptedException {
        List<Double> ratios = new ArrayList<>();
        List<Wrk.Result> ours = new ArrayList<>();
        List<Wrk.Result> others = new ArrayList<>();
        System.out.println("round   roost/s   other/s   ratio   roost p99 ms   roost CPU us   other CPU us");
        for (int round = 1; round <= rounds; round++) {
            double before = roost.cpuSeconds();
            Wrk.Result own = wrk.run(roost.port(), seconds);
            double cpu = (roost.cpuSeconds() - before) * 1e6 / (own.rate() * seconds);
            double otherBefore = beside.cpuSeconds();
            Wrk.Result theirs = otherWrk.run(beside.port(), seconds);
            double otherCpu = (beside.cpuSeconds() - otherBefore) * 1e6 / (theirs.rate() * seconds);
            ours.add(own);
            others.add(theirs);
            ratios.add(own.rate() / theirs.rate());
            System.out.printf(
                    "%5d %9.0f %9.0f %7.2f %14.2f %14.1f %14.1f%n",
                    round, own.rate(), theirs.rate(), ratios.getLast(), own.ninetyNine(), cpu, otherCpu);
        }
        System.out.printf("median %8.0f %9.0f %7.2f%n", median(rates(ours)), median(rates(others)), median(ratios));
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
