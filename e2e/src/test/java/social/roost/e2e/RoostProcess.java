package social.roost.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The program as a child process, as an operator runs it. None outlives its test: {@link #close} kills it, and so does
 * the end of this JVM.
 */
final class RoostProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Pattern READY = Pattern.compile("Roost is ready at (https?://\\S+) in \\d+ ms .*");

    /** For short lives on a small machine; otherwise like the launcher's. */
    private static final List<String> JVM_FLAGS = List.of(
            "-XX:+UseCompactObjectHeaders",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx256m",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Xlog:aot=off",
            "-Xlog:cds=off");

    /** Hashing passwords with the default settings takes half a second in the tests' JVM configuration. */
    static final String QUICK_PASSWORDS = "--sessions.password-memory=1MiB";

    private static final Set<Process> ALIVE = ConcurrentHashMap.newKeySet();

    /**
     * What the launcher creates after a build, for the flags above: it halves the start-up time. JVMs of tests share
     * one.
     */
    private static final Path CACHE = SourceTree.root().resolve("e2e/target/roost.aot");

    static {
        prepareCache();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> ALIVE.forEach(Process::destroyForcibly)));
    }

    private final Process process;
    private final Thread outputReader;
    private final Queue<String> output = new ConcurrentLinkedQueue<>();
    private final CompletableFuture<String> address = new CompletableFuture<>();

    private RoostProcess(List<String> arguments) {
        process = launch(arguments);
        ALIVE.add(process);
        // Not virtual: reading from a pipe would pin a carrier as long as the process lives.
        outputReader = Thread.ofPlatform().daemon().start(this::readOutput);
    }

    /** Starts any command. */
    static RoostProcess run(String... arguments) {
        return new RoostProcess(List.of(arguments));
    }

    /**
     * Starts a server on a free port, with fast password hashing, without fetching links, and without limits unless the
     * options set some.
     */
    static RoostProcess begin(Path data, String... options) {
        List<String> arguments =
                new ArrayList<>(List.of("start", "--data", data.toString(), "--port", "0", QUICK_PASSWORDS));
        if (Arrays.stream(options).noneMatch(option -> option.startsWith("--limits."))) {
            arguments.add("--limits.enabled=false");
        }
        arguments.add("--links.cards=false");
        arguments.addAll(List.of(options));
        return new RoostProcess(arguments);
    }

    /** Starts a server on a free port and waits until it is ready. */
    static RoostProcess start(Path data, String... options) {
        RoostProcess roost = begin(data, options);
        try {
            String _ = roost.address();
            return roost;
        } catch (Throwable e) {
            roost.close();
            throw e;
        }
    }

    /** Waits until the server reports that it is ready, and returns its address. */
    String address() {
        return address.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    /** As a visitor. */
    Client client() {
        return Client.at(address());
    }

    /** What it has printed so far, errors as well. */
    String output() {
        return String.join("\n", output);
    }

    /** Waits until it has printed a line. */
    void awaitOutput(String line) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!output.contains(line)) {
            if (System.nanoTime() > end || !isAlive()) {
                throw new AssertionError("It did not print " + line + " but:\n" + output());
            }
            LockSupport.parkNanos(20_000_000);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** SIGKILL: nothing in the process runs any more. */
    void kill() {
        process.destroyForcibly();
        int _ = exitCode();
    }

    /** SIGTERM. */
    void askToStop() {
        process.toHandle().destroy();
    }

    /** SIGTERM, then waits for the end. */
    int terminate() {
        askToStop();
        return exitCode();
    }

    /** Waits for the end. */
    int exitCode() {
        try {
            if (!process.waitFor(PATIENCE)) {
                throw new AssertionError("It does not end. Its output:\n" + output());
            }
            outputReader.join();
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new AssertionError("Interrupted while waiting for the end of the process", e);
        }
    }

    @Override
    public void close() {
        kill();
        ALIVE.remove(process);
    }

    /** Created by one of the JVMs that run tests, while others wait for it. Without it, starts are slower. */
    private static void prepareCache() {
        try (FileChannel turn = FileChannel.open(
                        CACHE.resolveSibling("roost.aot.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock _ = turn.lock()) {
            if (!isNewer(CACHE, SourceTree.serverJar())) {
                train();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError("Interrupted while preparing the cache", e);
        }
    }

    private static boolean isNewer(Path one, Path other) throws IOException {
        return Files.exists(one) && Files.getLastModifiedTime(one).compareTo(Files.getLastModifiedTime(other)) > 0;
    }

    private static void train() throws IOException, InterruptedException {
        Files.deleteIfExists(CACHE);
        Path data = Files.createTempDirectory("roost-train");
        Path made = CACHE.resolveSibling("roost.aot.new");
        Process training = builder("-XX:AOTCacheOutput=" + made, List.of("train", "--data", data.toString()))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!training.waitFor(PATIENCE)) {
            training.destroyForcibly();
        } else if (training.exitValue() == 0 && Files.exists(made)) {
            Files.move(made, CACHE);
        }
    }

    private static Process launch(List<String> arguments) {
        try {
            Process launched = builder("-XX:AOTCache=" + CACHE, arguments).start();
            launched.getOutputStream().close();
            return launched;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProcessBuilder builder(String cacheFlag, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM_FLAGS);
        command.addAll(List.of(cacheFlag, "-jar", SourceTree.serverJar().toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("ROOST_"));
        return builder;
    }

    private void readOutput() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.add(line);
                // To the log of the test class, which is printed if it fails.
                System.err.println(process.pid() + ": " + line);
                Matcher ready = READY.matcher(line);
                if (ready.matches()) {
                    address.complete(ready.group(1));
                }
            }
        } catch (IOException e) {
            output.add("(output lost: " + e + ")");
        }
        address.completeExceptionally(new AssertionError("It ended before it was ready. Its output:\n" + output()));
    }
}
