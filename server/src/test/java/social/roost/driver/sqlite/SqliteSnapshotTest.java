package social.roost.driver.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.transaction.TransactionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class SqliteSnapshotTest {
    private static final int MANY = 20_000;

    @TempDir
    Path folder;

    private Path file;
    private Path copy;
    private SqliteDatabase database;

    @BeforeEach
    void open() throws IOException {
        file = folder.resolve("a folder with #, % and ?").resolve("roost.db");
        Files.createDirectory(file.getParent());
        copy = Files.createFile(file.resolveSibling("copy.db"));
        database = SqliteDatabase.open(file, SqliteSettings.defaults());
        database.write(handle -> handle.execute("CREATE TABLE entry (number INTEGER PRIMARY KEY, name TEXT NOT NULL)"));
        add(1, MANY);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theCopyHasWhatWasCommittedBeforeTheSnapshotAndNothingLater() {
        List<Long> reached = new ArrayList<>();
        try (SqliteSnapshot snapshot = SqliteSnapshot.open(file)) {
            add(MANY + 1, 2 * MANY);
            assertThat(count(snapshot)).isEqualTo(MANY);
            snapshot.copyTo(copy, (pages, all) -> {
                // A write between two steps of the copy.
                add(3 * MANY + reached.size(), 3 * MANY + reached.size());
                reached.add(pages);
            });
            assertThat(count(snapshot)).isEqualTo(MANY);
        }
        assertThat(reached).isNotEmpty().isSorted();
        assertThat(SqliteSnapshot.check(copy)).containsEntry("entry", (long) MANY);
        assertThat(folder.resolve("copy.db-wal")).doesNotExist();
    }

    @Test
    void theLogShrinksAgainAfterTheSnapshot() throws IOException {
        Path log = file.resolveSibling("roost.db-wal");
        try (SqliteSnapshot _ = SqliteSnapshot.open(file)) {
            for (int i = 2; i < 200; i++) {
                add(i * MANY, i * MANY + MANY / 4);
            }
            assertThat(Files.size(log)).isGreaterThan(64 << 20);
        }
        for (int i = 0; i < 3; i++) {
            add(300 * MANY + i, 300 * MANY + i);
        }
        assertThat(Files.size(log)).isLessThanOrEqualTo(64 << 20);
    }

    @Test
    void aDamagedCopyIsRecognized() throws IOException {
        try (SqliteSnapshot snapshot = SqliteSnapshot.open(file)) {
            snapshot.copyTo(copy, (pages, all) -> {});
        }
        try (RandomAccessFile damaged = new RandomAccessFile(copy.toFile(), "rw")) {
            damaged.seek(damaged.length() / 2);
            damaged.write(new byte[8_192]);
        }
        assertThatThrownBy(() -> SqliteSnapshot.check(copy))
                .isInstanceOf(TransactionException.class)
                .hasMessageContaining(copy.toString());
    }

    @Test
    void aSnapshotCannotBeWritten() {
        try (SqliteSnapshot snapshot = SqliteSnapshot.open(file)) {
            assertThatThrownBy(() -> snapshot.write(handle -> handle.execute("DELETE FROM entry")))
                    .isInstanceOf(UnsupportedOperationException.class);
            assertThatThrownBy(() -> snapshot.read(handle -> handle.execute("DELETE FROM entry")))
                    .hasMessageContaining("readonly");
        }
    }

    private static long count(SqliteSnapshot snapshot) {
        return snapshot.read(handle -> handle.createQuery("SELECT COUNT(*) FROM entry")
                .mapTo(Long.class)
                .one());
    }

    private void add(int from, int to) {
        int _ = database.write(handle -> handle.execute(
                "WITH RECURSIVE n (i) AS (SELECT ? UNION ALL SELECT i + 1 FROM n WHERE i < ?)"
                        + " INSERT INTO entry SELECT i, hex(randomblob(30)) FROM n",
                from,
                to));
    }
}
