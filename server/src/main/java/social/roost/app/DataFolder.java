package social.roost.app;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.backup.RestoredFolder;
import social.roost.base.OwnerOnly;
import social.roost.media.folder.FolderObjectStorage;

/** The data folder, used by one process at a time. Only the user of this process can read its content. */
final class DataFolder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DataFolder.class);
    private static final String OWN_FILES = "roost.";
    private static final String DATABASE = "roost.db";
    private static final String MEDIA = "roost.media";

    private final Path folder;
    private final FileChannel lockFile;

    private DataFolder(Path folder, FileChannel lockFile) {
        this.folder = folder;
        this.lockFile = lockFile;
    }

    /**
     * Creates the folder if needed and locks it for this process; the operating system releases the lock when the
     * process ends, for whatever reason.
     *
     * @throws StartupException if the folder cannot be used, or another process uses it
     */
    static DataFolder open(Path folder) {
        try {
            OwnerOnly.createFolder(folder);
            OwnerOnly.closeFolder(folder, OWN_FILES);
            boolean used = Files.exists(folder.resolve("roost.lock"));
            FileChannel channel = FileChannel.open(
                    folder.resolve("roost.lock"),
                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                    OwnerOnly.newFile());
            if (tryLock(channel)) {
                return locked(new DataFolder(folder, channel), used);
            }
            channel.close();
        } catch (FileAlreadyExistsException e) {
            throw new StartupException("The data folder " + folder + " cannot be used: it is a file.", e);
        } catch (AccessDeniedException e) {
            throw new StartupException("The data folder " + folder + " cannot be used: it is not writable.", e);
        } catch (IOException e) {
            throw new StartupException("The data folder " + folder + " cannot be used: " + e.getMessage() + ".", e);
        }
        throw new StartupException("The data folder " + folder
                + " is in use by another Roost process. Stop that process, or choose another folder with" + " --data.");
    }

    private static DataFolder locked(DataFolder data, boolean used) throws IOException {
        try {
            data.prepare(used);
            return data;
        } catch (IOException | StartupException e) {
            data.lockFile.close();
            throw e;
        }
    }

    /** Uploads and the files of media. */
    Path media() {
        return folder.resolve(MEDIA);
    }

    /** The database in a folder that another process may be using. */
    static Path databaseIn(Path folder) {
        return folder.resolve(DATABASE);
    }

    /** The objects in a folder that another process may be using. */
    static Path objectsIn(Path folder) {
        return FolderObjectStorage.objectsIn(folder.resolve(MEDIA));
    }

    /** Temporary files of processing, removed at the start. */
    Path mediaWork() {
        return media().resolve("work");
    }

    /** The indexes of search, which can be built again from the database. */
    Path search() {
        return folder.resolve("roost.search");
    }

    Path database() {
        return databaseIn(folder);
    }

    @Override
    public void close() {
        try (lockFile) {
            // This process created the file but could not open it: the next start must create it again.
            if (Files.isRegularFile(database()) && Files.size(database()) == 0) {
                Files.delete(database());
            }
        } catch (IOException e) {
            throw new StartupException("The data folder " + folder + " cannot be unlocked: " + e, e);
        }
    }

    /** Creates the database before SQLite does, which would let others read it; its other files get the same mode. */
    private void prepare(boolean used) throws IOException {
        if (RestoredFolder.isUnfinished(folder)) {
            throw new StartupException(
                    "The data folder " + folder + " contains a restore that did not finish. Run roost restore again.");
        }
        OwnerOnly.closeFiles(ownFiles());
        OwnerOnly.createFolder(media());
        OwnerOnly.closeFolder(media(), "");
        OwnerOnly.createFolder(search());
        OwnerOnly.closeFolder(search(), "");
        if (Files.exists(database())) {
            requireContent();
            return;
        }
        if (Files.exists(folder.resolve("roost.db-wal"))) {
            throw new StartupException("The database " + database()
                    + " is missing, but its log roost.db-wal exists. Restore the database from a backup, or"
                    + " move the log away to start with an empty database.");
        }
        if (used) {
            LOG.warn("The data folder {} was used before but has no database; creating an empty one", folder);
        }
        Files.createFile(database(), OwnerOnly.newFile());
    }

    /** SQLite treats an empty file as a new database and deletes the log next to it. */
    private void requireContent() throws IOException {
        if (Files.isRegularFile(database()) && Files.size(database()) == 0) {
            throw new StartupException("The database " + database()
                    + " is an empty file: its content was lost. Restore it from a backup, or delete the file to"
                    + " start with an empty database.");
        }
    }

    private List<Path> ownFiles() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(OWN_FILES))
                    .toList();
        }
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }
}
