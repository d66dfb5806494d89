package social.roost.media.process.video;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How a video becomes one that every browser plays: H.264 of at most 1,920 by 1,080 pixels, upright or not, and AAC. What
 * is so already is copied, which costs nothing and loses nothing.
 */
record VideoPlan(VideoFacts facts, Video.Source source, int width, int height) {
    private static final double LONG_SIDE = 1_920;
    private static final double SHORT_SIDE = 1_080;
    private static final double FRAME_RATE = 60;
    private static final double BIT_RATE = 6_000_000;
    private static final Set<String> COPIED_FORMATS = Set.of("yuv420p", "yuvj420p");

    /** On a white copy of itself, since MP4 has no transparency. The last frame stays until the end. */
    private static final String ANIMATION =
            "format=rgba,split[front][back];[back]lutrgb=r=255:g=255:b=255:a=255[white];"
                    + "[white][front]overlay=format=rgb,tpad=stop=-1:stop_mode=clone";

    static VideoPlan of(VideoFacts facts, Video.Source source) {
        double width = facts.picture().displayedWidth();
        double height = facts.picture().displayedHeight();
        double factor =
                Math.min(1, Math.min(LONG_SIDE / Math.max(width, height), SHORT_SIDE / Math.min(width, height)));
        return new VideoPlan(facts, source, even(width * factor), even(height * factor));
    }

    /** Colors are stored for squares of four pixels. */
    private static int even(double side) {
        return Math.max(2, (int) (side + 0.01) / 2 * 2);
    }

    /** Between the input and the output file. */
    List<String> arguments(double longestSeconds, long mostBytes) {
        List<String> arguments =
                new ArrayList<>(List.of("-map", "0:" + facts.picture().index()));
        if (hasSound()) {
            arguments.addAll(List.of("-map", "0:" + sound().index()));
        }
        arguments.addAll(copiesPicture() ? copiedPicture() : encodedPicture());
        if (hasSound()) {
            arguments.addAll(
                    copiesSound()
                            ? List.of("-c:a", "copy")
                            : List.of("-c:a", "aac", "-b:a", "128k", "-ac", "2", "-ar", "48000"));
        }
        arguments.addAll(List.of("-map_metadata", "-1", "-map_metadata:s:v", "-1", "-map_metadata:s:a", "-1"));
        arguments.addAll(List.of("-map_chapters", "-1", "-dn", "-sn", "-fflags", "+bitexact", "-threads", "2"));
        arguments.addAll(List.of("-t", decimal(longestSeconds), "-fs", Long.toString(mostBytes)));
        arguments.addAll(List.of("-movflags", "+faststart", "-f", "mp4"));
        return arguments;
    }

    boolean hasSound() {
        return facts.sound() != null && !source.isAnimation();
    }

    boolean copiesPicture() {
        VideoFacts.Picture picture = facts.picture();
        return source == Video.Source.MP4
                && picture.codec().equals("h264")
                && COPIED_FORMATS.contains(picture.pixelFormat())
                && !picture.moved()
                && !picture.highDynamicRange()
                && picture.aspect() == 1
                && picture.width() == width
                && picture.height() == height
                && picture.frameRate() <= FRAME_RATE
                && picture.bitRate() <= BIT_RATE;
    }

    private boolean copiesSound() {
        return source == Video.Source.MP4
                && sound().codec().equals("aac")
                && sound().profile().equals("LC")
                && sound().channels() <= 2;
    }

    private VideoFacts.Sound sound() {
        VideoFacts.Sound sound = facts.sound();
        if (sound == null) {
            throw new IllegalStateException("The video is silent");
        }
        return sound;
    }

    /** Without the messages within the stream (NAL units of type 6), where encoders and cameras leave notes. */
    private static List<String> copiedPicture() {
        return List.of("-c:v", "copy", "-bsf:v", "filter_units=remove_types=6", "-tag:v", "avc1");
    }

    private List<String> encodedPicture() {
        List<String> arguments = new ArrayList<>(List.of("-filter:v", filter()));
        arguments.addAll(List.of("-c:v", "libx264", "-preset", "veryfast", "-crf", "23", "-profile:v", "high"));
        arguments.addAll(List.of("-maxrate", "5M", "-bufsize", "10M", "-flags:v", "+bitexact"));
        arguments.addAll(List.of("-bsf:v", "filter_units=remove_types=6", "-fps_mode", "vfr"));
        return arguments;
    }

    private String filter() {
        List<String> filters = new ArrayList<>();
        if (source.isAnimation()) {
            filters.add(ANIMATION);
        }
        if (facts.picture().frameRate() > FRAME_RATE && !source.isAnimation()) {
            filters.add("fps=" + (int) FRAME_RATE);
        }
        filters.add(
                isOnlyCropped() ? "crop=%d:%d:0:0".formatted(width, height) : "scale=%d:%d".formatted(width, height));
        filters.add("setsar=1");
        filters.add("format=yuv420p");
        return String.join(",", filters);
    }

    private boolean isOnlyCropped() {
        VideoFacts.Picture picture = facts.picture();
        return picture.aspect() == 1
                && width <= picture.displayedWidth()
                && width > picture.displayedWidth() - 2
                && height <= picture.displayedHeight()
                && height > picture.displayedHeight() - 2;
    }

    private static String decimal(double seconds) {
        return String.format(Locale.ROOT, "%.3f", seconds);
    }

    /** Input and output of the conversion. */
    List<String> command(Path input, Path output, double longestSeconds, long mostBytes) {
        List<String> command = new ArrayList<>(List.of("-threads", "2"));
        command.addAll(Ffmpeg.input(input, source.demuxer()));
        command.addAll(arguments(longestSeconds, mostBytes));
        command.add("file:" + output);
        return command;
    }
}
