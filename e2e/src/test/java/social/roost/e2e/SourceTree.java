package social.roost.e2e;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The locations of files that the tests need: the built program, and data next to the repository. */
final class SourceTree {
    private SourceTree() {}

    /** The folder of the launcher. */
    static Path root() {
        Path start = Path.of(System.getProperty("user.dir")).toAbsolutePath();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve("roost"))) {
                return folder;
            }
        }
        throw new AssertionError("No launcher 'roost' in " + start + " or above it");
    }

    static Path serverJar() {
        return existing(
                root().resolve("server/target/roost-server.jar"), "build it by 'mvn package' or './roost build'");
    }

    /**
     * A file of the folder {@code shared} next to the repository, which few developers have; {@code -Droost.shared}
     * names another folder.
     *
     * @return null if there is no such folder
     */
    static @Nullable Path shared(String file) {
        String given = System.getProperty("roost.shared");
        Path folder = given != null ? Path.of(given) : root().resolveSibling("shared");
        return Files.isDirectory(folder) ? existing(folder.resolve(file), "the folder shared lacks it") : null;
    }

    private static Path existing(Path file, String remedy) {
        if (!Files.isRegularFile(file)) {
            throw new AssertionError("There is no " + file + ": " + remedy);
        }
        return file;
    }
}
