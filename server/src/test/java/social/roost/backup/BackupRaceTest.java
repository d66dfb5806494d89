package social.roost.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import social.roost.base.Scan;
import social.roost.media.MediaContent;
import social.roost.media.MediaKind;
import social.roost.media.MediaState;
import social.roost.media.Medium;
import social.roost.media.Purpose;

/** Media that come and go between the steps of a backup. */
@Timeout(60)
class BackupRaceTest {
    @TempDir
    Path folder;

    private final Map<Long, Medium> rows = new TreeMap<>();
    private final List<Runnable> whenOpened = new ArrayList<>();
    private final List<Runnable> whenRead = new ArrayList<>();
    private Path objects;

    @BeforeEach
    void create() throws IOException {
        objects = Files.createDirectories(folder.resolve("objects"));
        add(1);
        add(2);
    }

    @Test
    void aMediumThatComesAfterTheFirstPassIsInTheBackupIfTheSnapshotHasIt() throws IOException {
        // The passes open: total, space, first pass, then the snapshot.
        atSnapshot(() -> add(3));
        assertThat(make().manifest().mediaFiles()).isEqualTo(3);
        assertThat(restoredKeys()).containsExactlyInAnyOrderElementsOf(keys(1, 2, 3));
    }

    @Test
    void aMediumThatIsRemovedAfterTheSnapshotIsStillInTheBackup() throws IOException {
        whenRead.add(() -> {});
        atSnapshot(() -> whenRead.set(0, () -> remove(1)));
        Backup.Made made = make();
        assertThat(made.manifest().lostMedia()).isEmpty();
        assertThat(restoredKeys()).containsExactlyInAnyOrderElementsOf(keys(1, 2));
    }

    @Test
    void aMediumThatComesAndGoesAroundTheSnapshotLeadsToAnotherSnapshot() throws IOException {
        whenRead.add(() -> {});
        atSnapshot(() -> {
            add(3);
            whenRead.set(0, () -> {
                remove(3);
                whenRead.set(0, () -> {});
            });
        });
        Backup.Made made = make();
        assertThat(made.manifest().lostMedia()).isEmpty();
        assertThat(restoredKeys()).containsExactlyInAnyOrderElementsOf(keys(1, 2));
    }

    @Test
    void aFileThatIsLostIsToldAndDoesNotPreventTheBackup() throws IOException {
        Files.delete(objects.resolve(key(2)));
        Backup.Made made = make();
        assertThat(made.manifest().lostMedia()).containsExactly(key(2));
        assertThat(restoredKeys()).containsExactly(key(1));
    }

    @Test
    void aFileThatChangedUnderItsNameIsCopiedAgain() throws IOException {
        var _ = make();
        Files.writeString(objects.resolve(key(1)), "Now it is another one.");
        Files.setLastModifiedTime(objects.resolve(key(1)), FileTime.fromMillis(1_000));
        assertThat(make().path()).exists();
        assertThat(restoredKeys()).containsExactlyInAnyOrderElementsOf(keys(1, 2));
        assertThat(folder.resolve("restored/roost.media/objects").resolve(key(1)))
                .hasContent("Now it is another one.");
    }

    @Test
    void aBackupThatIsCancelledOrFailsLeavesTheEarlierOnes() throws IOException {
        Path first = make().path();
        Backup cancelled = backup();
        cancelled.cancel();
        assertThatThrownBy(() -> cancelled.make(1))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("cancelled");
        assertThat(new Restore(folder.resolve("backups"), BackupProgress.NONE).backup())
                .isEqualTo(first);
        assertThat(folder.resolve("backups/unfinished")).doesNotExist();
        assertThat(restoredKeys()).hasSize(2);
    }

    private void atSnapshot(Runnable action) {
        for (int i = 0; i < 3; i++) {
            whenOpened.add(() -> {});
        }
        whenOpened.add(action);
    }

    private Backup.Made make() {
        return backup().make(Integer.MAX_VALUE);
    }

    private Backup backup() {
        return new Backup(
                new Rows(),
                objects,
                new BackupFolder(folder.resolve("backups")),
                InstantSource.system(),
                BackupProgress.NONE);
    }

    private List<String> restoredKeys() throws IOException {
        Path restored = folder.resolve("restored");
        var _ = new Restore(folder.resolve("backups"), BackupProgress.NONE).into(restored);
        Path top = restored.resolve("roost.media/objects");
        try (var files = Files.walk(top)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> top.relativize(file).toString())
                    .toList();
        }
    }

    private static List<String> keys(long... ids) {
        return Arrays.stream(ids).mapToObj(BackupRaceTest::key).toList();
    }

    private static String key(long id) {
        return "files/" + id + "/" + id + "-name.png";
    }

    private void add(long id) {
        try {
            Path file = objects.resolve(key(id));
            Files.createDirectories(file.getParent());
            Files.writeString(file, "picture " + id);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        MediaContent.File made = new MediaContent.File("small", id + "-name.png", "image/png", 1, 1, 9);
        rows.put(
                id,
                new Medium(
                        id,
                        7,
                        new Medium.Upload(Purpose.TWEET, "image/png", 9),
                        MediaState.READY,
                        null,
                        new MediaContent(MediaKind.IMAGE, 1, 1, null, "L0", List.of(made)),
                        Medium.Description.NONE,
                        List.of(),
                        new Medium.Work(1, 0, 1, 0, Medium.NEVER)));
    }

    private void remove(long id) {
        rows.remove(id);
        try {
            Files.deleteIfExists(objects.resolve(key(id)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Rows in memory; a test runs actions when a snapshot is opened, and before its rows are read. */
    private final class Rows implements Snapshots {
        @Override
        public Snapshot open() {
            if (!whenOpened.isEmpty()) {
                whenOpened.removeFirst().run();
            }
            Map<Long, Medium> copy = new TreeMap<>(rows);
            return new Snapshot() {
                @Override
                public Scan.Part<Medium> media(String after, int limit) {
                    whenRead.forEach(Runnable::run);
                    return new Scan.Part<>(List.copyOf(copy.values()), null);
                }

                @Override
                public @Nullable Medium medium(long id) {
                    return copy.get(id);
                }

                @Override
                public long bytes() {
                    return 2;
                }

                @Override
                public void copyTo(Path file, BackupProgress progress) {
                    try {
                        Files.writeString(file, "db");
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }

                @Override
                public void close() {}
            };
        }

        @Override
        public Map<String, Long> check(Path copy) {
            return Map.of();
        }
    }
}
