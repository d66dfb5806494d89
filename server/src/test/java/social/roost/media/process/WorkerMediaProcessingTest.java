package social.roost.media.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import social.roost.media.Clips;
import social.roost.media.Drawings;
import social.roost.media.Failure;
import social.roost.media.MediaKind;
import social.roost.media.MediaProcessing;
import social.roost.media.PictureBytes;
import social.roost.media.ProcessedMedia;
import social.roost.media.Purpose;
import social.roost.media.Rendition;
import social.roost.media.Sample;
import social.roost.media.Samples;
import social.roost.media.process.image.ImageWorker;

class WorkerMediaProcessingTest {
    private static MediaProcessing shared;

    /** A picture of almost 33 megapixels, which takes a second or more. */
    private static byte[] large;

    @TempDir
    Path folder;

    private final List<MediaProcessing> own = new ArrayList<>();
    private Set<ProcessHandle> before = Set.of();

    @BeforeAll
    static void start() {
        shared = new WorkerMediaProcessing(Settings.LIMITS, Settings.PROCESSING);
        large = PictureBytes.jpeg(Drawings.gradient(7_000, 4_700), true);
    }

    @BeforeEach
    void rememberWorkers() {
        before = Set.copyOf(workers());
    }

    @AfterAll
    static void stop() {
        shared.close();
    }

    @AfterEach
    void closeOwn() {
        own.forEach(MediaProcessing::close);
    }

    @ParameterizedTest
    @MethodSource("social.roost.media.Samples#all")
    void everyUploadHasItsResult(Sample sample) throws Exception {
        MediaProcessing.Outcome outcome = process(shared, sample.content().get(), Purpose.TWEET);
        if (sample.failure() != null) {
            assertThat(outcome).isEqualTo(new MediaProcessing.Rejected(sample.failure()));
            assertThat(output()).isEmpty();
            return;
        }
        ProcessedMedia media = media(outcome);
        assertThat(media.kind()).isEqualTo(sample.kind());
        assertThat(media.width()).isEqualTo(sample.width());
        assertThat(media.height()).isEqualTo(sample.height());
        assertThat(media.blurhash()).hasSizeBetween(28, 36);
        assertThat(media.durationMillis() == null).isEqualTo(media.kind() == MediaKind.IMAGE);
        assertThat(media.renditions().stream().map(Rendition::file)).containsExactlyInAnyOrderElementsOf(output());
        for (Rendition rendition : media.renditions()) {
            assertThat(Files.size(rendition.file())).isEqualTo(rendition.bytes());
            assertThat(Files.readString(rendition.file(), StandardCharsets.ISO_8859_1))
                    .doesNotContain("secret", "<script");
        }
    }

    @Test
    void hostileFilesDoNotMakeTheWorkerGrow() throws Exception {
        List<Sample> samples = Samples.pictures();
        assertThat(samples).hasSizeGreaterThan(50);
        for (Sample sample : samples) {
            process(shared, sample.content().get(), Purpose.TWEET);
        }
        assertThat(process(shared, large, Purpose.TWEET)).isInstanceOf(MediaProcessing.Done.class);
        for (ProcessHandle worker : workers()) {
            long peak = peakMemory(worker);
            System.out.println("Peak memory of a worker: " + (peak >> 20) + " MiB");
            // The objects, 200 MB for the coefficients of the large picture, and what every JVM needs.
            assertThat(peak).isLessThan(Settings.PROCESSING.workerMemory().bytes() + (320 << 20));
        }
    }

    @Test
    void avatarsMustBeStill() throws Exception {
        byte[] gif = Clips.make("gif", "-f lavfi -i testsrc=s=64x48:r=10:d=1");
        assertThat(process(shared, gif, Purpose.AVATAR))
                .isEqualTo(new MediaProcessing.Rejected(Failure.IMAGE_REQUIRED));
        assertThat(process(shared, Clips.video(320, 240, 1), Purpose.HEADER))
                .isEqualTo(new MediaProcessing.Rejected(Failure.IMAGE_REQUIRED));
    }

