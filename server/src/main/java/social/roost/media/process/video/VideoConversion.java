package social.roost.media.process.video;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.function.DoubleConsumer;
import social.roost.media.Failure;
import social.roost.media.MediaLimits;
import social.roost.media.ProcessingSettings;
import social.roost.media.Rendition;
import social.roost.media.process.program.Programs;

/** Converts animations and videos to MP4, with a poster. */
public final class VideoConversion {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PROBE = Duration.ofSeconds(30);
    private static final Duration POSTER = Duration.ofSeconds(60);
    private static final Duration SHORTEST_DEADLINE = Duration.ofSeconds(60);

    /** A conversion may take longer than the video, by this factor. */
    private static final int DEADLINE_FACTOR = 4;

    /** How much longer a video may be than the limit, because its sound ends later. */
    private static final double TOLERANCE_SECONDS = 0.5;

    /** A conversion that is this much shorter than the file promised has met its damaged end. */
    private static final double LEAST_SHARE = 0.9;

    private static final int LONGEST_DESCRIPTION = 1 << 20;

    private final Ffmpeg ffmpeg;
    private final MediaLimits limits;
    private final Duration longestDeadline;
    private final Semaphore turns;

    public VideoConversion(Ffmpeg ffmpeg, MediaLimits limits, ProcessingSettings settings) {
        this.ffmpeg = ffmpeg;
        this.limits = limits;
        this.longestDeadline = settings.videoDeadline();
        this.turns = new Semaphore(settings.workers(), true);
    }

    /**
     * Converts a file, once others are done.
     *
     * @throws IOException if it failed for a reason that may not be the file's fault
     */
    public Video.Outcome convert(Video.Job job, DoubleConsumer progress) throws IOException, InterruptedException {
        turns.acquire();
        try {
            return converted(job, progress);
        } catch (RefusedException e) {
            return e.outcome();
        } finally {
            turns.release();
        }
    }

    private Video.Converted converted(Video.Job job, DoubleConsumer progress)
            throws IOException, InterruptedException, RefusedException {
        VideoFacts facts = facts(job);
        requireWithinLimits(facts);
        Path output = job.folder().resolve("video.mp4");
        List<String> command = VideoPlan.of(facts, job.source())
                .command(job.input(), output, longest(job), limits.videoSize().bytes());
        double limit = limits.videoLength().toMillis() / 1e3;
        double expected = Double.isNaN(facts.seconds()) ? limit : Math.min(limit, facts.seconds());
        require(ffmpeg.convert(command, deadline(expected), new ConversionProgress(expected, progress)));
        VideoFacts result = probe(output, Video.Source.MP4);
        requireComplete(facts, result);
        Rendition rendition = new Rendition(
                Rendition.VIDEO,
                output,
                "video/mp4",
                result.picture().width(),
                result.picture().height(),
                Files.size(output));
        return new Video.Converted(rendition, Math.round(result.seconds() * 1e3), poster(output, result, job.folder()));
    }

    private VideoFacts facts(Video.Job job) throws IOException, InterruptedException, RefusedException {
        VideoFacts facts = probe(job.input(), job.source());
        return job.source().isAnimation() ? facts.lasting(job.animationMillis() / 1e3) : facts;
    }

    /** Where the conversion stops: the end of an animation, or soon after the limit. */
    private double longest(Video.Job job) {
        return job.source().isAnimation()
                ? job.animationMillis() / 1e3
                : limits.videoLength().toMillis() / 1e3 + 2 * TOLERANCE_SECONDS;
    }

    private VideoFacts probe(Path file, Video.Source source)
            throws IOException, InterruptedException, RefusedException {
        List<String> arguments = new ArrayList<>(List.of("-show_format", "-show_streams", "-of", "json"));
        arguments.addAll(Ffmpeg.input(file, source.demuxer()));
        StringBuilder description = new StringBuilder();
        require(ffmpeg.probe(arguments, PROBE, line -> {
            if (description.length() < LONGEST_DESCRIPTION) {
                description.append(line).append('\n');
            }
        }));
        try {
            return VideoFacts.of(JSON.readTree(description.toString()));
        } catch (JsonProcessingException e) {
            throw new RefusedException(Failure.DAMAGED_FILE, "a description that is too long");
        }
    }

    private void requireWithinLimits(VideoFacts facts) throws RefusedException {
        if ((long) facts.picture().width() * facts.picture().height() > limits.imagePixels()) {
            throw new RefusedException(
                    Failure.IMAGE_TOO_LARGE,
                    facts.picture().width() + "x" + facts.picture().height());
        }
        requireShort(facts.seconds());
    }

    private void requireShort(double seconds) throws RefusedException {
        if (seconds > limits.videoLength().toMillis() / 1e3 + TOLERANCE_SECONDS) {
            throw new RefusedException(Failure.VIDEO_TOO_LONG, seconds + " s");
        }
    }

    private void requireComplete(VideoFacts promised, VideoFacts result) throws RefusedException {
        requireShort(result.seconds());
        if (Double.isNaN(result.seconds())
                || result.seconds() < promised.seconds() * LEAST_SHARE - TOLERANCE_SECONDS / 2) {
            throw new RefusedException(Failure.DAMAGED_FILE, result.seconds() + " s instead of " + promised.seconds());
        }
    }

    private Duration deadline(double seconds) {
        Duration deadline = Duration.ofMillis((long) (seconds * DEADLINE_FACTOR * 1e3));
        Duration enough = deadline.compareTo(SHORTEST_DEADLINE) < 0 ? SHORTEST_DEADLINE : deadline;
        return enough.compareTo(longestDeadline) < 0 ? enough : longestDeadline;
    }

    /** A frame soon after the beginning, which is often black. */
    private Path poster(Path video, VideoFacts facts, Path folder)
            throws IOException, InterruptedException, RefusedException {
        Path poster = folder.resolve("poster.png");
        List<String> arguments =
                new ArrayList<>(List.of("-ss", String.format(Locale.ROOT, "%.3f", Math.min(1, facts.seconds() / 4))));
        arguments.addAll(Ffmpeg.input(video, Video.Source.MP4.demuxer()));
        arguments.addAll(List.of("-frames:v", "1", "-c:v", "png", "-compression_level", "1", "-pix_fmt", "rgb24"));
        arguments.addAll(List.of("-threads", "1", "-f", "image2", "-update", "1", "file:" + poster));
        require(ffmpeg.convert(arguments, POSTER, line -> {}));
        if (!Files.exists(poster)) {
            throw new RefusedException(Failure.DAMAGED_FILE, "no frame can be decoded");
        }
        return poster;
    }

    private static void require(Programs.Ended ended) throws IOException, RefusedException {
        if (ended.timedOut()) {
            throw new RefusedException(Failure.PROCESSING_TIMED_OUT, ended.errors());
        } else if (ended.isKilled() || ended.errors().contains("No space left on device")) {
            throw new IOException("ffmpeg ended with exit code " + ended.exit() + ": " + ended.errors());
        } else if (ended.errors().contains("Cannot allocate memory")) {
            throw new RefusedException(Failure.IMAGE_TOO_LARGE, ended.errors());
        } else if (!ended.succeeded()) {
            throw new RefusedException(Failure.DAMAGED_FILE, "exit code " + ended.exit() + ": " + ended.errors());
        }
    }
}
