package social.roost.loadgen;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Trends in a whole server: how soon a rise is listed, and the latency of reads. */
final class TrendReads {
    private static final String TRENDS = "/api/roost/v1/trends?location=worldwide&limit=20";
    private static final int AUTHORS = 200;
    private static final int TOPICS = 20;
    private static final int CONNECTIONS = 16;
    private static final int READS_PER_SECOND = 1_000;
    private static final int SECONDS = 10;
    private static final int WARM_SECONDS = 30;
    private static final int POLL_MILLIS = 100;
    private static final int LONGEST_SECONDS = 90;

    private final Report report;

    TrendReads(Report report) {
        this.report = report;
    }

    /** Returns how many reads failed. */
    int run() throws IOException, InterruptedException {
        try (Bench bench = Bench.start(World.of(AUTHORS, AUTHORS, AUTHORS / 2, 0))) {
            Request request = Request.get(TRENDS, bench.readers().getFirst());
            bench.all(AUTHORS, author -> post(bench, author));
            report.line(
                    "In a server, %d rises are listed %.0f s after the last of their tweets. %,d reads/s:",
                    TOPICS, secondsUntilListed(bench, request), READS_PER_SECOND);
            Recording read = new Recording("trends");
            try (LoadClient client = LoadClient.connect(bench.port(), CONNECTIONS)) {
                HomeReads.send(client, List.of(request), READS_PER_SECOND, WARM_SECONDS, new Recording("warming up"));
                HomeReads.send(client, List.of(request), READS_PER_SECOND, SECONDS, read);
            }
            report.latencies(read);
            return read.failed();
        }
    }

    /** The texts differ in letters: of authors with the same text, three count. */
    private static Request post(Bench bench, int author) {
        String word = "word" + (char) ('a' + author / 26) + (char) ('a' + author % 26);
        return Request.post(
                "/api/roost/v1/tweets",
                bench.authors().get(author),
                "{\"content\":\"#topic%d %s\"}".formatted(author % TOPICS, word));
    }

    private static double secondsUntilListed(Bench bench, Request request) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        long end = begun + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        try (LoadClient client = LoadClient.connect(bench.port(), 1)) {
            while (System.nanoTime() < end) {
                CompletableFuture<String> body = new CompletableFuture<>();
                client.send(request.keepingBody(), response -> body.complete(response.body()));
                if (body.join().split("#topic", -1).length > TOPICS) {
                    return (System.nanoTime() - begun) / 1e9;
                }
                Thread.sleep(POLL_MILLIS);
            }
        }
        throw new IOException("No trend was listed within " + LONGEST_SECONDS + " s");
    }
}
