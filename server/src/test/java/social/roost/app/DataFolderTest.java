package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import social.roost.driver.logback.CapturedLog;

class DataFolderTest {
    private static final byte[] GARBAGE = "This is no database. ".repeat(500).getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path parent;

    @Test
    void aNewFolderIsForItsOwnerOnly() throws IOException {
        assumePosix();
        Path folder = parent.resolve("some").resolve("data");
        DataFolder.open(folder).close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aDatabaseThatCannotBeOpenedIsToldInASentenceAndTheFolderIsFreeAgain(boolean directory) throws IOException {
        Path database = parent.resolve("roost.db");
        Path _ = directory ? Files.createDirectory(database) : Files.write(database, GARBAGE);
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> new LocalServer(parent).close())
                    .isInstanceOf(StartupException.class)
                    .hasMessageStartingWith("The database " + database + " cannot be opened: ")
                    .hasMessageNotContainingAny("\n", "null", "Exception");
        }
        Files.delete(database);
        try (LocalServer opened = new LocalServer(parent)) {
            assertThat(opened.register("alice")).isNotEmpty();
        }
    }

    /** SECURITY 12. */
    @Test
    void whatOthersCouldReadIsClosedToThem() throws IOException {
        assumePosix();
        Path folder = Files.createDirectory(parent.resolve("open"));
        try (LocalServer first = new LocalServer(folder)) {
            first.register("alice");
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                permit(file, Files.isDirectory(file) ? "rwxr-xr-x" : "rw-r--r--");
            }
        }
        permit(folder, "rwxr-xr-x");
        try (CapturedLog log = new CapturedLog("WARN");
                LocalServer second = new LocalServer(folder)) {
            second.register("bob");
            assertThat(permissions(folder)).isEqualTo("rwx------");
            try (Stream<Path> files = Files.list(folder)) {
                assertThat(files)
                        .hasSizeGreaterThanOrEqualTo(4)
                        .allSatisfy(file -> assertThat(permissions(file))
                                .isEqualTo(Files.isDirectory(file) ? "rwx------" : "rw-------"));
            }
            assertThat(log.text())
                    .contains("Other users had access to " + folder
                            + " (rwxr-xr-x); changed its permissions to rwx------");
        }
    }

    @Test
    void aFolderWithOtherThingsInItIsLeftAloneAndOnlyOurFilesAreClosed() throws IOException {
        assumePosix();
        Path folder = Files.createDirectory(parent.resolve("home"));
        Files.createFile(folder.resolve("letter"));
        permit(folder, "rwxr-xr-x");
        try (LocalServer _ = new LocalServer(folder)) {
            assertThat(permissions(folder)).isEqualTo("rwxr-xr-x");
            assertThat(permissions(folder.resolve("roost.db"))).isEqualTo("rw-------");
            assertThat(permissions(folder.resolve("roost.db-wal"))).isEqualTo("rw-------");
            assertThat(permissions(folder.resolve("roost.db-shm"))).isEqualTo("rw-------");
            assertThat(permissions(folder.resolve("roost.lock"))).isEqualTo("rw-------");
        }
        permit(folder, "rwxrwxrwx");
        assertThatThrownBy(() -> DataFolder.open(folder))
                .isInstanceOf(StartupException.class)
                .hasMessageContaining("other users can write to it");
    }

    /** CASES D-8. */
    @Test
    void aDatabaseThatLostItsContentIsNotTakenForANewOne() throws IOException {
        DataFolder.open(parent).close();
        Path database = Files.createFile(parent.resolve("roost.db"));
        assertThatThrownBy(() -> DataFolder.open(parent))
                .isInstanceOf(StartupException.class)
                .hasMessageContaining("is an empty file");
        Files.move(database, parent.resolve("roost.db-wal"));
        assertThatThrownBy(() -> DataFolder.open(parent))
                .isInstanceOf(StartupException.class)
                .hasMessageContaining("is missing");
        Files.delete(parent.resolve("roost.db-wal"));
        DataFolder.open(parent).close();
        assertThat(database).as("left by a start that failed").doesNotExist();
    }

    /** CASES D-10. */
    @Test
    void aDatabaseOfANewerVersionIsRefused() throws SQLException {
        new LocalServer(parent).close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + parent.resolve("roost.db"));
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO flyway_schema_history (installed_rank, version, description, type, script,"
                    + " installed_by, execution_time, success)"
                    + " VALUES (999, '999', 'holograms', 'SQL', 'V999__holograms.sql', '', 1, 1)");
            statement.execute("PRAGMA user_version = 999");
        }
        assertThatThrownBy(() -> new LocalServer(parent).close())
                .isInstanceOf(StartupException.class)
                .hasMessageStartingWith("The database " + parent.resolve("roost.db") + " cannot be opened: ")
                .hasMessageContaining("version 999 (holograms), which this version of Roost does not know");
    }

    private static void assumePosix() {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    }

    private static void permit(Path path, String permissions) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }

    private static String permissions(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
