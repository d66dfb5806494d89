package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static social.roost.app.LocalServer.expect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import social.roost.backup.Backup;
import social.roost.backup.BackupException;
import social.roost.backup.BackupFolder;
import social.roost.backup.BackupProgress;
import social.roost.backup.Restore;
import social.roost.backup.sql.SqlSnapshots;
import social.roost.driver.sqlite.DumpedTables;
import social.roost.event.Await;
import social.roost.http.Answer;
import social.roost.http.RawRequest;

@DisplayName("Backup and restore of a running server (M6)")
@Timeout(240)
class BackupTest {
    private static final int WRITERS = 4;
    private static final String TWEETS = "/api/roost/v1/tweets/";

    @TempDir
    Path folder;

    /** What a user posted, in order, with the file of its picture where it has one. */
    private record Posted(String id, String file) {}

    /** Posts, one after the other, until it is told to stop. */
    private static final class Author implements Runnable {
        private final LocalServer roost;
        private final TestUploads uploads;
        private final String token;
        private final AtomicBoolean ended;
        private final List<Posted> posted = new CopyOnWriteArrayList<>();

        Author(LocalServer roost, String name, AtomicBoolean ended) {
            this.roost = roost;
            this.uploads = new TestUploads(roost);
            this.token = roost.token(roost.register(name));
            this.ended = ended;
        }

        @Override
        public void run() {
            for (int i = 0; !ended.get(); i++) {
                if (i % 4 == 0) {
                    String picture = uploads.ready(token, TestMedia.png("picture " + token + i));
                    String id = expect(201, uploads.post(token, "with a picture " + i, picture))
                            .member("id");
                    posted.add(new Posted(id, uploads.path(token, picture)));
                } else {
                    posted.add(new Posted(roost.post(token, "number " + i), ""));
                }
                if (i % 6 == 5) {
                    // What has pictures goes with them, in the middle of a backup as well.
                    Posted last = posted.get(posted.size() - 2);
                    expect(
                            204,
                            roost.call(
                                    RawRequest.of("DELETE", TWEETS + last.id()).token(token)));
                    posted.set(posted.size() - 2, new Posted("-" + last.id(), last.file()));
                }
            }
        }
    }

    @Test
    void aBackupUnderLoadHasWhatWasAnsweredBeforeItAndIsOneMoment() throws Exception {
        List<List<Posted>> before = new ArrayList<>();
        AtomicBoolean ended = new AtomicBoolean();
        List<Author> authors = new ArrayList<>();
        try (LocalServer roost = new LocalServer(data())) {
            for (int i = 0; i < WRITERS; i++) {
                authors.add(new Author(roost, "author" + i, ended));
            }
            try (var threads = Executors.newFixedThreadPool(WRITERS)) {
                List<Future<?>> running = new ArrayList<>();
                authors.forEach(author -> running.add(threads.submit(author)));
                for (int i = 0; i < 5; i++) {
                    Thread.sleep(200);
                    before.clear();
                    authors.forEach(author -> before.add(List.copyOf(author.posted)));
                    var _ = backup();
                }
                Thread.sleep(100);
                ended.set(true);
                for (var each : running) {
                    var _ = each.get();
                }
            }
        }
        assertThat(new Restore(backups(), BackupProgress.NONE).into(restored()).lostMedia())
                .isEmpty();
        try (LocalServer roost = new LocalServer(restored())) {
            for (int i = 0; i < WRITERS; i++) {
                Author author = authors.get(i);
                assertIsAPrefix(roost, author, before.get(i).size());
                for (Posted posted : before.get(i)) {
                    if (!posted.file().isEmpty() && !posted.id().startsWith("-") && !isDeletedLater(author, posted)) {
                        assertThat(roost.get(posted.file(), author.token).status())
                                .isEqualTo(200);
                    }
                }
            }
            assertThat(roost.server.stores().tweets().engagements().recount()).isEmpty();
            assertThat(roost.server.features().media.check().run(false).missing())
                    .isEmpty();
        }
    }

    private static boolean isDeletedLater(Author author, Posted posted) {
        return author.posted.stream().anyMatch(later -> later.id().equals("-" + posted.id()));
    }

    /** Everything up to a tweet that is not too early, and nothing after it. */
    private static void assertIsAPrefix(LocalServer roost, Author author, int atLeast) {
        List<Boolean> exist = author.posted.stream()
                .filter(posted -> !posted.id().startsWith("-"))
                .map(posted -> roost.get(TWEETS + posted.id(), author.token).status() == 200)
                .toList();
        int length = exist.contains(false) ? exist.indexOf(false) : exist.size();
        long required = author.posted.stream()
                .limit(atLeast)
                .filter(posted -> !posted.id().startsWith("-"))
                .count();
        assertThat(length).isGreaterThanOrEqualTo((int) required);
        assertThat(exist.subList(length, exist.size())).doesNotContain(true);
    }

