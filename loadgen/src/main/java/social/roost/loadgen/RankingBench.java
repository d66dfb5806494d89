package social.roost.loadgen;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import social.roost.base.Ids;
import social.roost.loadgen.RankingWorld.Act;
import social.roost.loadgen.RankingWorld.Author;
import social.roost.loadgen.RankingWorld.Post;
import social.roost.loadgen.RankingWorld.Reader;
import social.roost.loadgen.RankingWorld.What;
import social.roost.ranking.Audience;
import social.roost.ranking.Candidate;
import social.roost.ranking.Ranker;
import social.roost.ranking.Rates;
import social.roost.ranking.ReaderSignals;
import social.roost.ranking.Signal;
import social.roost.tweet.Counts;

/** How many relevant tweets readers find first, in a world in which it is known what they want, and what a ranking costs. */
@Command(
        name = "ranking",
        mixinStandardHelpOptions = true,
        description = "The share of relevant tweets among the first, in each order of the home timeline.")
final class RankingBench implements Callable<Integer> {
    private static final int FIRST = 20;
    private static final int MOST = 100;
    private static final int ROUNDS = 5;
    private static final double GOAL = 1.3;

    private final Report report;

    @Option(names = "--seeds", description = "First and last seed of the worlds (default: ${DEFAULT-VALUE}).")
    private String seeds = "6-10";

    RankingBench(Report report) {
        this.report = report;
    }

    @Override
    public Integer call() {
        report.section("Relevant tweets among the first %d, seeds %s".formatted(FIRST, seeds));
        report.line("%-6s %8s %8s %8s %12s %14s", "seed", "latest", "hybrid", "top", "engagement", "top / latest");
        Map<String, double[]> byDepth = new LinkedHashMap<>();
        boolean good = true;
        List<Long> nanos = new ArrayList<>();
        long[] all = seeds();
        for (long seed : all) {
            Map<String, double[]> shares = shares(new RankingWorld(seed), nanos);
            double latest = share(shares, "latest");
            double top = share(shares, "top");
            double engagement = share(shares, "engagement");
            report.line(
                    "%-6d %7.1f%% %7.1f%% %7.1f%% %11.1f%% %14.2f",
                    seed, 100 * latest, 100 * share(shares, "hybrid"), 100 * top, 100 * engagement, top / latest);
            good &= top >= GOAL * latest && top > engagement;
            shares.forEach((order, values) -> {
                double[] sums = byDepth.computeIfAbsent(order, _ -> new double[MOST]);
                for (int i = 0; i < MOST; i++) {
                    sums[i] += 100 * values[i] / all.length;
                }
            });
        }
        report.plot(plot(byDepth));
        report.line("Ranking of one timeline: %,.0f us (median).", median(nanos) / 1e3);
        return good ? 0 : 1;
    }

    private long[] seeds() {
        String[] ends = seeds.split("-", -1);
        return LongStream.rangeClosed(Long.parseLong(ends[0]), Long.parseLong(ends[ends.length - 1]))
                .toArray();
    }

    private static double share(Map<String, double[]> shares, String order) {
        return shares.getOrDefault(order, new double[MOST])[FIRST - 1];
    }

    /** For each order, the share of relevant tweets among the first 1, 2, 3 and so on, averaged over readers. */
    private static Map<String, double[]> shares(RankingWorld world, List<Long> nanos) {
        Map<Author, Rates> priors = new HashMap<>();
        world.authors().forEach(author -> priors.put(author, rates(world.of(author))));
        Map<String, double[]> sums = new LinkedHashMap<>();
        for (Reader reader : world.asked()) {
            List<Post> latest = world.timeline(reader);
            List<Post> top = top(reader, latest, priors, nanos);
            add(sums, "latest", reader, latest);
            add(sums, "hybrid", reader, hybrid(reader, latest, top));
            add(sums, "top", reader, top);
            add(sums, "engagement", reader, byEngagement(latest));
        }
        sums.values().forEach(values -> {
            for (int i = 0; i < MOST; i++) {
                values[i] /= RankingWorld.ASKED;
            }
        });
        return sums;
    }

