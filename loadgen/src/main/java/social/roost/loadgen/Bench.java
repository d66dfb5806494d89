package social.roost.loadgen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A world, and the server or cluster that serves it; its folder is deleted afterwards. */
final class Bench implements AutoCloseable {
    /** Admits a load generator, which a server would consider an attack. */
    static final List<String> UNLIMITED = List.of("--limits.enabled=false", "--http.connections-per-address=0");

    private static final String DATA = "data";
    private static final List<String> IN_CLUSTER = inCluster();
    private static final List<String> BEHIND_GATEWAY = List.of("users", "tweets", "timelines");
    private static final int AT_ONCE = 32;

    /** A cluster's processes and servers share the processors, and are all cold. */
    private static final int AT_ONCE_IN_CLUSTER = 2;

    private final World world;
    private final Path folder;
    private final Path jar;
    private final @Nullable String[] tokens;
    private final Map<String, ChildProcess> processes = new LinkedHashMap<>();
    private boolean onStack;

    private Bench(World world, Path folder, Path jar, @Nullable String[] tokens) {
        this.world = world;
        this.folder = folder;
        this.jar = jar;
        this.tokens = tokens;
    }

    /** Imports the world, logs everyone in, and starts this build's server without limits. */
    static Bench start(World world) throws IOException, InterruptedException {
        Bench bench = imported(world, Jars.server());
        var _ = bench.restart(UNLIMITED);
        return bench;
    }

    /** The same on the servers of {@code roost stack start}, where the world stays. */
    static Bench startOnStack(World world) throws IOException, InterruptedException {
        Bench bench = imported(world, temporaryFolder(), Jars.server(), IN_CLUSTER);
        try {
            ChildProcess _ = bench.begin("server", IN_CLUSTER, UNLIMITED, List.of());
        } catch (IOException | RuntimeException e) {
            bench.close();
            throw e;
        }
        return bench;
    }

    /** Imports the world with some build, and logs everyone in. No server runs yet. */
    static Bench imported(World world, Path jar) throws IOException, InterruptedException {
        Path folder = temporaryFolder();
        return imported(world, folder, jar, List.of("--data=" + folder.resolve(DATA)));
    }

    /** The same with only some users logged in: the first that the graph names. */
    static Bench imported(World world, int loggedIn) throws IOException, InterruptedException {
        Path folder = temporaryFolder();
        return imported(
                world, folder, Jars.server(), List.of("--data=" + folder.resolve(DATA), "--tokens-for=" + loggedIn));
    }

    /**
     * Imports the world into the servers of {@code roost stack start}, where it stays, and starts each role in its own
     * process behind a gateway.
     *
     * @param fanOutAdminPort the port of the fan-out's metrics
     */
    static Bench cluster(World world, int fanOutAdminPort) throws IOException, InterruptedException {
        Bench bench = imported(world, temporaryFolder(), Jars.server(), IN_CLUSTER);
        try {
            List<String> addresses = new ArrayList<>();
            for (String role : BEHIND_GATEWAY) {
                ChildProcess process = bench.begin(role, IN_CLUSTER, UNLIMITED, List.of("--roles=" + role));
                addresses.add(role + "=127.0.0.1:" + process.port());
            }
            List<String> gateway = List.of("--roles=gateway", "--gateway.roles=" + String.join(",", addresses));
            var _ = bench.begin(
                    "fanout", IN_CLUSTER, UNLIMITED, List.of("--roles=fanout", "--admin.port=" + fanOutAdminPort));
            var _ = bench.begin("gateway", IN_CLUSTER, UNLIMITED, gateway);
        } catch (IOException | RuntimeException e) {
            bench.close();
            throw e;
        }
        return bench;
    }

    /** Their addresses, which {@code roost stack start} has written next to the jar's source tree. */
    private static List<String> inCluster() {
        Path settings = Jars.server().resolve("../../../.stack/roost.yaml").normalize();
        return Files.exists(settings)
                ? List.of("--stores=cluster", "--config=" + settings)
                : List.of("--stores=cluster");
    }

    /** Deleted with this process, even if it is interrupted. */
    private static Path temporaryFolder() throws IOException {
        Path folder = Files.createTempDirectory("roost-bench");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
        return folder;
    }

    private static Bench imported(World world, Path folder, Path jar, List<String> more)
            throws IOException, InterruptedException {
        Path follows = folder.resolve("follows.txt");
        Path file = folder.resolve("tokens.txt");
        world.write(follows);
        List<String> arguments = new ArrayList<>(List.of("import", "follows", follows.toString(), "--tokens=" + file));
        arguments.addAll(more);
        ChildProcess.run(jar, arguments);
        Files.delete(follows);
        @Nullable String[] tokens = new String[world.graph().users()];
        for (String line : Files.readAllLines(file)) {
            int space = line.indexOf(' ');
            tokens[Integer.parseInt(line.substring(1, space)) - 1] = line.substring(space + 1);
        }
        return new Bench(world, folder, jar, tokens);
    }

