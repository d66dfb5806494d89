package social.roost.loadgen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A server with a world in a folder of its own, which is gone afterwards. */
final class Bench implements AutoCloseable {
    private static final String TOKENS = "tokens.txt";

    private final Path folder;
    private final ChildProcess server;

    private Bench(Path folder, ChildProcess server) {
        this.folder = folder;
        this.server = server;
    }

    /** This build's server, without limits. */
    static Bench start(World world) throws IOException, InterruptedException {
        return start(world, Jars.server(), List.of("--limits.enabled=false", "--http.connections-per-address=0"));
    }

    /** The server of some build, with more settings. */
    static Bench start(World world, Path jar, List<String> settings) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("roost-bench");
        Path follows = folder.resolve("follows.txt");
        world.writeFollows(follows);
        String data = "--data=" + folder.resolve("data");
        List<String> arguments =
                new ArrayList<>(List.of("import", "follows", follows.toString(), data, "--password", World.PASSWORD));
        if (jar.equals(Jars.server())) {
            arguments.addAll(List.of("--tokens", folder.resolve(TOKENS).toString()));
        }
        ChildProcess.run(jar, arguments);
        List<String> start = new ArrayList<>(List.of(
                "start",
                "--port=0",
                data,
                "--fame.gained-at=" + world.famousAt(),
                "--fame.lost-at=" + (world.famousAt() - 1)));
        start.addAll(settings);
        return new Bench(folder, ChildProcess.java(jar, start));
    }

    Path folder() {
        return folder;
    }

    /** Lines of a name and a token, one for each user. */
    Path tokens() {
        return folder.resolve(TOKENS);
    }

    ChildProcess server() {
        return server;
    }

    @Override
    public void close() throws IOException {
        server.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
