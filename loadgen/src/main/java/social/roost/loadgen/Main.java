package social.roost.loadgen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import social.roost.loadgen.micro.MicroBench;

/** {@code roost bench}. */
@Command(name = "roost bench", mixinStandardHelpOptions = true, description = "Runs a benchmark.")
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        Report report = new Report();
        System.exit(new CommandLine(new Main())
                .addSubcommand(new HomeBench(report))
                .addSubcommand("reads", new TrafficBench(report, 10_000, 0))
                .addSubcommand("posts", new TrafficBench(report, 0, 700))
                .addSubcommand("mixed", new TrafficBench(report, 10_000, 700))
                .addSubcommand(new FanOutBench(report))
                .addSubcommand(new CelebrityBench(report))
                .addSubcommand(new FamousBench(report))
                .addSubcommand(new ReturningBench(report))
                .addSubcommand(new DeepBench(report))
                .addSubcommand(new PeopleBench(report))
                .addSubcommand(new ListsBench(report))
                .addSubcommand(new FindBench(report))
                .addSubcommand(new LiveBench(report))
                .addSubcommand(new MessagesBench(report))
                .addSubcommand(new BigBench(report))
                .addSubcommand(new ConversationBench(report))
                .addSubcommand(new MediaBench(report))
                .addSubcommand(new MediaFilesBench(report))
                .addSubcommand(new MediaLoadBench(report))
                .addSubcommand(new SearchBench(report))
                .addSubcommand(new SearchIndexBench(report))
                .addSubcommand(new TrendBench(report))
                .addSubcommand(new RankingBench(report))
                .addSubcommand(new TopBench(report))
                .addSubcommand(new ImpressionsBench(report))
                .addSubcommand(new OverloadBench(report))
                .addSubcommand(new MemoryBench(report))
                .addSubcommand(new GrowthBench(report))
                .addSubcommand(new ClusterBench(report))
                .addSubcommand(new MicroBench())
                .addSubcommand(new AllBench(report))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((thrown, _, _) -> tell(thrown))
                .execute(arguments));
    }

    /** Prints one sentence for an error caused by the user or the machine. */
    private static int tell(Exception thrown) throws Exception {
        if (thrown instanceof IOException || thrown instanceof IllegalArgumentException) {
            System.err.println("roost: " + thrown.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
        throw thrown;
    }

    @Command(name = "list", description = "Lists the benchmarks.")
    void list() {
        System.out.print("""
                home          home timeline reads at full speed, compared with a bare Netty server
                reads         home timeline reads at a fixed rate (open loop)
                posts         tweets at a fixed rate: time to the 201 and to the home timelines of all followers
                mixed         reads and posts at once
                fanout        deliveries per second to home timelines
                celebrity     a tweet to a million followers, pulled or pushed: time to the first and the last
                famous        the cost of a read by the number of famous authors that the reader follows
                returning     first reads after an absence, which rebuild timelines
                deep          paging to the end of home timelines
                people        suggestions of users to follow, and the public timeline
                lists         reads of lists with 500 members, compared with home reads
                find          users and hashtags as they are typed
                live          many open streams: time from a tweet's 201 to its followers, and memory per stream
                messages      direct messages next to home reads: time to the 201 and to the other's stream
                big           a tweet with 100,000 likes and 10,000 replies, compared with a small one
                conversation  the first screen of conversations with 10,000 replies
                media         pictures of 12 megapixels through the whole pipeline, compared with other programs
                media-files   deliveries of a picture of 200 KB, compared with nginx
                media-load    50 large and 50 hostile pictures at once: memory, and posts and reads meanwhile
                search        searches next to posts and reads, and the time until a new tweet is found
                search-index  the search index with a million tweets, compared with plain Lucene and SQLite's FTS5
                trends        planted rises in generated tweets: how many are found, how soon, and what else
                ranking       relevant tweets in each order of the home timeline, in worlds with known interests
                impressions   reports of impressions next to home reads, and bytes per view
                overload      more posts than the server sustains: latency of accepted ones, and recovery
                memory        memory per reader, timeline entry and cached tweet
                growth        reads as the number of users grows to a million
                cluster       reads and posts through a gateway and four roles on real servers
                micro         parts of the hot paths, with JMH
                all           all except the last two, with a page of the results
                """);
    }

    @Command(name = "baseline", hidden = true, description = "Serves a file with bare Netty.")
    void baseline(@Parameters Path body) throws IOException, InterruptedException {
        new NettyBaseline(Files.readAllBytes(body)).serve();
    }

    @Command(name = "listen", hidden = true, description = "Keeps streams open.")
    void listen(
            @Parameters int port,
            @Parameters LiveBench.Transport transport,
            @Parameters Path tokens,
            @Parameters int from,
            @Parameters int to)
            throws IOException, InterruptedException {
        List<String> readers = Files.readAllLines(tokens).subList(from, to);
        Arrivals arrivals = new Arrivals(readers.size());
        switch (transport) {
            case WEBSOCKET -> new WebSocketListener(port, arrivals).open(readers, from);
            case HTTP2 -> new Http2Listener(port, arrivals).open(readers, from);
        }
        arrivals.awaitAll(readers.size());
    }
}
