package social.roost.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The servers of a cluster, started by {@code ./roost test} before the tests, which passes their folder in a system
 * property. Otherwise those of {@code ./roost stack start}.
 */
final class Stack {
    private static final Path FOLDER = Path.of(System.getProperty(
            "roost.test.stack", SourceTree.root().resolve(".stack").toString()));

    /** Whether the tests include the loss of a Cassandra node. */
    private static final boolean IS_RING = Boolean.getBoolean("roost.test.ring");

    private Stack() {}

    /** Creates as many empty Cassandra nodes as the tests need: for most, one is enough. */
    static void prepare() {
        if (IS_RING) {
            kill("cassandra");
            delete(FOLDER.resolve("run/cassandra"));
            run("start", "--cassandra-nodes", "3");
        }
    }

    /** The settings with which the program uses these servers. */
    static List<String> settings() {
        return List.of(
                "--stores=cluster",
                "--config=" + FOLDER.resolve("roost.yaml"),
                "--cassandra.replication=" + (IS_RING ? "3" : "1"));
    }

    /** Kills one server by SIGKILL. */
    static void kill(String server) {
        run("kill", server);
    }

    /** Restarts one server with its stored data, and waits until it is ready. */
    static void start(String server) {
        run("start", "--only", server);
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(String... arguments) {
        List<String> command =
                new ArrayList<>(List.of(SourceTree.root().resolve("roost").toString(), "stack"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--dir", FOLDER.toString()));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(String.join(" ", command) + " failed:\n" + output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError("Interrupted while waiting for the stack", e);
        }
    }
}
