package social.roost.app;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import social.roost.driver.StackServers;

/** A server in a process of its own; that of a cluster uses the servers of the stack. */
final class ServerProcess implements AutoCloseable {
    private static final Pattern READY = Pattern.compile("Roost is ready at http://127\\.0\\.0\\.1:(\\d+) .*");

    private final Process process;
    private final Queue<String> output = new ConcurrentLinkedQueue<>();
    private final CompletableFuture<Integer> port = new CompletableFuture<>();

    private ServerProcess(List<String> command) throws IOException {
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        // Not virtual: reading from a pipe would pin a carrier, of which there are few.
        var _ = Thread.ofPlatform().daemon().start(this::read);
    }

    /**
     * Starts a server and waits until it is ready.
     *
     * @param newer classes that replace those of this build
     */
    static ServerProcess start(Map<String, String> settings, Path... newer) throws IOException {
        return start(List.of("-Xmx256m"), settings, newer);
    }

    /** The same with options for Java. */
    static ServerProcess start(List<String> options, Map<String, String> settings, Path... newer) throws IOException {
        List<String> path = new ArrayList<>();
        List.of(newer).forEach(folder -> path.add(folder.toString()));
        path.add(System.getProperty("java.class.path"));
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of(
                "-XX:TieredStopAtLevel=1", "-cp", String.join(File.pathSeparator, path), "social.roost.Main", "start"));
        settings.forEach((key, value) -> command.add("--" + key + "=" + value));
        Path servers = StackServers.file();
        if (servers != null && "cluster".equals(settings.get("stores"))) {
            command.add("--config=" + servers);
        }
        ServerProcess started = new ServerProcess(command);
        try {
            var _ = started.port();
            return started;
        } catch (RuntimeException e) {
            started.close();
            throw e;
        }
    }

    int port() {
        return port.orTimeout(2, TimeUnit.MINUTES).join();
    }

    Process process() {
        return process;
    }

    /** What it has printed so far. */
    String output() {
        return String.join("\n", output);
    }

    /** Lets it finish what is in progress. */
    void stop() throws InterruptedException {
        var _ = process.toHandle().destroy();
        int _ = process.waitFor();
    }

    /** Kills it, if it still runs. */
    @Override
    public void close() {
        Process _ = process.destroyForcibly();
        process.onExit().join();
    }

    private void read() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.add(line);
                Matcher ready = READY.matcher(line);
                if (ready.matches()) {
                    port.complete(Integer.valueOf(ready.group(1)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            port.completeExceptionally(new AssertionError("It ended before it was ready: " + output()));
        }
    }
}
