package social.roost.e2e;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the files are that the tests need: the built program, and the data beside the repository. */
final class SourceTree {
    private SourceTree() {}

    /** The folder that holds the launcher. */
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

    /** A file of the folder {@code shared} beside the repository or above; {@code -Droost.shared} names another folder. */
    static Path shared(String file) {
        String given = System.getProperty("roost.shared");
        return existing(
                (given != null ? Path.of(given) : sharedFolder()).resolve(file),
                "put it there, or name its folder by -Droost.shared");
    }

    private static Path sharedFolder() {
        Path root = root();
        for (Path folder = root; folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolveSibling("shared"))) {
                return folder.resolveSibling("shared");
            }
        }
        return root.resolveSibling("shared");
    }

    private static Path existing(Path file, String remedy) {
        if (!Files.isRegularFile(file)) {
            throw new AssertionError("There is no " + file + ": " + remedy);
        }
        return file;
    }
}
