package social.roost.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import social.roost.base.config.ConfigLoader;
import social.roost.base.config.ConfigSources;
import social.roost.driver.sqlite.CrashedCopy;
import social.roost.event.Await;

/** A server in this process that can be restarted, and crash, and keeps its data through both. */
final class ModelServer implements AutoCloseable {
    private final InstantSource clock;
    private final Map<String, String> flags;
    private final UnaryOperator<Stores> around;
    private Path folder;
    private Server server;
    private ModelClient client;

    private ModelServer(Path folder, Map<String, String> flags, InstantSource clock, UnaryOperator<Stores> around) {
        this.clock = clock;
        this.around = around;
        this.flags = new LinkedHashMap<>(flags);
        this.flags.put("http.port", "0");
        this.folder = folder;
        server = open(folder);
        client = new ModelClient(server.listen());
    }

    /**
     * Starts a server.
     *
     * @param around what the server sees of its stores
     */
    static ModelServer start(
            Path folder, Map<String, String> flags, InstantSource clock, UnaryOperator<Stores> around) {
        return new ModelServer(folder, flags, clock, around);
    }

    /** Starts on a copy of the data that another server has left. */
    static ModelServer startOnCopy(
            Path data, Path folder, Map<String, String> flags, InstantSource clock, UnaryOperator<Stores> around) {
        try (Stream<Path> files = Files.list(data)) {
            Files.createDirectories(folder);
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return start(folder, flags, clock, around);
    }

    ModelClient client() {
        return client;
    }

    Stores stores() {
        return server.stores();
    }

    /** Waits until all events have had their effect. A single look may miss events that an event has brought about. */
    void quiesce() {
        try {
            for (int look = 0; look < 2; look++) {
                Await.until(() -> server.backlog() == 0);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    void restart(Map<String, String> changedFlags) {
        server.close();
        flags.putAll(changedFlags);
        reopen(folder);
    }

    /** Goes on with what a crash at this moment would have left: all that was answered, but no offsets stored at the end. */
    void crash() {
        Path left = crashedCopy();
        server.close();
        reopen(left);
    }

    @Override
    public void close() {
        server.close();
    }

    private void reopen(Path data) {
        folder = data;
        server = open(data);
        client = new ModelClient(server.listen());
    }

    private Server open(Path data) {
        Map<String, String> all = new LinkedHashMap<>(flags);
        all.put("data", data.toString());
        all.put("limits.enabled", "false");
        Config config = ConfigLoader.load(Config.class, new ConfigSources(null, Map.of(), all))
                .value();
        return Server.open(config, around.apply(EmbeddedStores.open(config, clock)));
    }

    /** Copies again when the log was checkpointed into the database meanwhile, as the copies would not fit together. */
    private Path crashedCopy() {
        Path database = folder.resolve("roost.db");
        try {
            for (int i = 1; ; i++) {
                Path copy = folder.resolveSibling(folder.getFileName() + "-" + i);
                List<Object> before = stamp(database);
                CrashedCopy.of(database, copy);
                if (stamp(database).equals(before)) {
                    return copy;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Object> stamp(Path file) throws IOException {
        FileTime modified = Files.getLastModifiedTime(file);
        return List.of(modified, Files.size(file));
    }
}
