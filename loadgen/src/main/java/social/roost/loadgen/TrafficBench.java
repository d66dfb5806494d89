package social.roost.loadgen;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Home timeline reads and tweets at fixed rates, as an open loop. For some tweets, measures when they appear in their
 * followers' home timelines, at three followers: the first that the fan-out reaches, one in the middle, and the last.
 */
@Command(
        mixinStandardHelpOptions = true,
        description =
                "Reads home timelines and posts tweets at fixed rates, however slow the responses are (open loop).")
final class TrafficBench implements Callable<Integer> {
    private static final String LOOK = "/api/roost/v1/timelines/home?limit=100";
    private static final int WATCH_EVERY = 50;
    private static final int LOOK_AGAIN_MILLIS = 5;
    private static final int LONGEST_LOOK = 2_000;

    /** Tweets that exist before, in a cluster and in one process. */
    private static final int FEW = 300;

    private static final int MANY = 4_000;

    private final Report report;

    @Option(names = "--reads", description = "Home timeline reads per second (default: ${DEFAULT-VALUE}).")
    private int reads;

    @Option(names = "--posts", description = "Tweets per second (default: ${DEFAULT-VALUE}).")
    private int posts;

    @Option(names = "--readers", description = "Readers, all active (default: ${DEFAULT-VALUE}).")
    private int readers = 10_000;

    @Option(names = "--followers", description = "Followers of each author, all active (default: ${DEFAULT-VALUE}).")
    private int followers = 200;

    @Option(names = "--followees", description = "Authors that each reader follows (default: ${DEFAULT-VALUE}).")
    private int followees = 200;

    @Option(names = "--seconds", description = "Duration of each round in seconds (default: ${DEFAULT-VALUE}).")
    private int seconds = 20;

    @Option(names = "--rounds", description = "Measured rounds (default: ${DEFAULT-VALUE}).")
    private int rounds = 1;

    @Option(names = "--connections", description = "Number of connections (default: ${DEFAULT-VALUE}).")
    private int connections = 128;

    @Option(names = "--with", description = "A setting of the server, such as limits.enabled=true; may be repeated.")
    private List<String> settings = List.of();

    @Option(
            names = "--cluster",
            description =
                    "Use the servers that 'roost stack start' starts, with a process for each role behind a gateway.")
    private boolean cluster;

    TrafficBench(Report report, int reads, int posts) {
        this.report = report;
        this.reads = reads;
        this.posts = posts;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        report.section("%,d home reads/s and %,d tweets/s".formatted(reads, posts));
        World world = World.of(readers, readers * followees / followers, followees, 0);
        int adminPort = Ports.free();
        try (Bench bench = cluster ? Bench.cluster(world, adminPort) : embedded(world, adminPort)) {
            report.line(
                    "%,d authors with %,d followers each, %,d readers; the disk syncs %,.0f pages/s.",
                    world.authors(), followers, world.readers(), FsyncBaseline.perSecond(bench.folder(), 2));
            bench.post(cluster ? FEW : MANY);
            bench.warm();
            System.out.println("Warming up ...");
            var _ = new Round(bench, adminPort, 0.25).run(cluster ? 40 : 8);
            var _ = new Round(bench, adminPort, 1).run(cluster ? 40 : 12);
            int failed = 0;
            for (int round = 1; round <= rounds; round++) {
                failed += new Round(bench, adminPort, 1).run(seconds);
            }
            return failed == 0 ? 0 : 1;
        }
    }

    private Bench embedded(World world, int adminPort) throws IOException, InterruptedException {
        Bench bench = Bench.imported(world, Jars.server());
        List<String> flags = new ArrayList<>(Bench.UNLIMITED);
        flags.add("--admin.port=" + adminPort);
        settings.forEach(setting -> flags.add("--" + setting));
        var _ = bench.restart(flags);
        return bench;
    }

    /** A run of this many seconds. */
    private final class Round {
        private final Bench bench;
        private final int adminPort;

        /** The fraction of the rates: a cold server could not sustain the full rates. */
        private final double share;

        private final Recording read = new Recording("home read");
        private final Recording posted = new Recording("post, durable");
        private final Recording visible = new Recording("in all timelines");

        Round(Bench bench, int adminPort, double share) {
            this.bench = bench;
            this.adminPort = adminPort;
            this.share = share;
        }

