package social.roost.tweet.text;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the folder of specifications that stands beside the repository; {@code -Droost.shared} names another. */
final class SharedFiles {

    private SharedFiles() {}

    static Path conformance() {
        String given = System.getProperty("roost.shared");
        if (given != null) {
            return existing(Path.of(given, "conformance"));
        }
        Path start = Path.of(System.getProperty("user.dir")).toAbsolutePath();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            Path found = folder.resolveSibling("shared").resolve("conformance");
            if (Files.isDirectory(found)) {
                return found;
            }
        }
        throw new AssertionError("No folder shared/conformance beside " + start
                + " or above it: put the twitter-text vectors there, or name their parent by -Droost.shared");
    }

    private static Path existing(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new AssertionError("No such folder, though roost.shared names its parent: " + folder);
        }
        return folder;
    }
}
