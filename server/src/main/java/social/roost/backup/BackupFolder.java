package social.roost.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import social.roost.base.OwnerOnly;

/**
 * A folder of backups: a folder for each, named by its moment, and a pool with the contents of their media. A backup
 * that is not complete is in a folder of another name.
 */
public final class BackupFolder {
    static final String DATABASE = "roost.db";
    static final String MEDIA_LIST = "media.list";
    static final String MANIFEST = "manifest.json";
    static final String CHECKSUMS = "SHA256SUMS";

    private static final String POOL = "media";
    private static final String UNFINISHED = "unfinished";
    private static final String LOCK = "backup.lock";
    private static final Pattern NAME = Pattern.compile("\\d{8}T\\d{6}\\.\\d{3}Z");
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final Path folder;

    public BackupFolder(Path folder) {
        this.folder = folder;
    }

    Path path() {
        return folder;
    }

    MediaPool pool() {
        return new MediaPool(folder.resolve(POOL));
    }

    /** The pool of the folder that a backup is in. */
    static MediaPool poolOf(Path backup) {
        return new BackupFolder(Objects.requireNonNull(backup.toAbsolutePath().getParent())).pool();
    }

    /** The complete backups, the oldest first; none if there is no such folder. */
    List<Path> backups() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(
                            file -> NAME.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        }
    }

    @Nullable
    Path newest() throws IOException {
        List<Path> all = backups();
        return all.isEmpty() ? null : all.getLast();
    }

    /** The moment of the newest backup; null if there is none. */
    public @Nullable Instant newestMoment() throws IOException {
        Path newest = newest();
        return newest == null ? null : momentOf(newest);
    }

    private static Instant momentOf(Path backup) {
        return MOMENT.parse(backup.getFileName().toString(), Instant::from);
    }

    /**
     * Creates the folder if needed and keeps other processes from making or removing backups in it.
     *
     * @throws BackupException if another one does so now, or the folder contains something else
     */
    FileChannel lock() throws IOException {
        try {
            OwnerOnly.createFolder(folder);
            requireOwn();
            OwnerOnly.closeFolder(folder, "");
            OwnerOnly.createFolder(folder.resolve(POOL));
        } catch (FileAlreadyExistsException | NotDirectoryException e) {
            throw new BackupException(folder + " is a file. Name a folder for backups.", e);
        }
        FileChannel channel = FileChannel.open(
                folder.resolve(LOCK), Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), OwnerOnly.newFile());
        if (!tryLock(channel)) {
            channel.close();
            throw new BackupException("Another backup is being made in " + folder + ".");
        }
        return channel;
    }

    /** A folder with anything else, such as a data folder, is not a place for backups. */
    private void requireOwn() throws IOException {
        Set<String> others = Set.of(POOL, UNFINISHED, LOCK, "lost+found");
        try (Stream<Path> files = Files.list(folder)) {
            String other = files.map(file -> file.getFileName().toString())
                    .filter(name ->
                            !others.contains(name) && !NAME.matcher(name).matches())
                    .findFirst()
                    .orElse(null);
            if (other != null) {
                throw new BackupException(folder + " contains something that is not a backup (" + other
                        + "). Use an empty folder, or one with earlier backups.");
            }
        }
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException _) {
            return false;
        }
    }

    /** A new folder for a backup; removes what was left of an earlier one. */
    Path begin() throws IOException {
        Path unfinished = folder.resolve(UNFINISHED);
        Contents.delete(unfinished);
        OwnerOnly.createFolder(unfinished);
        return unfinished;
    }

    /** Makes an unfinished backup a complete one, which it is after a power failure too. */
    Path finish(Path unfinished, Instant moment) throws IOException {
        Contents.force(unfinished);
        Path backup = folder.resolve(MOMENT.format(moment));
        Files.move(unfinished, backup, StandardCopyOption.ATOMIC_MOVE);
        Contents.force(folder);
        return backup;
    }

    /** Removes the oldest backups, and what only they need. */
    void keep(int most) throws IOException {
        List<Path> all = backups();
        for (Path old : all.subList(0, Math.max(0, all.size() - most))) {
            // Under another name, so that it is not taken for a whole one if this is interrupted.
            Path unfinished = folder.resolve(UNFINISHED);
            Contents.delete(unfinished);
            Files.move(old, unfinished, StandardCopyOption.ATOMIC_MOVE);
            Contents.delete(unfinished);
        }
        Contents.force(folder);
        pool().keepOnly(backups().stream()
                .map(backup -> backup.resolve(MEDIA_LIST))
                .toList());
    }
}
