package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataFolderTest {
    private static final byte[] GARBAGE = "This is no database. ".repeat(500).getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path parent;

    @Test
    void aNewFolderIsForItsOwnerOnly() throws IOException {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
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
}
