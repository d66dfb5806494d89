package social.roost.media.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.media.Failure;
import social.roost.media.FileType;
import social.roost.media.MediaKind;
import social.roost.media.MediaLimits;
import social.roost.media.MediaProcessing;
import social.roost.media.ProcessedMedia;
import social.roost.media.ProcessingSettings;
import social.roost.media.Purpose;
import social.roost.media.Rendition;
import social.roost.media.process.image.ImageAnswer;
import social.roost.media.process.image.ImageJob;
import social.roost.media.process.program.Programs;
import social.roost.media.process.video.Ffmpeg;
import social.roost.media.process.video.Video;
import social.roost.media.process.video.VideoConversion;

/**
 * Processes pictures in worker processes, and GIFs and videos with ffmpeg, whose poster is then processed like a
 * picture. Converting a video takes so long that pictures do not wait for it.
 */
public final class WorkerMediaProcessing implements MediaProcessing {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerMediaProcessing.class);

    private final MediaLimits limits;
    private final Programs programs = new Programs();
    private final ImageWorkers images;

    /** Empty without ffmpeg, which is looked for while the server starts. */
    private final CompletableFuture<Optional<VideoConversion>> videos;

    public WorkerMediaProcessing(MediaLimits limits, ProcessingSettings settings) {
        this.limits = limits;
        this.images = new ImageWorkers(
                programs, WorkerCommand.of(settings.workerMemory()), settings.imageDeadline(), settings.workers());
        this.videos = CompletableFuture.supplyAsync(
                () -> Ffmpeg.find(settings.ffmpeg(), programs)
                        .map(ffmpeg -> new VideoConversion(ffmpeg, limits, settings)),
                Thread::startVirtualThread);
    }

    @Override
    public Set<MediaKind> kinds() {
        return videos.join().isEmpty() ? EnumSet.of(MediaKind.IMAGE) : EnumSet.allOf(MediaKind.class);
    }

    @Override
    public Outcome process(Path input, Purpose purpose, Path outputFolder, DoubleConsumer progress)
            throws IOException, InterruptedException {
        boolean done = false;
        try {
            Outcome outcome =
                    process(new Upload(input.toAbsolutePath(), purpose, outputFolder.toAbsolutePath()), progress);
            done = outcome instanceof Done;
            return outcome;
        } finally {
            if (!done) {
                empty(outputFolder);
            }
        }
    }

    @Override
    public void close() {
        programs.close();
    }

    private Outcome process(Upload upload, DoubleConsumer progress) throws IOException, InterruptedException {
        byte[] start = start(upload.file);
        FileType type = FileType.of(start).orElse(null);
        if (type == null) {
            return unknown(start);
        } else if (Files.size(upload.file) > limits.size(type)) {
            return new Rejected(Failure.FILE_TOO_LARGE);
        }
        return type.isVideo()
                ? video(new Video.Job(upload.file, Video.Source.of(type), 0, upload.folder), upload.purpose, progress)
                : image(upload, type, progress);
    }

    private static Outcome unknown(byte[] start) {
        if (start.length == 0) {
            return new Rejected(Failure.DAMAGED_FILE);
        }
        return new Rejected(FileType.isAudio(start) ? Failure.AUDIO_NOT_SUPPORTED : Failure.UNSUPPORTED_TYPE);
    }

    private Outcome image(Upload upload, FileType type, DoubleConsumer progress)
            throws IOException, InterruptedException {
        return switch (inWorker(upload, type)) {
            case ImageAnswer.Made made ->
                new Done(new ProcessedMedia(
                        MediaKind.IMAGE, made.width(), made.height(), null, made.blurhash(), made.renditions()));
            case ImageAnswer.Animated animated -> animation(upload, type, animated, progress);
            case ImageAnswer.Refused(Failure failure, String _) -> new Rejected(failure);
            case ImageAnswer.Failed(String reason) -> throw new IOException(reason);
        };
    }

    private Outcome animation(Upload upload, FileType type, ImageAnswer.Animated animated, DoubleConsumer progress)
            throws IOException, InterruptedException {
        return video(
                new Video.Job(upload.file, Video.Source.of(type), animated.millis(), upload.folder),
                upload.purpose,
                progress);
    }

    private Outcome video(Video.Job job, Purpose purpose, DoubleConsumer progress)
            throws IOException, InterruptedException {
        VideoConversion conversion = videos.join().orElse(null);
        if (purpose.isPicture()) {
            return new Rejected(Failure.IMAGE_REQUIRED);
        } else if (conversion == null) {
            return new Rejected(
                    job.source().isAnimation() ? Failure.ANIMATION_NOT_SUPPORTED : Failure.VIDEO_NOT_SUPPORTED);
        }
        return switch (conversion.convert(job, progress)) {
            case Video.Refused(Failure failure, String reason) -> {
                LOG.debug("Rejected a video: {}: {}", failure, reason);
                yield new Rejected(failure);
            }
            case Video.Converted converted -> withPoster(job, converted);
        };
    }

    private Outcome withPoster(Video.Job job, Video.Converted video) throws IOException, InterruptedException {
        ImageAnswer answer = inWorker(new Upload(video.poster(), Purpose.TWEET, job.folder()), FileType.PNG);
        if (!(answer instanceof ImageAnswer.Made poster)) {
            throw new IOException("The poster of a video cannot be processed: " + answer);
        }
        Files.delete(video.poster());
        List<Rendition> renditions = Stream.concat(poster.renditions().stream(), Stream.of(video.rendition()))
                .toList();
        return new Done(new ProcessedMedia(
                job.source().isAnimation() ? MediaKind.GIF : MediaKind.VIDEO,
                video.rendition().width(),
                video.rendition().height(),
                video.millis(),
                poster.blurhash(),
                renditions));
    }

    private ImageAnswer inWorker(Upload upload, FileType type) throws IOException, InterruptedException {
        ImageJob job = new ImageJob(upload.file, type, upload.purpose, upload.folder, limits.imagePixels());
        ImageAnswer answer = images.run(job);
        if (answer instanceof ImageAnswer.Refused(Failure failure, String reason)) {
            LOG.debug("Rejected a picture: {}: {}", failure, reason);
        }
        return answer;
    }

    private static byte[] start(Path file) throws IOException {
        try (InputStream input = Files.newInputStream(file)) {
            return input.readNBytes(FileType.START);
        }
    }

    private static void empty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    private record Upload(Path file, Purpose purpose, Path folder) {}
}
