package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import social.roost.backup.BackupProgress;
import social.roost.backup.Restore;
import social.roost.driver.sqlite.DumpedTables;

/** The commands, killed with SIGKILL at any moment. */
@DisplayName("A backup or restore that is killed is whole or not there (M6)")
@Timeout(600)
class BackupCrashTest {
    private static final int ROUNDS = Boolean.getBoolean("roost.test.long") ? 30 : 6;
    private static final int TWEETS = 80;

    private final long seed = Long.getLong("roost.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @TempDir
    Path folder;

    private Path data;
    private Path backups;
    private Path restored;

    @BeforeEach
    void fill() {
        System.out.println("BackupCrashTest -Droost.seed=" + seed);
        data = folder.resolve("data");
        backups = folder.resolve("backups");
        restored = folder.resolve("restored");
        try (LocalServer roost = new LocalServer(data)) {
            TestUploads uploads = new TestUploads(roost);
            String token = roost.token(roost.register("alice"));
            for (int tweet = 0; tweet < TWEETS; tweet++) {
                String[] pictures = new String[4];
                for (int i = 0; i < pictures.length; i++) {
                    pictures[i] = uploads.upload(token, TestMedia.png(tweet + ", " + i + " ".repeat(50_000)));
                }
                for (String picture : pictures) {
                    var _ = uploads.awaitState(token, picture, "ready");
                }
                LocalServer.expect(201, uploads.post(token, "with pictures", pictures));
            }
        }
    }

    @Test
    void aKilledBackupLeavesTheEarlierOnesAsTheyWere() throws Exception {
        int killed = 0;
        List<Path> before = List.of();
        for (int round = 0; round < ROUNDS; round++) {
            killed += killedOnce(begin("backup", "--data=" + data, "--to=" + backups), backups.resolve("unfinished"));
            List<Path> now = complete();
            assertThat(now).containsAll(before).hasSizeLessThanOrEqualTo(before.size() + 1);
            for (Path each : now) {
                assertThat(new Restore(each, BackupProgress.NONE).verify().mediaFiles())
                        .isEqualTo(2L * 4 * TWEETS);
            }
            before = now;
        }
        assertThat(killed).isPositive();
        assertThat(end(begin("backup", "--data=" + data, "--to=" + backups, "--keep=1")))
                .isZero();
        assertThat(complete()).hasSize(1);
        assertThat(backups.resolve("unfinished")).doesNotExist();
        assertThat(end(begin("restore", "--from=" + backups, "--data=" + restored)))
                .isZero();
        assertRestored();
    }

    @Test
    void aKilledRestoreLeavesAWholeFolderOrOneWithWhichNoServerStarts() throws Exception {
        assertThat(end(begin("backup", "--data=" + data, "--to=" + backups))).isZero();
        int unfinished = 0;
        for (int round = 0; round < ROUNDS; round++) {
            int _ = killedOnce(
                    begin("restore", "--from=" + backups, "--data=" + restored), restored.resolve("roost.restoring"));
            if (Files.exists(restored.resolve("roost.restoring"))) {
                unfinished++;
                assertThatThrownBy(() -> DataFolder.open(restored)).hasMessageContaining("did not finish");
            } else if (Files.exists(restored.resolve("roost.db"))) {
                assertRestored();
                restored = folder.resolve("restored-" + round);
            }
        }
        assertThat(unfinished).isPositive();
        if (Files.notExists(restored.resolve("roost.db"))) {
            assertThat(end(begin("restore", "--from=" + backups, "--data=" + restored)))
                    .isZero();
        }
        assertRestored();
    }

    private void assertRestored() throws Exception {
        assertThat(DumpedTables.of(restored.resolve("roost.db"))).isEqualTo(DumpedTables.of(data.resolve("roost.db")));
        try (LocalServer roost = new LocalServer(restored)) {
            assertThat(roost.server.features().media.check().run(false).missing())
                    .isEmpty();
        }
        assertThat(files(restored)).isEqualTo(files(data));
    }

    private static List<String> files(Path of) throws IOException {
        Path files = of.resolve("roost.media/objects/files");
        try (Stream<Path> all = Files.walk(files)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> files.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    private List<Path> complete() throws IOException {
        if (Files.notExists(backups)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(backups)) {
            return files.filter(file -> file.getFileName().toString().endsWith("Z"))
                    .sorted()
                    .toList();
        }
    }

    /** Kills a process some time after it has begun to write; returns how many were killed before they ended. */
    private int killedOnce(Process process, Path sign) throws InterruptedException {
        while (process.isAlive() && Files.notExists(sign)) {
            Thread.sleep(1);
        }
        boolean ended = process.waitFor(random.nextInt(600), TimeUnit.MILLISECONDS);
        Process _ = process.destroyForcibly();
        int _ = process.waitFor();
        return ended ? 0 : 1;
    }

    private static int end(Process process) throws InterruptedException {
        return process.waitFor();
    }

    private static Process begin(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "social.roost.Main"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.INHERIT);
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("ROOST_"));
        return builder.start();
    }
}
