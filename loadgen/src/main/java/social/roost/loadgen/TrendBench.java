package social.roost.loadgen;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import social.roost.base.Snowflake;
import social.roost.trend.Topic;
import social.roost.trend.TopicExtraction;
import social.roost.trend.TopicalTweet;
import social.roost.trend.TrendDetector;
import social.roost.tweet.text.ParsedText;
import social.roost.tweet.text.TweetText;

/** How well and how fast trends are found in generated tweets, compared with two simple ways. */
@Command(
        name = "trends",
        mixinStandardHelpOptions = true,
        description = "Finds planted trends in generated tweets, compared with two simple ways to find them.")
final class TrendBench implements Callable<Integer> {
    /** Of each list. Neither simple way was tuned. */
    private static final int LISTED = 20;

    private static final int MOST_USED_LISTED = 3;
    private static final int YESTERDAY_LISTED = 10;
    private static final double YESTERDAY_SCORE = 30;

    private static final int MINUTE = 60_000;
    private static final int SECONDS = 60;
    private static final int PER_SECOND = 10_000;

    private final Report report;

    @Option(names = "--seeds", description = "First and last seed of the tweets (default: ${DEFAULT-VALUE}).")
    private String seeds = "6-10";

    @Option(names = "--minutes", description = "Minutes of 10,000 tweets/s (default: ${DEFAULT-VALUE}).")
    private int minutes = 9;

    @Option(names = "--topics", description = "Topics of a day in memory (default: ${DEFAULT-VALUE}).")
    private int topics = 1_000_000;

    TrendBench(Report report) {
        this.report = report;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        report.section("Trends in generated tweets, seeds " + seeds);
        memory();
        Map<String, List<TrendScores>> scores = new LinkedHashMap<>();
        for (long seed : seeds()) {
            find(new TrendTraffic(seed), scores);
        }
        report.line("%-22s %8s %10s %12s %6s", "", "recall", "precision", "median delay", "spam");
        scores.forEach(this::show);
        report.plot(delays(scores));
        throughput();
        return new TrendReads(report).run() == 0 ? 0 : 1;
    }

    private long[] seeds() {
        String[] ends = seeds.split("-", -1);
        return LongStream.rangeClosed(Long.parseLong(ends[0]), Long.parseLong(ends[ends.length - 1]))
                .toArray();
    }

    private static void find(TrendTraffic traffic, Map<String, List<TrendScores>> scores) {
        Map<String, TrendFinder> finders = new LinkedHashMap<>();
        finders.put("roost", new RoostTrends(LISTED));
        finders.put("most used", new MostUsedHashtags(MOST_USED_LISTED));
        finders.put("compared to yesterday", new YesterdayComparison(YESTERDAY_LISTED, YESTERDAY_SCORE));
        finders.keySet()
                .forEach(name ->
                        scores.computeIfAbsent(name, _ -> new ArrayList<>()).add(new TrendScores(traffic.rises())));
        for (long minute = TrendTraffic.FIRST_MINUTE; minute < TrendTraffic.END; minute++) {
            List<TrendTraffic.Tweet> tweets = traffic.minute(minute);
            for (Map.Entry<String, TrendFinder> finder : finders.entrySet()) {
                tweets.forEach(finder.getValue()::accept);
                finder.getValue().endMinute(minute);
                if (minute >= TrendTraffic.LAST_DAY) {
                    see(
                            finder.getValue(),
                            minute,
                            Objects.requireNonNull(scores.get(finder.getKey())).getLast());
                }
            }
        }
    }

    private static void see(TrendFinder finder, long minute, TrendScores scores) {
        TrendAuthors.LOCATIONS.forEach(location -> scores.see(location, minute, finder.trends(location)));
    }

    private void show(String name, List<TrendScores> scores) {
        double found = scores.stream().mapToInt(TrendScores::found).sum();
        int planted = scores.stream().mapToInt(TrendScores::planted).sum();
        int wrong = scores.stream().mapToInt(TrendScores::wrong).sum();
        int spam = scores.stream().mapToInt(TrendScores::spam).sum();
        List<Double> delays =
                scores.stream().flatMap(each -> each.delays().stream()).toList();
        report.line(
                "%-22s %8.3f %10.3f %8s min %6d",
                name,
                found / planted,
                found / Math.max(1, found + wrong),
                delays.isEmpty() ? "-" : "%.0f".formatted(Medians.of(delays)),
                spam);
    }

