package social.roost.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import social.roost.base.OwnerOnly;

/**
 * A data folder that is being restored. Until it is complete it contains the folder {@code roost.restoring}, with which
 * no server starts; so it works for a folder that cannot be renamed, such as the root of a disk.
 */
public final class RestoredFolder implements AutoCloseable {
    private static final String RESTORING = "roost.restoring";
    private static final String LOCK = "roost.lock";
    private static final String MEDIA = "roost.media";
    private static final Set<String> IGNORED = Set.of(LOCK, "lost+found");
    private static final Set<String> RESTORED = Set.of(RESTORING, MEDIA, BackupFolder.DATABASE);

    private final Path folder;
    private final FileChannel lock;

    private RestoredFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** Whether a folder contains what an interrupted restore has left. */
    public static boolean isUnfinished(Path folder) {
        return Files.exists(folder.resolve(RESTORING));
    }

    /**
     * Creates the folder if needed, and keeps servers away. Removes what an interrupted restore has left.
     *
     * @throws BackupException if the folder is in use or not empty
     */
    static RestoredFolder open(Path folder) throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new BackupException(folder + " is a file. Name an empty folder, or one that does not exist.");
        }
        requireEmpty(folder);
        OwnerOnly.createFolder(folder);
        FileChannel channel = FileChannel.open(
                folder.resolve(LOCK), Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), OwnerOnly.newFile());
        FileLock taken = channel.tryLock();
        if (taken == null) {
            channel.close();
            throw new BackupException("The folder " + folder + " is in use by another Roost process.");
        }
        RestoredFolder opened = new RestoredFolder(folder, channel);
        requireEmpty(folder);
        opened.clear();
        OwnerOnly.closeFolder(folder, "roost.");
        OwnerOnly.createFolder(opened.restoring());
        OwnerOnly.createFolder(opened.restoring().resolve(MEDIA));
        OwnerOnly.createFolder(opened.objects());
        Contents.force(folder);
        return opened;
    }

    private static void requireEmpty(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(name -> !IGNORED.contains(name))
                    .toList();
            if (!names.isEmpty() && !(names.contains(RESTORING) && RESTORED.containsAll(names))) {
                throw new BackupException("The folder " + folder + " is not empty (" + names.getFirst()
                        + "). Restore into an empty folder, or one that does not exist.");
            }
        }
    }

    private Path restoring() {
        return folder.resolve(RESTORING);
    }

    /** Where the database belongs until it is complete. */
    Path database() {
        return restoring().resolve(BackupFolder.DATABASE);
    }

    /** Where an object belongs until all are there. */
    Path object(String key) throws IOException {
        Path file = objects().resolve(key);
        Path _ = Files.createDirectories(Objects.requireNonNull(file.getParent()));
        return file;
    }

    private Path objects() {
        return restoring().resolve(MEDIA).resolve("objects");
    }

    /** Makes it a data folder that a server can use, which it is after a power failure too. */
    void finish() throws IOException {
        Contents.forceAll(restoring());
        for (String name : List.of(MEDIA, BackupFolder.DATABASE)) {
            Files.move(restoring().resolve(name), folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        }
        Contents.force(folder);
        Files.delete(restoring());
        Contents.force(folder);
    }

    /** Removes what was restored, the marker last. */
    void clear() throws IOException {
        Contents.delete(folder.resolve(BackupFolder.DATABASE));
        Contents.delete(folder.resolve(MEDIA));
        Contents.delete(restoring());
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
