package social.roost.loadgen;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A tweet with very many likes and replies, next to one with few: the cost of reading each, alternating in one run. */
@Command(
        name = "big",
        mixinStandardHelpOptions = true,
        description = "Reads a tweet with very many likes and replies, compared with one that has few. Needs wrk.")
final class BigBench implements Callable<Integer> {
    private static final List<String> PAGES = List.of("", "/conversation?limit=20", "/likes?limit=20");
    private static final String TWEETS = "/api/roost/v1/tweets";
    private static final int FEW = 20;

    @Option(names = "--likes", description = "Likes of the big tweet (default: ${DEFAULT-VALUE}).")
    private int likes = 100_000;

    @Option(names = "--replies", description = "Replies to the big tweet (default: ${DEFAULT-VALUE}).")
    private int replies = 10_000;

    @Option(names = "--rounds", description = "Measured rounds (default: ${DEFAULT-VALUE}).")
    private int rounds = 5;

    @Option(names = "--seconds", description = "Seconds per page and round (default: ${DEFAULT-VALUE}).")
    private int seconds = 3;

    private final Report report;

    BigBench(Report report) {
        this.report = report;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (Wrk.isMissing()) {
            return 1;
        }
        report.section("A tweet with %,d likes and %,d replies".formatted(likes, replies));
        try (Bench bench = Bench.start(World.of(likes, 1, 1, 0))) {
            String big = post(bench, "loved by many");
            String fresh = post(bench, "loved by few");
            engage(bench, big, likes, replies);
            engage(bench, fresh, FEW, FEW);
            compare(bench, bench.readers().subList(0, FEW), big, fresh);
        }
        return 0;
    }

    private static String post(Bench bench, String content) throws IOException, InterruptedException {
        try (LoadClient client = LoadClient.connect(bench.port(), 1)) {
            return client.call(Request.post(TWEETS, bench.token(0), "{\"content\":\"" + content + "\"}"))
                    .id();
        }
    }

    private void engage(Bench bench, String tweet, int likers, int answers) throws IOException, InterruptedException {
        List<String> tokens = bench.readers();
        long start = System.nanoTime();
        bench.all(likers, i -> Request.sent("PUT", TWEETS + "/" + tweet + "/like", tokens.get(i), ""));
        long liked = System.nanoTime();
        bench.all(
                answers,
                i -> Request.post(
                        TWEETS,
                        tokens.get(i % tokens.size()),
                        "{\"content\":\"answer " + i + "\",\"reply_to_id\":\"" + tweet + "\"}"));
        report.line(
                "%,d likes in %.1f s, %,d replies in %.1f s.",
                likers, (liked - start) / 1e9, answers, (System.nanoTime() - liked) / 1e9);
    }

    private void compare(Bench bench, List<String> tokens, String big, String fresh)
            throws IOException, InterruptedException {
        report.line("page                      big/s    fresh/s   ratio (median of rounds)   big p99 ms");
        for (String page : PAGES) {
            Wrk ofBig = new Wrk(bench.folder(), "big", TWEETS + "/" + big + page, tokens, FEW);
            Wrk ofFresh = new Wrk(bench.folder(), "fresh", TWEETS + "/" + fresh + page, tokens, FEW);
            ofBig.warmUp(bench.port(), seconds);
            double[] bigs = new double[rounds];
            double[] freshes = new double[rounds];
            double[] ratios = new double[rounds];
            double[] ninetyNines = new double[rounds];
            for (int round = 0; round < rounds; round++) {
                Wrk.Result result = ofBig.run(bench.port(), seconds);
                bigs[round] = result.rate();
                ninetyNines[round] = result.ninetyNine();
                freshes[round] = ofFresh.run(bench.port(), seconds).rate();
                ratios[round] = bigs[round] / freshes[round];
            }
            report.line(
                    "%-22s %8.0f %10.0f %7.2f %30.2f",
                    page.isEmpty() ? "the tweet" : page,
                    Medians.of(bigs),
                    Medians.of(freshes),
                    Medians.of(ratios),
                    Medians.of(ninetyNines));
        }
    }
}
