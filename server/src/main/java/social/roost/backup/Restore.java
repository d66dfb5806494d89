package social.roost.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import social.roost.backup.MediaList.Entry;

/** Verifies a backup, and makes a data folder of it. */
public final class Restore {
    private final Path backup;
    private final MediaPool pool;
    private final BackupProgress progress;

    /**
     * Finds a backup.
     *
     * @param from the folder of a backup, or of several, of which it takes the newest
     * @throws BackupException if there is none
     */
    public Restore(Path from, BackupProgress progress) {
        this.progress = progress;
        try {
            Path newest = new BackupFolder(from).newest();
            if (newest == null && Files.notExists(from.resolve(BackupFolder.MANIFEST))) {
                throw new BackupException("There is no complete backup in " + from + ".");
            }
            backup = newest == null ? from : newest;
        } catch (IOException e) {
            throw unreadable(from, e);
        }
        pool = BackupFolder.poolOf(backup);
    }

    /** Its folder. */
    public Path backup() {
        return backup;
    }

    /**
     * Reads all of it.
     *
     * @throws BackupException if a file is missing or damaged, with its name
     */
    public Manifest verify() {
        try {
            Checksums.check(backup);
            Manifest manifest = Manifest.read(backup.resolve(BackupFolder.MANIFEST));
            long done = 0;
            try (MediaList.Reader list = new MediaList.Reader(backup.resolve(BackupFolder.MEDIA_LIST))) {
                for (Entry entry = list.read(); entry != null; entry = list.read()) {
                    Checksums.requireHash(pool.file(entry.hash()), entry.hash());
                    done += entry.bytes();
                    progress.reached("MiB of media verified", done >> 20, manifest.mediaBytes() >> 20);
                }
            }
            return manifest;
        } catch (IOException e) {
            throw unreadable(backup, e);
        }
    }

    /**
     * Verifies the backup, and copies it into a folder.
     *
     * @param data empty, or not there yet
     * @throws BackupException if that is not possible; then the folder is empty
     */
    public Manifest into(Path data) {
        try (RestoredFolder folder = RestoredFolder.open(data)) {
            try {
                Manifest manifest = verify();
                MediaPool.requireSpace(data, manifest.databaseBytes() + manifest.mediaBytes());
                copy(folder, manifest);
                folder.finish();
                return manifest;
            } catch (BackupException | IOException e) {
                folder.clear();
                throw e;
            }
        } catch (IOException e) {
            throw new BackupException("The backup cannot be restored to " + data + ": " + reason(e), e);
        }
    }

    private void copy(RestoredFolder folder, Manifest manifest) throws IOException {
        long done = 0;
        try (MediaList.Reader list = new MediaList.Reader(backup.resolve(BackupFolder.MEDIA_LIST))) {
            for (Entry entry = list.read(); entry != null; entry = list.read()) {
                Path object = folder.object(entry.key());
                requireCopied(pool.file(entry.hash()), object, entry.hash());
                Path _ = Files.setLastModifiedTime(object, FileTime.fromMillis(entry.modifiedAt()));
                done += entry.bytes();
                progress.reached("MiB of media", done >> 20, manifest.mediaBytes() >> 20);
            }
        }
        Path database = backup.resolve(BackupFolder.DATABASE);
        String hash = Objects.requireNonNull(Checksums.read(backup).get(BackupFolder.DATABASE));
        requireCopied(database, folder.database(), hash);
    }

    private static void requireCopied(Path source, Path target, String hash) throws IOException {
        if (!Contents.copy(source, target).equals(hash)) {
            throw new BackupException("The backup cannot be used: " + source + " has changed while it was read.");
        }
    }

    private static BackupException unreadable(Path path, IOException e) {
        return new BackupException("The backup " + path + " cannot be read: " + reason(e), e);
    }

    private static String reason(IOException e) {
        return e instanceof NotDirectoryException ? "it is a file" : String.valueOf(e.getMessage());
    }
}
