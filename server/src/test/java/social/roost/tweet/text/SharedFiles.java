package social.roost.tweet.text;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Finds the folder {@code shared} next to the repository, which few developers have; {@code -Droost.shared} names
 * another.
 */
final class SharedFiles {

    private SharedFiles() {}

    /** Twitter's own test vectors, or null if they do not exist. */
    static @Nullable Path conformance() {
        String given = System.getProperty("roost.shared");
        Path shared = given != null ? Path.of(given) : root().resolveSibling("shared");
        Path conformance = shared.resolve("conformance");
        return Files.isDirectory(conformance) ? conformance : null;
    }

    /** The folder of the launcher. */
    private static Path root() {
        Path start = Path.of(System.getProperty("user.dir")).toAbsolutePath();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve("roost"))) {
                return folder;
            }
        }
        throw new AssertionError("No launcher 'roost' in " + start + " or above it");
    }
}
