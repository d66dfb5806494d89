package social.roost.app;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** The folder that one process at a time keeps its data in. */
final class DataFolder implements AutoCloseable {
    private final Path folder;
    private final FileChannel lockFile;

    private DataFolder(Path folder, FileChannel lockFile) {
        this.folder = folder;
        this.lockFile = lockFile;
    }

    /**
     * Creates the folder if needed and takes it for this process; the system gives it back when the process ends, however.
     *
     * @throws StartupException when it cannot be used, or another process has it
     */
    static DataFolder open(Path folder) {
        try {
            create(folder);
            FileChannel channel =
                    FileChannel.open(folder.resolve("roost.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel)) {
                return new DataFolder(folder, channel);
            }
            channel.close();
        } catch (FileAlreadyExistsException e) {
            throw new StartupException("The data folder " + folder + " cannot be used: it is a file.", e);
        } catch (AccessDeniedException e) {
            throw new StartupException("The data folder " + folder + " cannot be used: it may not be written.", e);
        } catch (IOException e) {
            throw new StartupException("The data folder " + folder + " cannot be used: " + e, e);
        }
        throw new StartupException("The data folder " + folder + " is in use by another Roost: stop that one, or choose"
                + " another folder with --data.");
    }

    Path database() {
        return folder.resolve("roost.db");
    }

    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException e) {
            throw new StartupException("The data folder " + folder + " cannot be released: " + e, e);
        }
    }

    /** For this user's eyes only, where the system knows of that. */
    private static void create(Path folder) throws IOException {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        if (posix && Files.notExists(folder)) {
            Path parent = folder.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.createDirectory(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(folder);
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
