package social.roost.loadgen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code roost bench}. */
@Command(
        name = "roost bench",
        mixinStandardHelpOptions = true,
        description = "Measures the server.",
        subcommands = {
            HomeBench.class,
            PostsBench.class,
            ClusterBench.class,
            LiveBench.class,
            OverloadBench.class,
            BigBench.class
        })
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }

    @Command(name = "list", description = "Names the measurements.")
    void list() {
        System.out.println("home     home timeline reads as fast as they go, beside a bare Netty server");
        System.out.println("posts    tweets at a fixed rate: time to the 201, and to a follower's home timeline");
        System.out.println(
                "live     many open streams: time from a tweet's 201 to its followers, memory of each stream");
        System.out.println("big      a tweet with 100,000 likes and 10,000 replies, beside one with few of each");
        System.out.println(
                "overload more posts than the server sustains: what becomes of those that are let in, and after");
        System.out.println("cluster  reads and posts through a gateway and four roles on real servers");
    }

    @Command(name = "baseline", hidden = true, description = "Serves a file's bytes with bare Netty.")
    void baseline(@Parameters Path body) throws IOException, InterruptedException {
        new NettyBaseline(Files.readAllBytes(body)).serve();
    }

    @Command(name = "listen", hidden = true, description = "Holds the streams of some readers open.")
    void listen(
            @Parameters int port,
            @Parameters LiveBench.Transport transport,
            @Parameters Path tokens,
            @Parameters int from,
            @Parameters int to)
            throws IOException, InterruptedException {
        List<String> readers = Listeners.readers(tokens).subList(from, to);
        Arrivals arrivals = new Arrivals(readers.size());
        switch (transport) {
            case WEBSOCKET -> new WebSocketListener(port, arrivals).open(readers, from);
            case HTTP2 -> new Http2Listener(port, arrivals).open(readers, from);
        }
        arrivals.awaitAll(readers.size());
    }
}