    /** Starts the server on the same data with these flags, after stopping a running one. */
    ChildProcess restart(List<String> flags) throws IOException {
        stop();
        return begin("server", List.of("--data=" + folder.resolve(DATA)), flags, List.of());
    }

    private ChildProcess begin(String name, List<String> stores, List<String> flags, List<String> more)
            throws IOException {
        List<String> start = new ArrayList<>(List.of(
                "start",
                "--port=0",
                "--fame.gained-at=" + world.famousAt(),
                "--fame.lost-at=" + (world.famousAt() - 1)));
        start.addAll(stores);
        start.addAll(flags);
        start.addAll(more);
        ChildProcess process = ChildProcess.java(jar, start);
        processes.put(name, process);
        onStack |= stores.equals(IN_CLUSTER);
        return process;
    }

    private void stop() {
        List.copyOf(processes.values()).reversed().forEach(ChildProcess::close);
        processes.clear();
    }

    World world() {
        return world;
    }

    Path folder() {
        return folder;
    }

    /** The only process, or the gateway of a cluster. */
    ChildProcess server() {
        return processes.values().stream()
                .reduce((_, last) -> last)
                .orElseThrow(() -> new IllegalStateException("not started"));
    }

    int port() {
        return server().port();
    }

    /** Processor seconds that each process has used so far, by name. */
    Map<String, Double> cpuSeconds() {
        Map<String, Double> seconds = new LinkedHashMap<>();
        processes.forEach((name, process) -> seconds.put(name, process.cpuSeconds()));
        return seconds;
    }

    /** The sum of all processes. */
    long residentMebibytes() {
        return processes.values().stream()
                .mapToLong(ChildProcess::residentMebibytes)
                .sum();
    }

    /** The token of a user who was logged in. */
    String token(int user) {
        return Objects.requireNonNull(tokens[user], () -> "user " + user + " is not logged in");
    }

    boolean isLoggedIn(int user) {
        return tokens[user] != null;
    }

    /** The authors' tokens. */
    List<String> authors() {
        return loggedIn(0, world.authors());
    }

    /** The readers' tokens, in the order of users. */
    List<String> readers() {
        return loggedIn(world.firstReader(), world.graph().users());
    }

    private List<String> loggedIn(int from, int to) {
        return Arrays.stream(tokens, from, to)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    /** Lets authors post in turn, as fast as they are answered. */
    void post(int tweets) throws IOException, InterruptedException {
        Drafts drafts = new Drafts(1);
        List<String> authors = authors();
        all(tweets, i -> Request.post("/api/roost/v1/tweets", authors.get(i % authors.size()), drafts.next()));
    }

    /** Lets every logged-in reader read once, so that their timelines exist. */
    void warm() throws IOException, InterruptedException {
        List<String> readers = readers();
        all(readers.size(), i -> Request.get(HomeReads.PATH, readers.get(i)));
    }

    /**
     * Sends this many requests, some concurrently, as fast as they are answered.
     *
     * @throws IOException if one is rejected
     */
    void all(int count, IntFunction<Request> requests) throws IOException, InterruptedException {
        Recording recording = new Recording("Preparing");
        int atOnce = onStack ? AT_ONCE_IN_CLUSTER : AT_ONCE;
        Semaphore turns = new Semaphore(atOnce);
        CountDownLatch done = new CountDownLatch(count);
        try (LoadClient client = LoadClient.connect(port(), atOnce)) {
            for (int i = 0; i < count; i++) {
                turns.acquire();
                client.send(requests.apply(i), response -> {
                    recording.record(System.nanoTime(), response);
                    turns.release();
                    done.countDown();
                });
            }
            done.await();
        }
        if (recording.failed() > 0) {
            throw new IOException(recording.failed() + " of the requests that prepare the measurement failed");
        }
    }

    /**
     * The logged-in followers of an author in the order of users, which is roughly the order in which a tweet reaches
     * them.
     */
    int[] loggedInFollowers(int author) {
        IntStream.Builder found = IntStream.builder();
        world.graph().forEachFollower(author, follower -> {
            if (isLoggedIn(follower)) {
                found.add(follower);
            }
        });
        return found.build().sorted().toArray();
    }

    @Override
    public void close() {
        stop();
        delete(folder);
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            System.err.println("roost: " + folder + " could not be deleted: " + e.getMessage());
        }
    }
}
