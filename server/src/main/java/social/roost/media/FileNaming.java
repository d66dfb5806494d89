package social.roost.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Names files for clients, and gives processing a folder.
 *
 * @param secret the key of the hashes in names
 * @param work where folders are made
 */
public record FileNaming(Secret secret, Path work) {

    /** A secret of this server. Not an array, so that it is never printed. */
    @FunctionalInterface
    public interface Secret {
        byte[] bytes();
    }

    String name(long mediaId, byte[] hash, String contentType) {
        return ObjectKeys.name(secret.bytes(), mediaId, hash, contentType);
    }

    /** Removes what a process that died left in the folder; called while no other process uses it. */
    public void removeLeftovers() {
        if (Files.isDirectory(work)) {
            WorkFolder.delete(work);
        }
    }

    WorkFolder workFolder() throws IOException {
        return WorkFolder.in(work);
    }
}