    private static void add(Map<String, double[]> sums, String order, Reader reader, List<Post> posts) {
        double[] values = sums.computeIfAbsent(order, _ -> new double[MOST]);
        int relevant = 0;
        for (int i = 0; i < MOST; i++) {
            relevant += i < posts.size() && RankingWorld.isRelevant(reader, posts.get(i)) ? 1 : 0;
            values[i] += (double) relevant / (i + 1);
        }
    }

    private static List<Post> byEngagement(List<Post> posts) {
        return posts.stream()
                .sorted(Comparator.comparingInt((Post post) -> post.count(What.LIKE)
                                + post.count(What.RETWEET)
                                + post.count(What.REPLY)
                                + post.count(What.QUOTE))
                        .reversed())
                .toList();
    }

    /** As the server does it: what is newer than the last tweet seen, then the rest by score. */
    private static List<Post> hybrid(Reader reader, List<Post> latest, List<Post> top) {
        long last = reader.seen.stream().mapToLong(Long::longValue).max().orElse(0);
        List<Post> hybrid =
                new ArrayList<>(latest.stream().filter(post -> post.id > last).toList());
        hybrid.addAll(top.stream().filter(post -> post.id <= last).toList());
        return hybrid;
    }

    private static List<Post> top(Reader reader, List<Post> latest, Map<Author, Rates> priors, List<Long> nanos) {
        Map<Long, Post> posts = new HashMap<>();
        latest.forEach(post -> posts.put(post.id, post));
        Candidate[] candidates = latest.stream()
                .map(post -> candidate(post, priors.getOrDefault(post.author, Rates.TYPICAL)))
                .toArray(Candidate[]::new);
        List<Signal> acts = reader.acts.stream().map(RankingBench::signal).toList();
        ReaderSignals signals = ReaderSignals.of(acts, Ids.of(reader.seen, id -> id), RankingWorld.NOW);
        long[] ids = new long[0];
        for (int i = 0; i < ROUNDS; i++) {
            long begin = System.nanoTime();
            ids = Ranker.rank(candidates, signals, RankingWorld.NOW).ids();
            nanos.add(System.nanoTime() - begin);
        }
        return LongStream.of(ids).mapToObj(posts::get).toList();
    }

    private static Candidate candidate(Post post, Rates prior) {
        Counts counts = new Counts(
                post.count(What.LIKE), post.count(What.RETWEET), post.count(What.REPLY), post.count(What.QUOTE));
        return new Candidate(
                post.id,
                post.author.id,
                post.id,
                post.id,
                post.at,
                counts,
                Audience.about(post.impressions, post.opens, 0),
                prior);
    }

    private static Signal signal(Act act) {
        Signal.Kind kind = switch (act.what()) {
            case LIKE -> Signal.Kind.LIKE;
            case RETWEET -> Signal.Kind.RETWEET;
            case REPLY -> Signal.Kind.REPLY;
            case QUOTE -> Signal.Kind.QUOTE;
        };
        return new Signal(act.post().id, act.post().author.id, kind, act.at());
    }

    private static Rates rates(List<Post> posts) {
        long impressions = posts.stream().mapToInt(post -> post.impressions).sum();
        Rates typical = Rates.TYPICAL;
        return new Rates(
                Rates.of(sum(posts, What.LIKE), impressions, typical.likes()),
                Rates.of(sum(posts, What.RETWEET), impressions, typical.retweets()),
                Rates.of(sum(posts, What.QUOTE), impressions, typical.quotes()),
                Rates.of(sum(posts, What.REPLY), impressions, typical.replies()),
                Rates.of(posts.stream().mapToInt(post -> post.opens).sum(), impressions, typical.opens()),
                typical.follows());
    }

    private static long sum(List<Post> posts, What what) {
        return posts.stream().mapToInt(post -> post.count(what)).sum();
    }

    private static Plot plot(Map<String, double[]> byDepth) {
        Plot plot = new Plot("Relevant tweets by depth", "First tweets", "Relevant (%)");
        double[] depths = new double[MOST];
        for (int i = 0; i < MOST; i++) {
            depths[i] = i + 1;
        }
        byDepth.forEach((order, values) -> plot.series(order, depths, values));
        return plot;
    }

    private static double median(List<Long> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElse(0L);
    }
}