    @Test
    void aRestoredServerEqualsTheSource() throws Exception {
        List<String> answers = new ArrayList<>();
        String token;
        String path;
        try (LocalServer roost = new LocalServer(data())) {
            TestUploads uploads = new TestUploads(roost);
            token = roost.token(roost.register("alice"));
            String picture = uploads.ready(token, TestMedia.png("a heron"));
            path = uploads.path(token, picture);
            String id = expect(201, uploads.post(token, "a picture", picture)).member("id");
            String bob = roost.token(roost.register("bob"));
            expect(200, roost.call(RawRequest.of("PUT", TWEETS + id + "/like").token(bob)));
            Answer begun = expect(201, uploads.begin(token, "image/png", 9, "tweet"));
            expect(204, uploads.put(begun.member("upload_url"), "image/png", TestMedia.png("waits")));
            Await.until(() -> roost.server.backlog() == 0);
            var _ = backup();
            assertThat(DumpedTables.of(newest().resolve("roost.db")))
                    .isEqualTo(DumpedTables.of(data().resolve("roost.db")));
            answers.addAll(pages(roost, token, path));
            answers.add(begun.member("media_id"));
        }
        var _ = new Restore(newest(), BackupProgress.NONE).into(restored());
        try (LocalServer roost = new LocalServer(restored())) {
            String waiting = answers.removeLast();
            assertThat(pages(roost, token, path)).isEqualTo(answers);
            expect(
                    202,
                    roost.call(RawRequest.of("POST", TestUploads.MEDIA + waiting + "/uploaded")
                            .token(token)));
            var _ = new TestUploads(roost).awaitState(token, waiting, "ready");
        }
    }

    private static List<String> pages(LocalServer roost, String token, String path) {
        return new ArrayList<>(Stream.of("/api/roost/v1/users/me", "/api/roost/v1/timelines/public", path)
                .map(target -> expect(200, roost.get(target, token)).text().replaceAll("\"expires[^,]*", ""))
                .toList());
    }

    @Test
    void onlyTheOwnerCanReadABackup() throws IOException {
        try (LocalServer roost = new LocalServer(data())) {
            TestUploads uploads = new TestUploads(roost);
            var _ = uploads.ready(roost.token(roost.register("alice")), TestMedia.png("a heron"));
            var _ = backup();
        }
        var _ = new Restore(backups(), BackupProgress.NONE).into(restored());
        for (Path top : List.of(backups(), restored())) {
            assertThat(permissions(top)).isEqualTo("rwx------");
            try (Stream<Path> files = Files.walk(top)) {
                assertThat(files.filter(Files::isRegularFile))
                        .isNotEmpty()
                        .allSatisfy(file -> assertThat(permissions(file)).isEqualTo("rw-------"));
            }
        }
    }

    @Test
    void aLaterBackupCopiesOnlyNewMediaAndOldBackupsGoWithTheirs() throws IOException {
        try (LocalServer roost = new LocalServer(data())) {
            TestUploads uploads = new TestUploads(roost);
            String token = roost.token(roost.register("alice"));
            String first = uploads.ready(token, TestMedia.png("a heron"));
            Backup.Made one = backup();
            assertThat(one.addedBytes()).isPositive().isEqualTo(one.manifest().mediaBytes());
            assertThat(backup().addedBytes()).isZero();
            String _ = uploads.ready(token, TestMedia.png("a swan"));
            Backup.Made three = backup();
            assertThat(three.addedBytes())
                    .isPositive()
                    .isLessThan(three.manifest().mediaBytes());
            expect(
                    204,
                    roost.call(
                            RawRequest.of("DELETE", TestUploads.MEDIA + first).token(token)));
            assertThat(pooled()).isEqualTo(three.manifest().mediaFiles());
            Backup.Made last = make(1);
            assertThat(pooled())
                    .isEqualTo(last.manifest().mediaFiles())
                    .isLessThan(three.manifest().mediaFiles());
            assertThat(newest()).isEqualTo(last.path());
            assertThat(one.path()).doesNotExist();
        }
        assertThat(new Restore(backups(), BackupProgress.NONE).verify().rowsOf("account"))
                .isOne();
    }

    @Test
    void anyDamageIsNamedAndNothingIsRestored() throws IOException {
        try (LocalServer roost = new LocalServer(data())) {
            var _ = new TestUploads(roost).ready(roost.token(roost.register("alice")), TestMedia.png("a heron"));
            var _ = backup();
        }
        List<Path> files;
        try (Stream<Path> all = Files.walk(backups())) {
            files = all.filter(file -> Files.isRegularFile(file) && !file.endsWith("backup.lock"))
                    .toList();
        }
        assertThat(files).hasSizeGreaterThanOrEqualTo(6);
        for (Path file : files) {
            byte[] content = Files.readAllBytes(file);
            byte[] changed = content.clone();
            changed[content.length / 2] ^= 1;
            Files.write(file, changed);
            assertRefused(file);
            Files.write(file, Arrays.copyOf(content, Math.max(0, content.length - 10)));
            assertRefused(file);
            Files.delete(file);
            assertRefused(file);
            Files.write(file, content);
        }
        assertThat(new Restore(backups(), BackupProgress.NONE).into(restored()).mediaFiles())
                .isPositive();
    }

