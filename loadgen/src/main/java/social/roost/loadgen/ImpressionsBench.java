package social.roost.loadgen;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Home reads at a fixed rate (open loop), in turn without and with reports of impressions: the latencies of both, and
 * what the rows of analytics take on disk.
 */
@Command(
        name = "impressions",
        mixinStandardHelpOptions = true,
        description = "Home reads at a fixed rate, without and with reports of impressions, and bytes per view.")
final class ImpressionsBench implements Callable<Integer> {
    private static final String REPORTS = "/api/roost/v1/impressions";
    private static final int AUTHORS = 200;
    private static final int FOLLOWEES = 100;
    private static final int CONNECTIONS = 64;
    private static final int ITEMS = 20;
    private static final int LONGEST_RESPONSE = 3_000;
    private static final int WARM_SECONDS = 30;
    private static final int HOURS = 24;

    private final Report report;
    private final List<String> tweets = new ArrayList<>();
    private final AtomicInteger batches = new AtomicInteger();
    private final AtomicLong open = new AtomicLong();

    @Option(names = "--readers", description = "Number of readers (default: ${DEFAULT-VALUE}).")
    private int readers = 2_000;

    @Option(names = "--tweets", description = "Tweets posted before (default: ${DEFAULT-VALUE}).")
    private int posted = 5_000;

    @Option(names = "--reads", description = "Home timeline reads per second (default: ${DEFAULT-VALUE}).")
    private int reads = 10_000;

    @Option(names = "--impressions", description = "Impressions per second (default: ${DEFAULT-VALUE}).")
    private int impressions = 5_000;

    @Option(names = "--seconds", description = "Duration of each part in seconds (default: ${DEFAULT-VALUE}).")
    private int seconds = 15;

    @Option(names = "--rounds", description = "Rounds of both parts (default: ${DEFAULT-VALUE}).")
    private int rounds = 3;

    ImpressionsBench(Report report) {
        this.report = report;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        report.section("%,d impressions/s next to %,d home reads/s".formatted(impressions, reads));
        int failed = 0;
        try (Bench bench = Bench.start(World.of(readers, AUTHORS, FOLLOWEES, 0))) {
            post(bench);
            bench.warm();
            System.out.println("Warming up ...");
            Recording _ = run(bench, WARM_SECONDS, impressions, new Recording("warming up"));
            List<Double> alone = new ArrayList<>();
            List<Double> together = new ArrayList<>();
            List<Double> cost = new ArrayList<>();
            for (int i = 0; i < rounds; i++) {
                double began = cpuSeconds(bench);
                Recording without = new Recording("home read");
                failed += run(bench, seconds, 0, without).failed();
                double middle = cpuSeconds(bench);
                Recording with = new Recording("home read");
                Recording reports = run(bench, seconds, impressions, with);
                cost.add((cpuSeconds(bench) - middle - (middle - began)) / ((double) impressions * seconds) * 1e6);
                failed += without.failed() + with.failed() + reports.failed();
                report.line("Round %d, without impressions and with %,d/s:", i + 1, impressions);
                report.latencies(without, with, reports);
                alone.add(without.percentile(99));
                together.add(with.percentile(99));
            }
            report.line(
                    "p99 of home reads: median %.1f ms without impressions, %.1f ms with them",
                    Medians.of(alone), Medians.of(together));
            report.line("processor time for each impression: median %.0f us", Medians.of(cost));
            reportSize(bench.folder());
        }
        return failed == 0 ? 0 : 1;
    }

    private static double cpuSeconds(Bench bench) {
        return bench.cpuSeconds().values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
    }

    private void post(Bench bench) throws IOException, InterruptedException {
        List<CompletableFuture<String>> ids = new ArrayList<>();
        try (LoadClient client = LoadClient.connect(bench.port(), CONNECTIONS)) {
            for (int i = 0; i < posted; i++) {
                CompletableFuture<String> id = new CompletableFuture<>();
                ids.add(id);
                String token = bench.authors().get(i % AUTHORS);
                client.send(
                        Request.post("/api/roost/v1/tweets", token, "{\"content\":\"number " + i + "\"}")
                                .keepingBody(),
                        response -> id.complete(idIn(response.body())));
                if (ids.size() % AUTHORS == 0) {
                    String _ = id.join();
                }
            }
            ids.forEach(id -> tweets.add(id.join()));
        }
    }

    private static String idIn(String body) {
        String before = "\"id\":\"";
        int from = body.indexOf(before) + before.length();
        return body.substring(from, body.indexOf('"', from));
    }

    /** Returns the latencies of reports. */
    private Recording run(Bench bench, int duration, int perSecond, Recording read)
            throws IOException, InterruptedException {
        Recording reports = new Recording("report of " + ITEMS);
        List<String> members = bench.readers();
        try (LoadClient client = LoadClient.connect(bench.port(), CONNECTIONS)) {
            SplittableRandom random = new SplittableRandom(batches.get());
            Thread reporting = OpenLoop.start(Math.max(0.01, (double) perSecond / ITEMS), duration, 2, due -> {
                if (perSecond > 0) {
                    String token = members.get(random.nextInt(members.size()));
                    send(client, due, Request.post(REPORTS, token, batch(random)), reports);
                }
            });
            HomeReads.run(client, members, reads, duration, read);
            reporting.join();
            Thread.sleep(LONGEST_RESPONSE);
        }
        if (open.getAndSet(0) > 0) {
            reports.fail("Reports got no response");
        }
        return reports;
    }

    private void send(LoadClient client, long due, Request request, Recording recording) {
        open.incrementAndGet();
        client.send(request, response -> {
            recording.record(due, response);
            open.decrementAndGet();
        });
    }

    private String batch(SplittableRandom random) {
        String items = IntStream.range(0, ITEMS)
                .mapToObj(_ -> tweets.get(random.nextInt(tweets.size())))
                .map(id -> "{\"tweet_id\":\"" + id + "\",\"where\":\"home\",\"kind\":\"view\"}")
                .collect(Collectors.joining(","));
        return "{\"batch_key\":\"%d\",\"items\":[%s]}".formatted(batches.incrementAndGet(), items);
    }

    private void reportSize(Path folder) throws IOException {
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("data/roost.db"));
                Statement statement = database.createStatement()) {
            double hour = bytesOfRow(statement, "analytics_hour");
            report.line(
                    "a tweet that is seen in all %d hours of a day: %,.0f bytes; a view, for 24 hours: %,.0f bytes",
                    HOURS, HOURS * hour, bytesOfRow(statement, "analytics_viewer"));
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    /** With its indexes. */
    private static double bytesOfRow(Statement statement, String table) throws SQLException {
        String sizes = "SELECT SUM(pgsize) FROM dbstat WHERE name IN (SELECT name FROM sqlite_schema WHERE tbl_name = '"
                + table + "')";
        return value(statement, sizes) / Math.max(1, value(statement, "SELECT COUNT(*) FROM " + table));
    }

    private static double value(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getDouble(1) : 0;
        }
    }
}
