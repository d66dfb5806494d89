package social.roost.loadgen;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server under measurement, in its own process. */
final class ChildProcess implements AutoCloseable {
    private static final Pattern PORT = Pattern.compile("(?:port |127\\.0\\.0\\.1:)(\\d+)");

    /** They end with this process, for whatever reason it ends. */
    private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> RUNNING.forEach(Process::destroyForcibly)));
    }

    private final Process process;
    private final int port;
    private final String readyLine;

    private ChildProcess(Process process, int port, String readyLine) {
        this.process = process;
        this.port = port;
        this.readyLine = readyLine;
    }

    /** Starts this Java with the options that the launcher passed to the load generator, and waits for "ready". */
    static ChildProcess java(Path jar, List<String> arguments) throws IOException {
        Process process = started(new ProcessBuilder(command(jar, arguments)).redirectErrorStream(true));
        BufferedReader output = process.inputReader();
        StringBuilder seen = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            seen.append(line).append('\n');
            Matcher matcher = PORT.matcher(line);
            if (line.contains("is ready at") && matcher.find()) {
                // Not virtual: reading from a pipe would pin a carrier as long as the process lives.
                var _ = Thread.ofPlatform().daemon().start(() -> pass(output));
                return new ChildProcess(process, Integer.parseInt(matcher.group(1)), line);
            }
        }
        throw new IOException("The server did not start:\n" + seen);
    }

    /** Starts this Java; the caller reads its standard output. */
    static Process begin(Path jar, List<String> arguments) throws IOException {
        return started(new ProcessBuilder(command(jar, arguments)).redirectError(ProcessBuilder.Redirect.INHERIT));
    }

    /** Runs this Java until it exits. */
    static void run(Path jar, List<String> arguments) throws IOException, InterruptedException {
        int exit =
                started(new ProcessBuilder(command(jar, arguments)).inheritIO()).waitFor();
        if (exit != 0) {
            throw new IOException(arguments + " ended with " + exit);
        }
    }

    int port() {
        return port;
    }

    String readyLine() {
        return readyLine;
    }

    long pid() {
        return process.pid();
    }

    /** Resident memory in MiB. */
    long residentMebibytes() {
        return residentKibibytes() / 1024;
    }

    long residentKibibytes() {
        try (var lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            String line =
                    lines.filter(text -> text.startsWith("VmRSS:")).findFirst().orElse("VmRSS: 0");
            return Long.parseLong(line.replaceAll("\\D", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Processor seconds used so far. */
    double cpuSeconds() {
        return process.info()
                .totalCpuDuration()
                .map(time -> time.toNanos() / 1e9)
                .orElse(0.0);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static Process started(ProcessBuilder builder) throws IOException {
        Process process = builder.start();
        RUNNING.add(process);
        var _ = process.onExit().thenAccept(RUNNING::remove);
        return process;
    }

    private static void pass(BufferedReader output) {
        try {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                System.err.println("server: " + line);
            }
        } catch (IOException _) {
            // The stream closes with the process.
        }
    }

    private static List<String> command(Path jar, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.add("-jar");
        command.add(jar.toString());
        command.addAll(arguments);
        return command;
    }
}
