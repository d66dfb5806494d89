package social.roost.media.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import social.roost.base.config.ByteSize;
import social.roost.media.Drawings;
import social.roost.media.Failure;
import social.roost.media.FileType;
import social.roost.media.PictureBytes;
import social.roost.media.Purpose;
import social.roost.media.process.image.ImageAnswer;
import social.roost.media.process.image.ImageJob;
import social.roost.media.process.program.Programs;

/** What becomes of a job whose worker process dies. */
class ImageWorkersTest {
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private final Programs programs = new Programs();

    @AfterEach
    void close() {
        programs.close();
    }

    @Test
    void aPictureThatExhaustsTheMemoryIsTooLargeAndTheNextOneIsProcessed() throws Exception {
        ImageWorkers workers = new ImageWorkers(programs, WorkerCommand.of(ByteSize.parse("16MiB")), DEADLINE, 1);
        byte[] large = PictureBytes.jpeg(Drawings.gradient(2_000, 2_000), false);
        assertThat(workers.run(job(large, FileType.JPEG)))
                .isEqualTo(new ImageAnswer.Refused(Failure.IMAGE_TOO_LARGE, "out of memory"));
        assertThat(workers.run(job(PictureBytes.SMALLEST_PNG, FileType.PNG))).isInstanceOf(ImageAnswer.Made.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kill -SEGV $$", "kill -ABRT $$", "exit 1"})
    void aFileThatCrashesTheWorkerTwiceIsDamaged(String crash) throws Exception {
        Path attempts = folder.resolve("attempts");
        ImageWorkers workers = workers("echo attempt >> '" + attempts + "'; " + crash);
        assertThat(workers.run(job(PictureBytes.SMALLEST_PNG, FileType.PNG)))
                .isInstanceOfSatisfying(
                        ImageAnswer.Refused.class,
                        refused -> assertThat(refused.failure()).isEqualTo(Failure.DAMAGED_FILE));
        assertThat(Files.readAllLines(attempts)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kill -KILL $$", "kill -TERM $$", "exit 0"})
    void aWorkerThatIsEndedFromOutsideIsNoFilesFault(String ending) {
        ImageWorkers workers = workers(ending);
        assertThatThrownBy(() -> workers.run(job(PictureBytes.SMALLEST_PNG, FileType.PNG)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("ended from outside");
    }

    @Test
    void aWorkerThatDoesNotStartSaysWhy() {
        WorkerCommand command = new WorkerCommand(List.of("sh", "-c", "echo 'No memory' >&2; sleep 0.2; exit 1"));
        ImageWorkers workers = new ImageWorkers(programs, command, DEADLINE, 1);
        assertThatThrownBy(() -> workers.run(job(PictureBytes.SMALLEST_PNG, FileType.PNG)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("No memory");
    }

    @Test
    void aWorkerThatExceedsItsDeadlineIsEnded() throws Exception {
        WorkerCommand command = new WorkerCommand(List.of("sh", "-c", "echo ready; read job; sleep 1000"));
        ImageWorkers workers = new ImageWorkers(programs, command, Duration.ofMillis(100), 1);
        assertThat(workers.run(job(PictureBytes.SMALLEST_PNG, FileType.PNG)))
                .isInstanceOfSatisfying(
                        ImageAnswer.Refused.class,
                        refused -> assertThat(refused.failure()).isEqualTo(Failure.PROCESSING_TIMED_OUT));
        assertThat(ProcessHandle.current()
                        .descendants()
                        .filter(ProcessHandle::isAlive)
                        .toList())
                .noneMatch(process -> process.info().commandLine().orElse("").contains("sleep 1000"));
    }

    /** A worker that does this with its first job. */
    private ImageWorkers workers(String action) {
        WorkerCommand command = new WorkerCommand(List.of("sh", "-c", "echo ready; read job; " + action));
        return new ImageWorkers(programs, command, DEADLINE, 1);
    }

    private ImageJob job(byte[] file, FileType type) throws IOException {
        Path input = Files.write(folder.resolve("input"), file);
        return new ImageJob(input, type, Purpose.TWEET, folder, 33_177_600);
    }
}