        int run(int duration) throws IOException, InterruptedException {
            try (LoadClient client = LoadClient.connect(bench.port(), connections);
                    ServerWatch watch = ServerWatch.start(bench, adminPort)) {
                Metrics before = watch.metrics();
                Map<String, Double> cpu = bench.cpuSeconds();
                List<Thread> arrivals = new ArrayList<>();
                if (reads > 0) {
                    arrivals.add(startReads(client, duration));
                }
                if (posts > 0) {
                    arrivals.add(startPosts(client, duration));
                }
                for (Thread thread : arrivals) {
                    thread.join();
                }
                Map<String, Double> used = bench.cpuSeconds();
                used.replaceAll((name, seconds) -> (seconds - cpu.getOrDefault(name, 0.0)) / duration);
                Thread.sleep(LONGEST_LOOK);
                Metrics after = watch.metrics();
                report.latencies(read, posted, visible);
                long expected = expectedDeliveries();
                long delivered = after.deliveries() - before.deliveries();
                report.line(
                        "%,d of %,d deliveries; fan-out lag p99 at most %.0f ms; processors in use %s; %,d MiB resident.",
                        delivered,
                        expected,
                        after.fanOutLag(before, 0.99),
                        used.entrySet().stream()
                                .map(entry -> entry.getKey() + " %.2f".formatted(entry.getValue()))
                                .collect(Collectors.joining(", ")),
                        bench.residentMebibytes());
                plot(watch);
                int lost = delivered == expected ? 0 : 1;
                return read.failed() + posted.failed() + visible.failed() + lost;
            }
        }

        /**
         * In a cluster, the immediate delivery to the author's own timeline happens in another process than the one
         * whose metrics are read.
         */
        private long expectedDeliveries() {
            return Metrics.deliveriesOf(posted.count(), followers) - (cluster ? posted.count() : 0);
        }

        private Thread startReads(LoadClient client, int duration) {
            return Thread.ofPlatform().start(() -> {
                try {
                    HomeReads.run(client, bench.readers(), share * reads, duration, read);
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                }
            });
        }

        private Thread startPosts(LoadClient client, int duration) {
            Drafts drafts = new Drafts(System.nanoTime());
            SplittableRandom random = new SplittableRandom(4);
            int[] sequence = {0};
            return OpenLoop.start(share * posts, duration, 2, due -> {
                int author = random.nextInt(bench.world().authors());
                boolean watched = sequence[0]++ % WATCH_EVERY == 0;
                client.send(Request.post("/api/roost/v1/tweets", bench.token(author), drafts.next()), response -> {
                    posted.record(due, response);
                    if (watched && response.isSuccess()) {
                        new Watch(client, response.id(), due, threeOf(bench.loggedInFollowers(author))).look();
                    }
                });
            });
        }

        private int[] threeOf(int[] all) {
            return new int[] {all[0], all[all.length / 2], all[all.length - 1]};
        }

        private void plot(ServerWatch watch) {
            // A sample may be taken between two of these calls, so they may have different lengths.
            double[] processors = watch.processors();
            double[] at = seconds(processors.length);
            double[] lag = Arrays.copyOf(watch.lagMillis(), at.length);
            double[] memory = Arrays.copyOf(watch.mebibytes(), at.length);
            if (reads > 0) {
                report.plot(new Plot("Home reads", "second", "milliseconds")
                        .logY()
                        .series("p50", seconds(read.counts().length), read.percentiles(50))
                        .series("p99", seconds(read.counts().length), read.percentiles(99))
                        .series("p99.9", seconds(read.counts().length), read.percentiles(99.9)));
            }
            if (posts > 0) {
                report.plot(new Plot("Tweets", "second", "milliseconds")
                        .logY()
                        .series("201, p50", seconds(posted.counts().length), posted.percentiles(50))
                        .series("201, p99", seconds(posted.counts().length), posted.percentiles(99))
                        .series("fan-out lag, p99", at, lag));
            }
            report.plot(new Plot("Responses", "second", "per second")
                    .series("home reads", seconds(read.counts().length), read.counts())
                    .series("tweets", seconds(posted.counts().length), posted.counts()));
            report.plot(new Plot("The server", "second", "processors").series("in use", at, processors));
            report.plot(new Plot("The server's memory", "second", "MiB").series("resident", at, memory));
        }

        private static double[] seconds(int count) {
            return IntStream.range(0, count).asDoubleStream().toArray();
        }

        /** Polls some home timelines for a tweet until all of them contain it. */
        private final class Watch {
            private final LoadClient client;
            private final String tweet;
            private final long due;
            private final int[] followers;
            private int found;

            Watch(LoadClient client, String tweet, long due, int[] followers) {
                this.client = client;
                this.tweet = '"' + tweet + '"';
                this.due = due;
                this.followers = followers;
            }

            /** Polls the current follower until they have it, then the next one. */
            void look() {
                Request request =
                        Request.get(LOOK, bench.token(followers[found])).keepingBody();
                client.send(request, response -> {
                    if (response.body().contains(tweet)) {
                        found++;
                    }
                    if (found == followers.length) {
                        visible.record(due, System.nanoTime());
                    } else if (System.nanoTime() - due > LONGEST_LOOK * 1_000_000L) {
                        visible.fail("a tweet did not reach a follower");
                    } else if (response.body().contains(tweet)) {
                        look();
                    } else {
                        client.later(LOOK_AGAIN_MILLIS, this::look);
                    }
                });
            }
        }
    }
}
