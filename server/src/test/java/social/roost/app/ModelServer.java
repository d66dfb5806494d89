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

/** A server in this process that can restart and crash, and keeps its data. */
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
     * @param around wraps the stores
     */
    static ModelServer start(
            Path folder, Map<String, String> flags, InstantSource clock, UnaryOperator<Stores> around) {
        return new ModelServer(folder, flags, clock, around);
    }

    /** Starts on a copy of another server's data. */
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

    /** Waits until all events have taken effect. A single check may miss events caused by other events. */
    void quiesce() {
        try {
            for (int look = 0; look < 2; look++) {
                Await.until(() -> server.backlog() == 0);
            }
            Await.until(server.features().search::isComplete);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    void restart(Map<String, String> changedFlags) {
        server.close();
        flags.putAll(changedFlags);
        reopen(folder);
    }

    /**
     * Continues with what a crash at this moment would have left: everything that was acknowledged, but without offsets
     * stored at the end.
     */
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

    /** Copies again if a checkpoint happened meanwhile, because the copies would not belong together. */
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
