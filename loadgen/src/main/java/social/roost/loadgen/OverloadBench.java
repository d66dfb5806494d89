package social.roost.loadgen;

import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Far more posts than the server can sustain, by wrk, and next to them a few at a fixed rate whose latency counts from
 * the time each was due. Then again as many as it can sustain, until it recovers.
 */
@Command(
        name = "overload",
        mixinStandardHelpOptions = true,
        description =
                "Posts far more than the server sustains: accepted and rejected posts, and the recovery. Needs wrk.")
final class OverloadBench implements Callable<Integer> {
    private static final int FOLLOWERS = 50;
    private static final int AUTHORS = 100;
    private static final int WATCHED_RATE = 100;
    private static final int LONGEST_RECOVERY = 10;
    private static final double RECOVERED = 0.9;

    private final Report report;

    @Option(
            names = "--normal",
            description = "Connections that the server can keep up with (default: ${DEFAULT-VALUE}).")
    private int normal = 32;

    @Option(names = "--connections", description = "Connections during the overload (default: ${DEFAULT-VALUE}).")
    private int connections = 1000;

    @Option(names = "--seconds", description = "Duration of each phase in seconds (default: ${DEFAULT-VALUE}).")
    private int seconds = 10;

    private final Recording admitted = new Recording("accepted");
    private final Recording refused = new Recording("rejected");
    private final AtomicLong greatestKibibytes = new AtomicLong();

    OverloadBench(Report report) {
        this.report = report;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (Wrk.isMissing()) {
            return 1;
        }
        report.section("Overload");
        try (Bench bench = Bench.start(World.of(FOLLOWERS, AUTHORS, AUTHORS, 0))) {
            String draft = new Drafts(1).next();
            Wrk some = Wrk.posting(bench.folder(), "/api/roost/v1/tweets", bench.authors(), draft, normal);
            Wrk many = Wrk.posting(bench.folder(), "/api/roost/v1/tweets", bench.authors(), draft, connections);
            measure(bench.server(), some, many, bench.authors());
        }
        return admitted.failed() == 0 ? 0 : 1;
    }

    private void measure(ChildProcess server, Wrk some, Wrk many, List<String> authors)
            throws IOException, InterruptedException {
        System.out.println("Warming up ...");
        some.warmUp(server.port(), seconds);
        some.warmUp(server.port(), seconds);
        Wrk.Mixed sustained = some.runMixed(server.port(), seconds);
        report.line(
                "Sustained, %d connections: %.0f posts/s, %.0f/s rejected; %d MiB resident.",
                normal, sustained.admitted(), sustained.refused(), server.residentMebibytes());
        many.warmUp(server.port(), 2);
        Wrk.Mixed overload;
        try (LoadClient client = LoadClient.connect(server.port(), WATCHED_RATE)) {
            Thread watching = watch(client, server, authors);
            overload = many.runMixed(server.port(), seconds);
            watching.join();
        }
        report.line(
                "Overload, %d connections: %.0f requests/s, %.1f times the sustained rate; %.0f posts/s accepted (%.0f %%), %.0f/s"
                        + " rejected; at most %d MiB resident.",
                connections,
                overload.rate(),
                overload.rate() / sustained.admitted(),
                overload.admitted(),
                100 * overload.admitted() / sustained.admitted(),
                overload.refused(),
                greatestKibibytes.get() / 1024);
        report.latencies(admitted, refused);
        recover(server, some, sustained);
    }

    /** A few posts at a fixed rate. */
    private Thread watch(LoadClient client, ChildProcess server, List<String> authors) {
        Drafts drafts = new Drafts(9);
        SplittableRandom random = new SplittableRandom(9);
        return OpenLoop.start(WATCHED_RATE, seconds - 1.0, 9, due -> {
            String author = authors.get(random.nextInt(authors.size()));
            client.send(Request.post("/api/roost/v1/tweets", author, drafts.next()), response -> {
                boolean isRefusal = response.status() == 429 || response.status() == 503;
                if (isRefusal) {
                    refused.record(due, System.nanoTime());
                } else {
                    admitted.record(due, response);
                }
            });
            greatestKibibytes.accumulateAndGet(server.residentKibibytes(), Math::max);
        });
    }

    private void recover(ChildProcess server, Wrk some, Wrk.Mixed sustained) throws IOException, InterruptedException {
        for (int second = 1; second <= LONGEST_RECOVERY; second++) {
            Wrk.Mixed now = some.runMixed(server.port(), 1);
            report.line(
                    "%d s after the overload: %.0f posts/s, %.0f/s rejected, %d MiB resident.",
                    second, now.admitted(), now.refused(), server.residentMebibytes());
            if (now.admitted() >= RECOVERED * sustained.admitted() && now.refused() == 0) {
                report.line("Recovered.");
                return;
            }
        }
        report.line("Not recovered after %d s.", LONGEST_RECOVERY);
    }
}