    private static Plot delays(Map<String, List<TrendScores>> scores) {
        Plot plot = new Plot("Planted rises that are found", "Minutes after the first tweet", "Share of the rises, %");
        double[] at = IntStream.rangeClosed(0, 60).asDoubleStream().toArray();
        scores.forEach((name, all) -> {
            int planted = all.stream().mapToInt(TrendScores::planted).sum();
            double[] found = new double[at.length];
            for (int i = 0; i < at.length; i++) {
                double most = at[i];
                found[i] = 100.0
                        * all.stream()
                                .flatMap(each -> each.delays().stream())
                                .filter(delay -> delay <= most)
                                .count()
                        / planted;
            }
            plot.series(name, at, found);
        });
        return plot;
    }

    /** The processor time of one thread; the first third of the minutes warms up. */
    private void throughput() {
        SearchCorpus corpus = new SearchCorpus(1);
        TrendDetector detector = new TrendDetector(0);
        double extraction = 0;
        double detection = 0;
        double longestTick = 0;
        int from = SECONDS * (minutes / 3);
        for (int second = 0; second < SECONDS * minutes; second++) {
            long at = TrendTraffic.FIRST_MINUTE * MINUTE + second * 1_000L;
            List<ParsedText> texts = texts(corpus, second);
            long begun = processorTime();
            List<TopicalTweet> tweets = tweets(texts, corpus, second, at);
            long extracted = processorTime();
            tweets.forEach(tweet -> {
                boolean _ = detector.accept(tweet);
            });
            long accepted = processorTime();
            detector.tick(at + 1_000);
            long ticked = processorTime();
            if (second >= from) {
                extraction += (extracted - begun) / 1e9;
                detection += (ticked - extracted) / 1e9;
                longestTick = Math.max(longestTick, (ticked - accepted) / 1e9);
            }
        }
        double measured = (double) PER_SECOND * (SECONDS * minutes - from);
        report.line(
                "10,000 tweets/s on one thread: it could detect %,.0f/s, or %,.0f/s if it also finds the topics of the"
                        + " texts; the longest tick takes %.2f s",
                measured / detection, measured / (detection + extraction), longestTick);
    }

    /** Of this thread, in nanoseconds: other programs do not count. */
    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static List<ParsedText> texts(SearchCorpus corpus, int second) {
        return IntStream.range(second * PER_SECOND, (second + 1) * PER_SECOND)
                .mapToObj(i -> TweetText.parse(corpus.tweet(i)))
                .toList();
    }

    private static List<TopicalTweet> tweets(List<ParsedText> texts, SearchCorpus corpus, int second, long at) {
        return IntStream.range(0, PER_SECOND)
                .mapToObj(i -> tweet(
                        Snowflake.lowestAt(at + i / 10) + i % 10,
                        corpus.author(second * PER_SECOND + i) * 20L + i % 20,
                        texts.get(i)))
                .toList();
    }

    private static TopicalTweet tweet(long id, long author, ParsedText text) {
        TopicExtraction.Extract extract = TopicExtraction.extract(text.content(), text.entities());
        String location = TrendAuthors.LOCATIONS.get((int) (author % TrendAuthors.LOCATIONS.size()));
        return new TopicalTweet(id, author, false, extract.text(), location, extract.topics());
    }

    /** Topics that each have several authors at some time of the day, the worst that the past can contain. */
    private void memory() throws IOException {
        TrendDetector detector = new TrendDetector(0);
        long before = used();
        int perMinute = topics / TrendTraffic.DAY;
        long id = 0;
        for (int minute = 0; minute < TrendTraffic.DAY; minute++) {
            long at = (TrendTraffic.FIRST_MINUTE + minute) * MINUTE;
            for (int i = 0; i < perMinute; i++) {
                Topic topic = Topic.hashtag("topic" + (minute * perMinute + i));
                for (int author = 0; author < 4; author++) {
                    id = Snowflake.lowestAt(at) + id % 4_096 + 1;
                    boolean _ = detector.accept(new TopicalTweet(id, author, false, 0, "", List.of(topic)));
                }
            }
            detector.tick(at + MINUTE);
        }
        long used = used() - before;
        report.line(
                "%,d topics in a day: %,d MB in memory, %,d MB when written",
                topics, used / 1_000_000, written(detector) / 1_000_000);
    }

    private static long used() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }

    private static long written(TrendDetector detector) throws IOException {
        AtomicLong bytes = new AtomicLong();
        detector.write(new DataOutputStream(new OutputStream() {
            @Override
            public void write(int one) {
                bytes.incrementAndGet();
            }

            @Override
            public void write(byte[] many, int from, int count) {
                bytes.addAndGet(count);
            }
        }));
        return bytes.get();
    }
}