    @Test
    void uploadsThatAreTooLargeAreRejectedByType() throws Exception {
        byte[] large = new byte[Math.toIntExact(Settings.LIMITS.imageSize().bytes()) + 1];
        System.arraycopy(PictureBytes.SMALLEST_PNG, 0, large, 0, PictureBytes.SMALLEST_PNG.length);
        assertThat(process(shared, large, Purpose.TWEET))
                .isEqualTo(new MediaProcessing.Rejected(Failure.FILE_TOO_LARGE));
    }

    @Test
    void withoutFfmpegAnimationsAndVideosAreRejected() throws Exception {
        MediaProcessing without = own(new WorkerMediaProcessing(
                Settings.LIMITS, Settings.with("no-such-program", "384MiB", Duration.ofSeconds(60))));
        assertThat(without.kinds()).isEqualTo(Set.of(MediaKind.IMAGE));
        assertThat(process(without, PictureBytes.gif(2, 10), Purpose.TWEET))
                .isEqualTo(new MediaProcessing.Rejected(Failure.ANIMATION_NOT_SUPPORTED));
        assertThat(process(without, Clips.video(320, 240, 1), Purpose.TWEET))
                .isEqualTo(new MediaProcessing.Rejected(Failure.VIDEO_NOT_SUPPORTED));
        assertThat(process(without, PictureBytes.gif(1, 10), Purpose.TWEET)).isInstanceOf(MediaProcessing.Done.class);
        assertThat(shared.kinds()).isEqualTo(Set.of(MediaKind.values()));
    }

    @Test
    void aPictureThatTakesTooLongIsRejected() throws Exception {
        MediaProcessing hurried = own(
                new WorkerMediaProcessing(Settings.LIMITS, Settings.with("ffmpeg", "384MiB", Duration.ofMillis(20))));
        assertThat(process(hurried, large, Purpose.TWEET))
                .isEqualTo(new MediaProcessing.Rejected(Failure.PROCESSING_TIMED_OUT));
        assertThat(output()).isEmpty();
    }

    @Test
    void aPictureThatCannotFitIntoTheMemoryIsRejected() throws Exception {
        MediaProcessing small = own(
                new WorkerMediaProcessing(Settings.LIMITS, Settings.with("ffmpeg", "64MiB", Duration.ofSeconds(60))));
        byte[] webp = Clips.make("webp", "-f lavfi -i color=red:s=5000x5000 -frames:v 1 -c:v libwebp -lossless 1");
        assertThat(process(small, webp, Purpose.TWEET))
                .isEqualTo(new MediaProcessing.Rejected(Failure.IMAGE_TOO_LARGE));
        assertThat(process(small, PictureBytes.SMALLEST_PNG, Purpose.TWEET)).isInstanceOf(MediaProcessing.Done.class);
    }

    @Test
    void aWorkerThatIsKilledIsReplaced() throws Exception {
        MediaProcessing processing = own(new WorkerMediaProcessing(Settings.LIMITS, Settings.PROCESSING));
        process(processing, PictureBytes.SMALLEST_PNG, Purpose.TWEET);
        List<ProcessHandle> first = newWorkers();
        FutureTask<MediaProcessing.Outcome> job = inBackground(() -> process(processing, large, Purpose.TWEET));
        Thread.sleep(100);
        first.forEach(ProcessHandle::destroyForcibly);
        assertThat(job.get()).isInstanceOf(MediaProcessing.Done.class);
    }

