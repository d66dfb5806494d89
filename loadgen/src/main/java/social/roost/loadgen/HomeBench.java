package social.roost.loadgen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The highest rate of home timeline reads, alternating in one run with a bare Netty server that sends the same bytes,
 * or with another build.
 */
@Command(
        name = "home",
        mixinStandardHelpOptions = true,
        description = "Reads warm home timelines at full speed, compared with a bare Netty server. Needs wrk.")
final class HomeBench implements Callable<Integer> {
    /** The fraction of the peak rate at which a server should be operated. */
    private static final double PART = 0.6;

    private final Report report;

    @Option(names = "--rounds", description = "Measured rounds (default: ${DEFAULT-VALUE}).")
    private int rounds = 5;

    @Option(names = "--seconds", description = "Seconds per server and round (default: ${DEFAULT-VALUE}).")
    private int seconds = 8;

    @Option(names = "--connections", description = "Connections kept busy (default: ${DEFAULT-VALUE}).")
    private int connections = 64;

    @Option(names = "--readers", description = "Readers who take turns (default: ${DEFAULT-VALUE}).")
    private int readers = 10_000;

    @Option(
            names = "--with",
            description = "A setting of the server, such as limits.enabled=true; may be repeated (default: no limits).")
    private List<String> settings = List.of("limits.enabled=false");

    @Option(
            names = "--beside",
            description = "The roost-server.jar of another build, to measure alternately with this one.")
    private @Nullable Path other;

    @Option(names = "--hold", description = "Seconds to keep the servers running afterwards, for profiling.")
    private int hold = 0;

    HomeBench(Report report) {
        this.report = report;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (Wrk.isMissing()) {
            return 1;
        }
        report.section("Home reads at full speed");
        List<String> flags = settings.stream().map(setting -> "--" + setting).toList();
        try (Bench bench = Bench.imported(world(), Jars.server())) {
            Wrk wrk = prepare(bench, flags);
            if (other == null) {
                besideNetty(bench, wrk);
            } else {
                besideAnother(bench, wrk, other);
            }
        }
        return 0;
    }

    private World world() {
        return World.of(readers, 400, 200, 5);
    }

    /** Both have their own worlds and readers, which are the same. */
    private void besideAnother(Bench own, Wrk wrk, Path jar) throws IOException, InterruptedException {
        try (Bench bench = Bench.imported(world(), jar)) {
            Wrk otherWrk = prepare(bench, List.of());
            System.out.println("Warming up ...");
            for (int i = 0; i < 2; i++) {
                wrk.warmUp(own.port(), seconds);
                otherWrk.warmUp(bench.port(), seconds);
            }
            var _ = compare(wrk, own.server(), otherWrk, bench.server());
        }
    }

    private Wrk prepare(Bench bench, List<String> flags) throws IOException, InterruptedException {
        ChildProcess server = bench.restart(flags);
        report.line("%s, %,d MiB resident", server.readyLine(), server.residentMebibytes());
        bench.post(4_000);
        bench.warm();
        return new Wrk(bench.folder(), "home", HomeReads.PATH, bench.readers(), connections);
    }

    private void besideNetty(Bench bench, Wrk wrk) throws IOException, InterruptedException {
        String page;
        try (LoadClient client = LoadClient.connect(bench.port(), 1)) {
            String reader = bench.readers().getFirst();
            page = client.call(Request.get(HomeReads.PATH, reader).keepingBody())
                    .body();
        }
        Path body = Files.writeString(bench.folder().resolve("page.json"), page);
        report.line("A page has %,d bytes; %,d readers.", Files.size(body), readers);
        try (ChildProcess netty = ChildProcess.java(Jars.own(), List.of("baseline", body.toString()))) {
            System.out.println("Warming up ...");
            wrk.warmUp(bench.port(), seconds);
            wrk.warmUp(netty.port(), seconds);
            wrk.warmUp(bench.port(), seconds);
            double peak = compare(wrk, bench.server(), wrk, netty);
            atPartOfPeak(bench, peak);
            if (hold > 0) {
                System.out.println("Servers keep running; the process id of Roost is "
                        + bench.server().pid());
                wrk.warmUp(bench.port(), hold);
            }
        }
    }

    /** At that rate in an open loop, in which latencies are meaningful. */
    private void atPartOfPeak(Bench bench, double peak) throws IOException, InterruptedException {
        report.line("In an open loop at %.0f %% of that, %,.0f/s:", 100 * PART, PART * peak);
        var _ = HomeReads.run(bench, PART * peak, seconds);
        List<Double> ninetyNines = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            Recording recording = HomeReads.run(bench, PART * peak, seconds);
            report.latencies(recording);
            ninetyNines.add(recording.percentile(99));
        }
        report.line("p99, median of the rounds: %.2f ms", Medians.of(ninetyNines));
    }

    /** The median of our rates. */
    private double compare(Wrk wrk, ChildProcess roost, Wrk otherWrk, ChildProcess beside)
            throws IOException, InterruptedException {
        List<Double> ratios = new ArrayList<>();
        List<Double> ours = new ArrayList<>();
        List<Double> others = new ArrayList<>();
        report.line("round   roost/s   other/s   ratio   roost p99 ms   roost CPU us   other CPU us");
        for (int round = 1; round <= rounds; round++) {
            double before = roost.cpuSeconds();
            Wrk.Result own = wrk.run(roost.port(), seconds);
            double cpu = (roost.cpuSeconds() - before) * 1e6 / (own.rate() * seconds);
            double otherBefore = beside.cpuSeconds();
            Wrk.Result theirs = otherWrk.run(beside.port(), seconds);
            double otherCpu = (beside.cpuSeconds() - otherBefore) * 1e6 / (theirs.rate() * seconds);
            ours.add(own.rate());
            others.add(theirs.rate());
            ratios.add(own.rate() / theirs.rate());
            report.line(
                    "%5d %9.0f %9.0f %7.2f %14.2f %14.1f %14.1f",
                    round, own.rate(), theirs.rate(), ratios.getLast(), own.ninetyNine(), cpu, otherCpu);
        }
        report.line("median %8.0f %9.0f %7.2f", Medians.of(ours), Medians.of(others), Medians.of(ratios));
        report.line("Server memory afterwards: %,d MiB resident.", roost.residentMebibytes());
        return Medians.of(ours);
    }
}
