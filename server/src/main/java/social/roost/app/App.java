package social.roost.app;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.roost.base.Version;
import social.roost.driver.logback.LogLevels;
import social.roost.tweet.EngagementStore;

/** The actions of the command line. */
public final class App {
    private App() {}

    /**
     * Starts the server, prints its address, and returns when it has stopped.
     *
     * @param demo whether to add demo content to an empty data folder
     * @throws StartupException if an external cause prevents the start
     */
    public static void run(Config config, boolean demo) {
        config.log().apply(config.deployment());
        Serving server = open(config, demo);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            boolean served = server.isReady();
            server.close();
            if (served) {
                System.out.println("Roost has stopped.");
            }
        }));
        int port = server.listen();
        String address = (config.http().tls().isOn() ? "https://" : "http://")
                + config.http().host() + ":" + port;
        System.out.println(readyLine(address));
        System.out.println("API documentation: " + address + "/api/roost/v1/openapi.json");
        server.awaitClose();
    }

    private static Serving open(Config config, boolean demo) {
        if (config.playedRoles().equals(Set.of(Role.GATEWAY))) {
            return new GatewayServer(config);
        }
        Server server = Server.open(config, InstantSource.system());
        return demo ? Demo.fill(server) : server;
    }

    /**
     * Reads an edge list and creates its users and follows.
     *
     * @param password the password of all imported users; null for none
     * @param tokens where to write the tokens of users that are logged in; null for none
     * @throws StartupException if the file or the data folder cannot be used
     */
    public static void importFollows(Config config, Path file, @Nullable String password, @Nullable TokensFile tokens) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new StartupException(
                    "The file " + file + " cannot be read: it does not exist or is not a regular file.");
        }
        InstantSource clock = InstantSource.system();
        // An import makes large writes, so slow store calls are expected.
        LogLevels.set(StoreMeters.class.getName(), "error");
        try (Stores stores = Stores.open(config, clock);
                Features features = new Features(config, stores)) {
            new FollowsImport(stores, features).run(file, password, tokens);
        }
    }

    /**
     * Fixes wrong counts and prints each.
     *
     * @throws StartupException if the stores cannot be used
     */
    public static void recount(Config config) {
        try (Stores stores = Stores.open(config, InstantSource.system())) {
            System.out.println("Recounting the likes, retweets, replies and quotes of all tweets ...");
            List<EngagementStore.Drift> drifts = stores.tweets().engagements().recount();
            drifts.forEach(drift -> System.out.println(
                    "Tweet " + drift.tweetId() + " had " + drift.counted() + ", has " + drift.rows()));
            System.out.println(
                    drifts.isEmpty() ? "All counts were right." : drifts.size() + " wrong counts were fixed.");
        }
    }

    /**
     * Starts the server, runs a short workload against it, and stops: afterwards the AOT cache contains what a start
     * needs.
     */
    public static void train(Config config) {
        try (Server server = Server.open(config, InstantSource.system())) {
            new Training(server.listen()).run();
        }
    }

    private static String readyLine(String address) {
        long milliseconds = ManagementFactory.getRuntimeMXBean().getUptime();
        return "Roost is ready at " + address + " in " + milliseconds + " ms (" + Version.current() + ")";
    }
}
