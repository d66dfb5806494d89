package social.roost.backup;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import social.roost.backup.MediaList.Entry;
import social.roost.base.Scan;
import social.roost.media.Medium;

/**
 * Goes through all media, copies the objects that the pool does not have, and lists all objects.
 *
 * @param objects where the objects are
 * @param cancelled asked before each medium
 */
record MediaPass(Path objects, MediaPool pool, BackupProgress progress, BooleanSupplier cancelled) {
    private static final int AT_ONCE = 500;
    private static final String PROGRESS = "MiB of media";

    /** What to do about an object that should be there and is not. */
    @FunctionalInterface
    interface Absent {
        void found(Medium medium, String key) throws Moved;
    }

    /** An object was removed, because its medium has changed. */
    static final class Moved extends Exception {}

    /** How much there is. */
    record Total(long files, long bytes) {}

    /** What all objects need, and how much of that a list does not have. */
    static Total missing(Scan<Medium> media, MediaList.Reader earlier) throws IOException {
        long files = 0;
        long bytes = 0;
        String after = Scan.START;
        while (after != null) {
            Scan.Part<Medium> part = media.read(after, AT_ONCE);
            for (Medium medium : part.items()) {
                for (var object : medium.objects().entrySet()) {
                    boolean isNew = earlier.find(medium.id(), object.getKey()) == null;
                    files += isNew ? 1 : 0;
                    bytes += isNew ? object.getValue() : 0;
                }
            }
            after = part.next();
        }
        return new Total(files, bytes);
    }

    /**
     * Makes the pass.
     *
     * @param earlier a list of objects that the pool has
     * @param isOwn whether that list was written a moment ago, so that its objects are complete even if they were
     *     removed since
     * @param all how many bytes have to be copied, for the progress
     */
    Total run(Scan<Medium> media, MediaList.Reader earlier, boolean isOwn, Path list, Absent absent, long all)
            throws IOException, Moved {
        long before = pool.added();
        long files = 0;
        long bytes = 0;
        try (MediaList.Writer writer = new MediaList.Writer(list)) {
            String after = Scan.START;
            while (after != null) {
                Scan.Part<Medium> part = media.read(after, AT_ONCE);
                for (Medium medium : part.items()) {
                    for (String key : medium.objects().keySet()) {
                        Entry entry = copied(medium.id(), key, earlier.find(medium.id(), key), isOwn);
                        if (entry == null) {
                            absent.found(medium, key);
                        } else {
                            writer.add(entry);
                            files++;
                            bytes += entry.bytes();
                        }
                    }
                    progress.reached(PROGRESS, (pool.added() - before) >> 20, all >> 20);
                }
                after = part.next();
            }
        }
        return new Total(files, bytes);
    }

    /** Null if the object does not exist. */
    private @Nullable Entry copied(long mediumId, String key, @Nullable Entry known, boolean isOwn) throws IOException {
        if (cancelled.getAsBoolean()) {
            throw new BackupException("The backup was cancelled.");
        }
        Path source = objects.resolve(key);
        BasicFileAttributes attributes = MediaPool.attributes(source);
        if (attributes == null) {
            return isOwn ? known : null;
        }
        long modifiedAt = attributes.lastModifiedTime().toMillis();
        if (known != null && known.isLike(attributes.size(), modifiedAt) && (isOwn || pool.has(known))) {
            return known;
        }
        try {
            return pool.add(mediumId, key, source, attributes);
        } catch (NoSuchFileException _) {
            return null;
        }
    }
}
