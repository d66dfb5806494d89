package social.roost.loadgen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    static Bench start(World world) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("roost-bench");
        Path follows = folder.resolve("follows.txt");
        world.writeFollows(follows);
        String data = "--data=" + folder.resolve("data");
        ChildProcess.run(
                Jars.server(),
                List.of(
                        "import",
                        "follows",
                        follows.toString(),
                        data,
                        "--password",
                        World.PASSWORD,
                        "--tokens",
                        folder.resolve(TOKENS).toString()));
        ChildProcess server = ChildProcess.java(
                Jars.server(),
                List.of(
                        "start",
                        "--port=0",
                        "--limits.enabled=false",
                        data,
                        "--fame.gained-at=" + world.famousAt(),
                        "--fame.lost-at=" + (world.famousAt() - 1)));
        return new Bench(folder, server);
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
