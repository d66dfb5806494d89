package social.roost.media.process.video;

import java.nio.file.Path;
import social.roost.media.Failure;
import social.roost.media.FileType;
import social.roost.media.Rendition;

/** What is converted to a video, and what becomes of it. */
public final class Video {
    private Video() {}

    /** The containers that ffmpeg may look into: each is read by one demuxer, which is never guessed. */
    public enum Source {
        GIF("gif"),
        PNG("apng"),
        MP4("mov"),
        WEBM("matroska");

        private final String demuxer;

        Source(String demuxer) {
            this.demuxer = demuxer;
        }

        public static Source of(FileType type) {
            return switch (type) {
                case GIF -> GIF;
                case PNG -> PNG;
                case MP4, QUICKTIME -> MP4;
                case WEBM -> WEBM;
                case JPEG, WEBP -> throw new IllegalArgumentException(type + " has no frames");
            };
        }

        /** Whether it has no sound, and repeats. */
        public boolean isAnimation() {
            return this == GIF || this == PNG;
        }

        String demuxer() {
            return demuxer;
        }
    }

    /**
     * A file to convert.
     *
     * @param animationMillis how long an animation is; 0 for a video, which says so itself
     * @param folder for the output
     */
    public record Job(Path input, Source source, long animationMillis, Path folder) {}

    /** What became of a file. */
    public sealed interface Outcome {}

    /**
     * It is a video now.
     *
     * @param poster a PNG file in the output folder, to be processed and removed
     */
    public record Converted(Rendition rendition, long millis, Path poster) implements Outcome {}

    /**
     * It cannot be used.
     *
     * @param reason for the log
     */
    public record Refused(Failure failure, String reason) implements Outcome {}
}
