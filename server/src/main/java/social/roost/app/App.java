package social.roost.app;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import social.roost.base.Version;

/** The whole program. */
public final class App {
    private App() {}

    /**
     * Starts the server, prints its address, and returns when it has stopped.
     *
     * @param demo whether to fill an empty data folder with a small lively world
     * @throws StartupException when something outside keeps it from starting
     */
    public static void run(Config config, boolean demo) {
        if (demo) {
            System.out.println("The demo world does not exist yet.");
        }
        System.out.println(readyLine(config.http().host(), config.http().port()));
    }

    /**
     * Reads an edge list, creates its users and their follows.
     *
     * @throws StartupException when the file or the data folder cannot be used
     */
    public static void importFollows(Config config, Path file) {
        System.out.println("Would import follows from " + file + " into " + config.data() + ".");
    }

    /** Starts the server, drives a short workload against it, and stops: what a start needs is then in the AOT cache. */
    public static void train(Config config) {
        run(config, false);
    }

    private static String readyLine(String host, int port) {
        long milliseconds = ManagementFactory.getRuntimeMXBean().getUptime();
        return "Roost is ready at http://" + host + ":" + port + " in " + milliseconds + " ms (" + Version.current()
                + ")";
    }
}
