package social.roost.media.process.program;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Starts programs and ends them, at the latest when it is closed. A program runs with low priority and in a session of
 * its own, so that signals of the terminal only reach the server. Of the environment it gets what it needs to run, and
 * no secrets.
 */
public final class Programs implements AutoCloseable {
    private static final List<String> ENVIRONMENT = List.of("PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH");

    /** Each runs the command after it in its own place, so that its process id is that of the command. */
    private static final List<List<String>> PREFIXES = List.of(List.of("setsid"), List.of("nice", "-n", "10"));

    /** Exit codes of a process that got SIGKILL or SIGTERM. */
    private static final Set<Integer> KILLED = Set.of(128 + 9, 128 + 15);

    private final Set<Process> running = ConcurrentHashMap.newKeySet();
    private final List<String> prefix = prefix();
    private volatile boolean closed;

    /** The file of a program: a path, or a name on the PATH. */
    public static Optional<Path> find(String program) {
        if (program.contains(File.separator)) {
            return Optional.of(Path.of(program)).filter(Files::isExecutable);
        }
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of(path.split(Pattern.quote(File.pathSeparator), -1))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * Starts a program.
     *
     * @param environment added to what every program gets
     * @param errors takes each line of its standard error, in a thread of its own
     */
    public Process start(List<String> command, Map<String, String> environment, Consumer<String> errors)
            throws IOException {
        Process process = start(command, environment);
        follow(process.errorReader(StandardCharsets.UTF_8), errors);
        return process;
    }

    /**
     * Runs a program to its end, without input.
     *
     * @param lines takes each line that the program writes, in a thread of its own
     * @throws IOException if it cannot be started, or this is closed while it runs
     * @throws InterruptedException if the thread was interrupted; the program has been ended then
     */
    public Ended run(List<String> command, Duration deadline, Consumer<String> lines)
            throws IOException, InterruptedException {
        Process process = start(command, Map.of());
        try {
            process.getOutputStream().close();
            LastLines errors = new LastLines();
            Thread output = follow(process.inputReader(StandardCharsets.UTF_8), lines);
            Thread error = follow(process.errorReader(StandardCharsets.UTF_8), errors);
            boolean timely = process.waitFor(deadline.toNanos(), TimeUnit.NANOSECONDS);
            if (timely) {
                output.join();
                error.join();
            }
            requireOpen();
            return new Ended(timely ? process.exitValue() : -1, !timely, errors.text());
        } finally {
            end(process);
        }
    }

    /** Ends a program and all that it started; does nothing if it has ended. */
    public void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        running.remove(process);
    }

    /** Ends all programs that run. */
    @Override
    public void close() {
        closed = true;
        running.forEach(this::end);
    }

    /** Whether a program with this exit code was ended from outside, by an operator or a system without memory. */
    public static boolean isKilled(int exit) {
        return KILLED.contains(exit);
    }

    private Process start(List<String> command, Map<String, String> environment) throws IOException {
        requireOpen();
        List<String> all = new ArrayList<>(prefix);
        all.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(all);
        builder.environment().keySet().retainAll(ENVIRONMENT);
        builder.environment().putAll(environment);
        Process process = builder.start();
        running.add(process);
        var _ = process.onExit().thenRun(() -> running.remove(process));
        if (closed) {
            end(process);
            requireOpen();
        }
        return process;
    }

    /** Whether nothing can be started any more. */
    public boolean isClosed() {
        return closed;
    }

    private void requireOpen() throws IOException {
        if (closed) {
            throw new IOException("The server stops");
        }
    }

    private static Thread follow(BufferedReader reader, Consumer<String> lines) {
        return Thread.ofPlatform().daemon().name("program-output").start(() -> {
            try (reader) {
                reader.lines().forEach(lines);
            } catch (IOException | UncheckedIOException e) {
                // The program has been ended.
            }
        });
    }

    private static List<String> prefix() {
        return PREFIXES.stream()
                .filter(words -> find(words.getFirst()).isPresent())
                .flatMap(List::stream)
                .toList();
    }

    /**
     * How a program ended.
     *
     * @param errors the end of what it wrote to its standard error
     */
    public record Ended(int exit, boolean timedOut, String errors) {
        public boolean succeeded() {
            return exit == 0 && !timedOut;
        }

        /** Whether it was ended from outside. */
        public boolean isKilled() {
            return Programs.isKilled(exit);
        }
    }
}