    private void assertRefused(Path file) {
        assertThatThrownBy(() -> new Restore(backups(), BackupProgress.NONE).into(restored()))
                .isInstanceOf(BackupException.class)
                // A damaged list of checksums may look like damage of what it lists.
                .hasMessageContaining(file.endsWith("SHA256SUMS") ? newest().toString() : file.toString());
        assertThat(restored().resolve("roost.db")).doesNotExist();
        assertThat(restored().resolve("roost.restoring")).doesNotExist();
        assertThat(restored().resolve("roost.media")).doesNotExist();
    }

    @Test
    void aFolderInUseOrWithContentIsLeftAlone() throws IOException {
        try (LocalServer roost = new LocalServer(data())) {
            String _ = roost.register("alice");
            var _ = backup();
            assertThatThrownBy(() -> new Restore(backups(), BackupProgress.NONE).into(data()))
                    .hasMessageContaining("is not empty");
        }
        Path letter = Files.writeString(Files.createDirectory(restored()).resolve("letter"), "Dear");
        assertThatThrownBy(() -> new Restore(backups(), BackupProgress.NONE).into(restored()))
                .hasMessageContaining("is not empty (letter)");
        assertThatThrownBy(() -> backup(restored())).hasMessageContaining("not a backup (letter)");
        assertThatThrownBy(() -> backup(letter)).hasMessageContaining("is a file");
        assertThatThrownBy(() -> new Restore(data(), BackupProgress.NONE)).hasMessageContaining("no complete backup");
        assertThat(letter).hasContent("Dear");
    }

    @Test
    void aServerDoesNotStartOnAFolderThatIsBeingRestored() throws IOException {
        Files.createDirectories(restored().resolve("roost.restoring"));
        assertThatThrownBy(() -> new LocalServer(restored()).close())
                .isInstanceOf(StartupException.class)
                .hasMessageContaining("a restore that did not finish");
        assertThat(restored().resolve("roost.db")).doesNotExist();
    }

    @Test
    void aServerBacksItselfUpWhenItIsTimeAndKeepsTheNewest() throws Exception {
        String[] settings = {"backup.folder=" + backups(), "backup.interval=24h", "backup.keep=2"};
        try (LocalServer roost = new LocalServer(data(), settings)) {
            BackupFeature feature = roost.server.features().backups;
            List<Path> made = new ArrayList<>();
            for (int day = 0; day < 3; day++) {
                int _ = lookUntilDone(feature);
                made.add(newest());
                roost.clock.advance(Duration.ofHours(23));
                int _ = lookUntilDone(feature);
                assertThat(newest()).isEqualTo(made.getLast());
                roost.clock.advance(Duration.ofHours(1));
            }
            assertThat(made).doesNotHaveDuplicates();
            assertThat(made.getFirst()).doesNotExist();
            assertThat(made.subList(1, 3)).allSatisfy(each -> assertThat(each).exists());
            assertThat(roost.server.features().metrics.text()).contains("roost_backup_moment_seconds 1.7");
        }
    }

    @Test
    void aBackupThatFailsIsCountedAndTriedAgainLater() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        try (LocalServer roost = new LocalServer(data(), "backup.folder=" + file)) {
            BackupFeature feature = roost.server.features().backups;
            int _ = lookUntilDone(feature);
            int _ = lookUntilDone(feature);
            assertThat(roost.server.features().metrics.text()).contains("roost_backup_failures_total 1.0");
            Files.delete(file);
            roost.clock.advance(Duration.ofMinutes(10));
            int _ = lookUntilDone(feature);
            assertThat(new BackupFolder(file).newestMoment()).isNotNull();
        }
    }

    private static int lookUntilDone(BackupFeature feature) throws InterruptedException {
        feature.look();
        Await.until(() -> !feature.isRunning());
        return 0;
    }

    private Path data() {
        return folder.resolve("data");
    }

    private Path backups() {
        return folder.resolve("backups");
    }

    private Path restored() {
        return folder.resolve("restored");
    }

    private Path newest() {
        return new Restore(backups(), BackupProgress.NONE).backup();
    }

    private long pooled() throws IOException {
        try (Stream<Path> files = Files.walk(backups().resolve("media"))) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    private Backup.Made backup() {
        return make(Integer.MAX_VALUE);
    }

    private Backup.Made make(int keep) {
        return backup(backups(), keep);
    }

    private Backup.Made backup(Path to) {
        return backup(to, 1);
    }

    private Backup.Made backup(Path to, int keep) {
        return new Backup(
                        new SqlSnapshots(DataFolder.databaseIn(data())),
                        DataFolder.objectsIn(data()),
                        new BackupFolder(to),
                        InstantSource.system(),
                        BackupProgress.NONE)
                .make(keep);
    }

    private static String permissions(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
