package social.roost.media.folder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import social.roost.base.UnavailableException;
import social.roost.media.ArrivingObjects;
import social.roost.media.Medium;
import social.roost.media.ObjectStorage;
import social.roost.media.UploadSignature;

/**
 * Each object is a file, whose path below the folder is the key. It is written under another name, made durable, and then
 * renamed.
 */
public final class FolderObjectStorage implements ObjectStorage, ArrivingObjects {
    private static final String NAME = "media folder";

    private final Path objects;
    private final Path partial;
    private final UploadSignature signature;

    /** Held while a folder of a medium is created with its first file, or removed without files. */
    private final Object folders = new Object();

    /**
     * Removes what an earlier process left incomplete.
     *
     * @param folder used by this process only
     */
    public FolderObjectStorage(Path folder, UploadSignature signature) {
        this.objects = objectsIn(folder);
        this.partial = folder.resolve("partial");
        this.signature = signature;
        run(() -> {
            Files.createDirectories(objects);
            Files.createDirectories(partial);
            try (Stream<Path> left = Files.list(partial)) {
                for (Path file : left.toList()) {
                    Files.delete(file);
                }
            }
            return null;
        });
    }

    /** The folder below this one whose files are the objects. */
    public static Path objectsIn(Path folder) {
        return folder.resolve("objects");
    }

    @Override
    public void put(String key, Path file, String contentType) {
        run(() -> {
            Path part = newPart();
            try {
                Files.copy(file, part, StandardCopyOption.REPLACE_EXISTING);
                publish(part, key);
            } finally {
                Files.deleteIfExists(part);
            }
            return null;
        });
    }

    @Override
    public boolean receive(String key, long size, Source source) {
        return run(() -> {
            Path part = newPart();
            try {
                if (!write(part, size, source)) {
                    return false;
                }
                publish(part, key);
                return true;
            } finally {
                Files.deleteIfExists(part);
            }
        });
    }

    private static boolean write(Path part, long size, Source source) throws IOException {
        long left = size;
        try (FileChannel out = FileChannel.open(part, StandardOpenOption.WRITE)) {
            ByteBuffer chunk = source.next();
            while (chunk != null) {
                left -= chunk.remaining();
                if (left < 0) {
                    return false;
                }
                while (chunk.hasRemaining()) {
                    var _ = out.write(chunk);
                }
                chunk = source.next();
            }
        }
        return left == 0;
    }

    private Path newPart() throws IOException {
        return Files.createTempFile(partial, "part-", "");
    }

    private void publish(Path part, String key) throws IOException {
        force(part, StandardOpenOption.WRITE);
        Path target = path(key);
        Path folder = folder(target);
        boolean isNew = !Files.isDirectory(folder);
        move(part, target);
        forceFolder(folder);
        if (isNew && !folder.equals(objects)) {
            forceFolder(folder(folder));
            forceFolder(objects);
        }
    }

    private static void forceFolder(Path folder) throws IOException {
        try {
            force(folder, StandardOpenOption.READ);
        } catch (NoSuchFileException _) {
            // Its last file has been deleted since.
        }
    }

    private void move(Path part, Path target) throws IOException {
        synchronized (folders) {
            Files.createDirectories(folder(target));
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static Path folder(Path path) {
        return Objects.requireNonNull(path.getParent());
    }

    private static void force(Path path, StandardOpenOption mode) throws IOException {
        try (FileChannel channel = FileChannel.open(path, mode)) {
            channel.force(true);
        }
    }

    @Override
    public @Nullable Stored head(String key) {
        return run(() -> stored(key, path(key)));
    }

    private static @Nullable Stored stored(String key, Path file) throws IOException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.isRegularFile()
                    ? new Stored(
                            key,
                            attributes.size(),
                            attributes.lastModifiedTime().toMillis())
                    : null;
        } catch (NoSuchFileException _) {
            return null;
        }
    }

    @Override
    public ReadableByteChannel open(String key, long offset, long length) throws IOException {
        FileChannel channel = FileChannel.open(path(key), StandardOpenOption.READ);
        if (offset > 0) {
            channel.position(offset);
        }
        return channel;
    }

    @Override
    public void copyTo(String key, Path file) throws IOException {
        Files.copy(path(key), file);
    }

    @Override
    public void delete(String key) {
        run(() -> {
            Path file = path(key);
            Files.deleteIfExists(file);
            removeEmpty(folder(file));
            return null;
        });
    }

    /** A folder of a medium that has no files any more; not those of {@code uploads} and {@code files}. */
    private void removeEmpty(Path folder) throws IOException {
        if (!folder(folder).equals(objects)) {
            synchronized (folders) {
                try {
                    Files.deleteIfExists(folder);
                } catch (DirectoryNotEmptyException _) {
                    // It has other files.
                }
            }
        }
    }

    @Override
    public List<Stored> list(String prefix, String after, int limit) {
        return run(() -> {
            List<Stored> found = new ArrayList<>();
            add(
                    path(prefix.isEmpty() ? "" : prefix.substring(0, prefix.lastIndexOf('/') + 1)),
                    prefix,
                    after,
                    limit,
                    found);
            return found;
        });
    }

    private void add(Path folder, String prefix, String after, int limit, List<Stored> found) throws IOException {
        for (Path child : children(folder)) {
            String key = key(child);
            if (found.size() >= limit) {
                return;
            }
            if (key.endsWith("/")) {
                if (key.compareTo(after) > 0 || after.startsWith(key)) {
                    add(child, prefix, after, limit, found);
                }
            } else if (key.startsWith(prefix) && key.compareTo(after) > 0) {
                Stored stored = stored(key, child);
                if (stored != null) {
                    found.add(stored);
                }
            }
        }
    }

    /** In the order of their keys, in which a folder's name is followed by a slash; none if there is no such folder. */
    private List<Path> children(Path folder) throws IOException {
        try (Stream<Path> listed = Files.list(folder)) {
            return listed.sorted(Comparator.comparing(this::key)).toList();
        } catch (NoSuchFileException | NotDirectoryException _) {
            return List.of();
        }
    }

    private String key(Path path) {
        String key = objects.relativize(path).toString();
        return Files.isDirectory(path) ? key + "/" : key;
    }

    @Override
    public Target beginUpload(long mediaId, String key, Medium.Upload upload, Instant expiry) {
        String query = signature.sign(mediaId, upload.type(), upload.size(), expiry.toEpochMilli()).entrySet().stream()
                .map(parameter ->
                        parameter.getKey() + "=" + parameter.getValue().replace("/", "%2F"))
                .collect(Collectors.joining("&"));
        return new Target("/media-uploads/" + mediaId + "?" + query, Map.of("Content-Type", upload.type()));
    }

    private Path path(String key) {
        Path path = objects.resolve(key).normalize();
        if (!path.startsWith(objects)) {
            throw new IllegalArgumentException("Not a key: " + key);
        }
        return path;
    }

    private static <T extends @Nullable Object> T run(Work<T> work) {
        try {
            return work.run();
        } catch (IOException e) {
            throw new UnavailableException(NAME, e);
        }
    }

    private interface Work<T extends @Nullable Object> {
        T run() throws IOException;
    }
}
