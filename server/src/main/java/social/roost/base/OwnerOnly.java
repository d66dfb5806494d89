package social.roost.base;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Files and folders that only the server's own user can access, on systems with such permissions. */
public final class OwnerOnly {
    private static final Logger LOG = LoggerFactory.getLogger(OwnerOnly.class);
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> WRITE_OF_OTHERS =
            EnumSet.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private OwnerOnly() {}

    /** Attributes for creating a file, so that others cannot open it at any moment. */
    public static FileAttribute<?>[] newFile() {
        return attributes(FILE);
    }

    /** Creates a folder that only its owner can access, unless it exists. */
    public static void createFolder(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            Path parent = folder.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.createDirectory(folder, attributes(FOLDER));
        } else {
            Files.createDirectories(folder);
        }
    }

    /**
     * Removes other users' access to a folder. A folder that contains other files, such as a home folder, keeps its
     * permissions. But if others can write to it, they could replace Roost's files.
     *
     * @throws FileSystemException if others can write and that cannot be changed
     */
    public static void closeFolder(Path folder, String ownFiles) throws IOException {
        if (!POSIX) {
            return;
        }
        Set<PosixFilePermission> before = Files.getPosixFilePermissions(folder);
        if (FOLDER.containsAll(before)) {
            return;
        }
        if (holdsOnly(folder, ownFiles)) {
            change(folder, before, FOLDER);
        } else if (before.stream().anyMatch(WRITE_OF_OTHERS::contains)) {
            throw new FileSystemException(
                    folder.toString(),
                    null,
                    "other users can write to it. Choose another folder, or run chmod go-w on it");
        } else {
            LOG.warn(
                    "Other users can access the data folder {} ({}). It contains files that are not Roost's,"
                            + " so its permissions were not changed. Use a folder for Roost alone",
                    folder,
                    PosixFilePermissions.toString(before));
        }
    }

    /** Removes other users' access to files. */
    public static void closeFiles(List<Path> files) throws IOException {
        if (!POSIX) {
            return;
        }
        for (Path file : files) {
            if (Files.isRegularFile(file)) {
                Set<PosixFilePermission> before = Files.getPosixFilePermissions(file);
                if (!FILE.containsAll(before)) {
                    change(file, before, FILE);
                }
            }
        }
    }

    private static void change(Path path, Set<PosixFilePermission> before, Set<PosixFilePermission> after)
            throws IOException {
        Files.setPosixFilePermissions(path, after);
        LOG.warn(
                "Other users had access to {} ({}); changed its permissions to {}",
                path,
                PosixFilePermissions.toString(before),
                PosixFilePermissions.toString(after));
    }

    private static boolean holdsOnly(Path folder, String prefix) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .allMatch(name -> name.startsWith(prefix) || name.equals("lost+found"));
        }
    }

    private static FileAttribute<?>[] attributes(Set<PosixFilePermission> permissions) {
        return POSIX
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }
}
