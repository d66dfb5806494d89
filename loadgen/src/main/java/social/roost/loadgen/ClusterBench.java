package social.roost.loadgen;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A whole cluster on this machine: each role in its own process behind a gateway, on the servers of {@code roost stack}. */
@Command(
        name = "cluster",
        mixinStandardHelpOptions = true,
        description = {
            "Reads home timelines and posts as fast as they go, through a gateway and four roles.",
            "Needs wrk, and the servers that 'roost stack start' starts; it leaves its world in them."
        })
final class ClusterBench implements Callable<Integer> {
    private static final String PATH = "/api/v1/timelines/home?limit=20";
    private static final List<String> ROLES = List.of("users", "tweets", "timelines", "fanout");

    @Option(names = "--rounds", description = "Measured rounds (default: ${DEFAULT-VALUE}).")
    private int rounds = 3;

    @Option(names = "--seconds", description = "Seconds of each measurement (default: ${DEFAULT-VALUE}).")
    private int seconds = 8;

    @Option(names = "--connections", description = "Connections kept busy (default: ${DEFAULT-VALUE}).")
    private int connections = 32;

    @Option(names = "--readers", description = "Readers who take turns (default: ${DEFAULT-VALUE}).")
    private int readers = 100;

    @Override
    public Integer call() throws IOException, InterruptedException {
        World world = new World(readers, 100, 50, 5);
        Path folder = Files.createTempDirectory("roost-bench");
        Path follows = folder.resolve("follows.txt");
        world.writeFollows(follows);
        ChildProcess.run(
                Jars.server(),
                List.of("import", "follows", follows.toString(), "--stores=cluster", "--password", World.PASSWORD));
        List<ChildProcess> processes = new ArrayList<>();
        try {
            measure(world, folder, start(processes));
        } finally {
            processes.reversed().forEach(ChildProcess::close);
        }
        return 0;
    }

    /** The gateway's port. */
    private static int start(List<ChildProcess> processes) throws IOException {
        List<String> gateway = new ArrayList<>(List.of("start", "--port=0", "--stores=cluster", "--roles=gateway"));
        for (String role : ROLES) {
            ChildProcess process = ChildProcess.java(
                    Jars.server(),
                    List.of("start", "--port=0", "--limits.enabled=false", "--stores=cluster", "--roles=" + role));
            processes.add(process);
            if (!role.equals("fanout")) {
                gateway.add("--gateway." + role + "=127.0.0.1:" + process.port());
            }
        }
        processes.add(ChildProcess.java(Jars.server(), gateway));
        return processes.getLast().port();
    }

    private void measure(World world, Path folder, int port) throws IOException, InterruptedException {
        world.post(port, 300);
        List<String> authors = world.logInAuthors(port);
        Wrk wrk = new Wrk(folder, PATH, world.logInReaders(port, readers), connections);
        System.out.println("Warming up ...");
        wrk.warmUp(port, 3 * seconds);
        var _ = post(port, world, authors);
        System.out.println("round   reads/s   read p99 ms   posts/s");
        for (int round = 1; round <= rounds; round++) {
            Wrk.Result reads = wrk.run(port, seconds);
            System.out.printf(
                    "%5d %9.0f %13.1f %9.0f%n", round, reads.rate(), reads.ninetyNine(), post(port, world, authors));
        }
    }

    /** Posts a second, as fast as they are answered. */
    private double post(int port, World world, List<String> authors) throws InterruptedException {
        LongAdder posted = new LongAdder();
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        try (HttpClient client = Http.client();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < connections; i++) {
                String token = authors.get(i % authors.size());
                HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/tweets"))
                        .header("content-type", "application/json")
                        .header("authorization", "Bearer " + token)
                        .POST(BodyPublishers.ofString(world.draft()))
                        .build();
                var _ = threads.submit(() -> {
                    while (System.nanoTime() < end) {
                        if (client.send(request, BodyHandlers.discarding()).statusCode() == 201) {
                            posted.increment();
                        }
                    }
                    return null;
                });
            }
        }
        return posted.sum() / (double) seconds;
    }
}
