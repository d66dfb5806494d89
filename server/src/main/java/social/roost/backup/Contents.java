package social.roost.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import social.roost.base.OwnerOnly;

/** What files contain: copies them, and calculates their SHA-256. */
final class Contents {
    private static final int AT_ONCE = 1 << 20;

    private Contents() {}

    /**
     * Copies a file to a new one that only its owner can read, with the same time. It is on disk once it is {@link #force
     * forced}: many files are forced faster together than one by one.
     *
     * @return the SHA-256 of what was copied
     * @throws NoSuchFileException if there is no such file
     */
    static String copy(Path source, Path target) throws IOException {
        try (FileChannel in = FileChannel.open(source, StandardOpenOption.READ);
                FileChannel out = FileChannel.open(
                        target, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), OwnerOnly.newFile())) {
            String hash = read(in, out);
            FileTime modified = Files.getLastModifiedTime(source);
            Path _ = Files.setLastModifiedTime(target, modified);
            return hash;
        }
    }

    /** The SHA-256 of a file. */
    static String hash(Path file) throws IOException {
        try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
            return read(in, null);
        }
    }

    private static String read(FileChannel in, @Nullable FileChannel out) throws IOException {
        MessageDigest digest = sha256();
        ByteBuffer part = ByteBuffer.allocate(AT_ONCE);
        while (in.read(part) >= 0) {
            digest.update(part.flip());
            part.rewind();
            while (out != null && part.hasRemaining()) {
                int _ = out.write(part);
            }
            part.clear();
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes a new text file that only its owner can read, and that is on disk afterwards. */
    static void write(Path file, String text) throws IOException {
        Path _ = Files.createFile(file, OwnerOnly.newFile());
        Path _ = Files.writeString(file, text);
        force(file);
    }

    /** Makes a file durable; of a folder, which files it has. */
    static void force(Path path) throws IOException {
        StandardOpenOption mode = Files.isDirectory(path) ? StandardOpenOption.READ : StandardOpenOption.WRITE;
        try (FileChannel channel = FileChannel.open(path, mode)) {
            channel.force(true);
        }
    }

    /** Makes a folder durable with everything in it. */
    static void forceAll(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                force(path);
            }
        }
    }

    /** Deletes a file, or a folder with its files; does nothing if there is none. */
    static void delete(Path path) throws IOException {
        if (Files.notExists(path)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(path)) {
            for (Path each : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
