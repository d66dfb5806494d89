package social.roost.backup;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import social.roost.backup.MediaList.Entry;
import social.roost.base.OwnerOnly;

/**
 * The content of the objects of all backups in a folder: a file for each content, named by its SHA-256, so that a later
 * backup copies only what is new.
 */
final class MediaPool {
    /** Files that are not on disk yet. */
    private static final int MOST_CHANGED = 1_000;

    private static final String INCOMING = "incoming";

    /** Kept free on the disk, for whatever else is on it. */
    private static final long RESERVE = 64 << 20;

    /** Hexadecimal digits of a hash that distinguish it from those of millions of others. */
    private static final int DISTINCT = 15;

    private final Path folder;
    private final Set<Path> changed = new HashSet<>();
    private long added;

    MediaPool(Path folder) {
        this.folder = folder;
    }

    Path file(String hash) {
        return folder.resolve(hash.substring(0, 2)).resolve(hash.substring(2));
    }

    boolean has(Entry entry) throws IOException {
        Path file = file(entry.hash());
        return Files.isRegularFile(file) && Files.size(file) == entry.bytes();
    }

    /**
     * Copies an object into the pool.
     *
     * @throws java.nio.file.NoSuchFileException if it does not exist any more
     */
    Entry add(long mediumId, String key, Path source, BasicFileAttributes attributes) throws IOException {
        requireSpace(folder, attributes.size());
        Path incoming = folder.resolve(INCOMING);
        Files.deleteIfExists(incoming);
        String hash = Contents.copy(source, incoming);
        Path file = file(hash);
        Path into = folder.resolve(hash.substring(0, 2));
        OwnerOnly.createFolder(into);
        Files.move(incoming, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        changed.add(into);
        changed.add(file);
        if (changed.size() > MOST_CHANGED) {
            force();
        }
        long bytes = Files.size(file);
        added += bytes;
        return new Entry(mediumId, hash, bytes, attributes.lastModifiedTime().toMillis(), key);
    }

    /** Bytes added. */
    long added() {
        return added;
    }

    /** Makes durable what was added. */
    void force() throws IOException {
        for (Path each : changed) {
            Contents.force(each);
        }
        Contents.force(folder);
        changed.clear();
    }

    /** Removes what none of these lists contains. */
    void keepOnly(List<Path> lists) throws IOException {
        LongStream.Builder found = LongStream.builder();
        for (Path list : lists) {
            try (MediaList.Reader reader = new MediaList.Reader(list)) {
                for (Entry entry = reader.read(); entry != null; entry = reader.read()) {
                    found.add(start(entry.hash()));
                }
            }
        }
        long[] kept = found.build().sorted().distinct().toArray();
        for (Path each : children(folder)) {
            if (Files.isDirectory(each)) {
                for (Path file : children(each)) {
                    String hash = each.getFileName().toString() + file.getFileName();
                    if (Arrays.binarySearch(kept, start(hash)) < 0) {
                        Files.delete(file);
                    }
                }
            }
        }
        Files.deleteIfExists(folder.resolve(INCOMING));
    }

    private static long start(String hash) {
        return Long.parseLong(hash.substring(0, DISTINCT), 16);
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    /** @throws BackupException if a folder's disk has not so much space, and some more */
    static void requireSpace(Path folder, long bytes) throws IOException {
        FileStore disk = Files.getFileStore(folder);
        long free = disk.getUsableSpace();
        if (free < bytes + RESERVE) {
            throw new BackupException("There is not enough space in " + folder + ": " + megabytes(bytes + RESERVE)
                    + " are needed and " + megabytes(free) + " are free.");
        }
    }

    static String megabytes(long bytes) {
        return ((bytes + (1 << 20) - 1) >> 20) + " MiB";
    }

    /** The attributes of an object; null if it does not exist. */
    static @Nullable BasicFileAttributes attributes(Path file) throws IOException {
        return Files.isRegularFile(file) ? Files.readAttributes(file, BasicFileAttributes.class) : null;
    }
}