    /** It may have happened to any file: the job can be tried again later. */
    @Test
    void workersThatAreKilledRepeatedlyAreAnError() {
        MediaProcessing processing = own(new WorkerMediaProcessing(Settings.LIMITS, Settings.PROCESSING));
        FutureTask<MediaProcessing.Outcome> job = inBackground(() -> process(processing, large, Purpose.TWEET));
        while (!job.isDone()) {
            newWorkers().forEach(ProcessHandle::destroyForcibly);
        }
        assertThatThrownBy(job::get).isInstanceOf(ExecutionException.class).hasCauseInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @EnumSource(Ending.class)
    void whenItEndsSoDoItsProcesses(Ending ending) throws Exception {
        MediaProcessing processing = own(new WorkerMediaProcessing(Settings.LIMITS, Settings.PROCESSING));
        byte[] video = Clips.make("mp4", "-f lavfi -i testsrc=s=1920x1200:r=25:d=8 -preset ultrafast -pix_fmt yuv444p");
        process(processing, PictureBytes.SMALLEST_PNG, Purpose.TWEET);
        Set<ProcessHandle> others =
                Set.copyOf(ProcessHandle.current().descendants().toList());
        FutureTask<MediaProcessing.Outcome> job = new FutureTask<>(() -> process(processing, video, Purpose.TWEET));
        Thread thread = Thread.ofPlatform().start(job);
        List<ProcessHandle> ffmpeg = List.of();
        while (ffmpeg.isEmpty()) {
            ffmpeg = ProcessHandle.current()
                    .descendants()
                    .filter(process -> !others.contains(process))
                    .toList();
        }
        switch (ending) {
            case INTERRUPTED -> thread.interrupt();
            case CLOSED -> processing.close();
        }
        assertThatThrownBy(job::get).hasCauseInstanceOf(ending.exception);
        for (ProcessHandle process : ffmpeg) {
            process.onExit().get();
        }
        if (ending == Ending.CLOSED) {
            assertThat(newWorkers()).isEmpty();
        }
        assertThat(output()).isEmpty();
    }

    enum Ending {
        INTERRUPTED(InterruptedException.class),
        CLOSED(IOException.class);

        private final Class<? extends Exception> exception;

        Ending(Class<? extends Exception> exception) {
            this.exception = exception;
        }
    }

    @Test
    void aWorkerEndsWithTheServer() throws Exception {
        WorkerCommand command = WorkerCommand.of(Settings.PROCESSING.workerMemory());
        Process worker = new ProcessBuilder(command.words()).start();
        assertThat(worker.inputReader().readLine()).isEqualTo(ImageWorker.READY);
        worker.getOutputStream().close();
        assertThat(worker.waitFor()).isZero();
    }

    @Test
    void theProgressOfAConversionIsReported() throws Exception {
        List<Double> progress = new CopyOnWriteArrayList<>();
        byte[] video = Clips.make("webm", "-f lavfi -i testsrc=s=640x480:r=25:d=6 -c:v libvpx -deadline realtime");
        Path input = Files.write(folder.resolve("input"), video);
        shared.process(input, Purpose.TWEET, Files.createDirectory(folder.resolve("output")), progress::add);
        assertThat(progress)
                .isNotEmpty()
                .isSorted()
                .allSatisfy(share -> assertThat(share).isBetween(0.0, 1.0));
        assertThat(progress.getLast()).isGreaterThan(0.9);
    }

    private MediaProcessing own(MediaProcessing processing) {
        own.add(processing);
        return processing;
    }

    private MediaProcessing.Outcome process(MediaProcessing processing, byte[] file, Purpose purpose)
            throws IOException, InterruptedException {
        Path input = Files.write(folder.resolve("input"), file);
        Path output = folder.resolve("output");
        if (Files.exists(output)) {
            for (Path earlier : output()) {
                Files.delete(earlier);
            }
        } else {
            Files.createDirectory(output);
        }
        return processing.process(input, purpose, output, share -> {});
    }

    private List<Path> output() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("output"))) {
            return files.toList();
        }
    }

    private static ProcessedMedia media(MediaProcessing.Outcome outcome) {
        assertThat(outcome).isInstanceOf(MediaProcessing.Done.class);
        return ((MediaProcessing.Done) outcome).media();
    }

    private static FutureTask<MediaProcessing.Outcome> inBackground(Callable<MediaProcessing.Outcome> job) {
        FutureTask<MediaProcessing.Outcome> task = new FutureTask<>(job);
        Thread.ofPlatform().daemon().start(task);
        return task;
    }

    private static List<ProcessHandle> workers() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().commandLine().orElse("").contains("-Djava.awt.headless=true"))
                .toList();
    }

    private List<ProcessHandle> newWorkers() {
        return workers().stream().filter(worker -> !before.contains(worker)).toList();
    }

    private static long peakMemory(ProcessHandle process) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> 1_024 * Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }
}
