package social.roost.media.process.video;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import social.roost.media.Failure;

/**
 * What ffprobe says about a file: of its first video, and of its first sound.
 *
 * @param seconds how long it is; not a number if the file does not say
 */
record VideoFacts(Picture picture, @Nullable Sound sound, double seconds) {
    private static final Set<String> VIDEO_CODECS = Set.of(
            "h264", "hevc", "vp8", "vp9", "av1", "mpeg4", "h263", "mjpeg", "prores", "gif", "apng", "png", "dnxhd");

    private static final Set<String> AUDIO_CODECS =
            Set.of("aac", "mp3", "opus", "vorbis", "alac", "flac", "ac3", "eac3", "amr_nb", "amr_wb");

    /** @param probed with {@code -show_streams -show_format} */
    static VideoFacts of(JsonNode probed) throws RefusedException {
        JsonNode video = first(probed, "video").orElse(null);
        JsonNode audio = first(probed, "audio").orElse(null);
        if (video == null) {
            throw audio == null
                    ? new RefusedException(Failure.DAMAGED_FILE, "neither video nor audio")
                    : new RefusedException(Failure.AUDIO_NOT_SUPPORTED, "no video");
        }
        double seconds = Math.max(number(video, "duration"), audio == null ? 0 : number(audio, "duration"));
        return new VideoFacts(
                Picture.of(video),
                audio == null ? null : Sound.of(audio),
                Double.isNaN(seconds) ? number(probed.path("format"), "duration") : seconds);
    }

    VideoFacts lasting(double otherSeconds) {
        return new VideoFacts(picture, sound, otherSeconds);
    }

    /** A cover is a video to ffprobe, but not to us. */
    private static Optional<JsonNode> first(JsonNode probed, String type) {
        return StreamSupport.stream(probed.path("streams").spliterator(), false)
                .filter(stream -> stream.path("codec_type").asText().equals(type)
                        && stream.path("disposition").path("attached_pic").asInt() == 0)
                .findFirst();
    }

    private static double number(JsonNode node, String name) {
        try {
            return Double.parseDouble(node.path(name).asText());
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static String codec(JsonNode stream, Set<String> known) throws RefusedException {
        String codec = stream.path("codec_name").asText();
        if (!known.contains(codec) && !codec.startsWith("pcm_")) {
            throw new RefusedException(Failure.UNSUPPORTED_TYPE, "the codec " + codec);
        }
        return codec;
    }

    /**
     * The first video.
     *
     * @param width in pixels as stored; they may not be square, and the video may have to be turned
     * @param aspect width of a pixel divided by its height
     * @param moved whether the video has to be turned or mirrored
     * @param swaps whether width and height are swapped then
     * @param bitRate in bits each second; not a number if the file does not say
     * @param highDynamicRange whether its brightness is not that of ordinary screens
     */
    record Picture(
            int index,
            String codec,
            String pixelFormat,
            int width,
            int height,
            double aspect,
            boolean moved,
            boolean swaps,
            double frameRate,
            double bitRate,
            boolean highDynamicRange) {

        private static Picture of(JsonNode stream) throws RefusedException {
            int width = stream.path("width").asInt();
            int height = stream.path("height").asInt();
            if (width < 1 || height < 1) {
                throw new RefusedException(Failure.DAMAGED_FILE, "a video without a size");
            }
            JsonNode matrix = StreamSupport.stream(stream.path("side_data_list").spliterator(), false)
                    .filter(data -> data.has("displaymatrix"))
                    .findFirst()
                    .orElse(null);
            return new Picture(
                    stream.path("index").asInt(),
                    VideoFacts.codec(stream, VIDEO_CODECS),
                    stream.path("pix_fmt").asText(),
                    width,
                    height,
                    ratio(stream.path("sample_aspect_ratio").asText(), ":"),
                    matrix != null,
                    matrix != null && Math.abs(matrix.path("rotation").asInt()) % 180 == 90,
                    ratio(stream.path("avg_frame_rate").asText(), "/"),
                    number(stream, "bit_rate"),
                    Set.of("smpte2084", "arib-std-b67")
                            .contains(stream.path("color_transfer").asText()));
        }

        /** One if it is unknown. */
        private static double ratio(String text, String separator) {
            String[] parts = text.split(separator, 2);
            try {
                double ratio = Double.parseDouble(parts[0]) / Double.parseDouble(parts[parts.length - 1]);
                return ratio > 0 && ratio < Double.POSITIVE_INFINITY ? ratio : 1;
            } catch (NumberFormatException e) {
                return 1;
            }
        }

        /** Width as it is displayed. */
        double displayedWidth() {
            return swaps ? height : width * aspect;
        }

        double displayedHeight() {
            return swaps ? width * aspect : height;
        }
    }

    /** The first sound. */
    record Sound(int index, String codec, String profile, int channels) {
        private static Sound of(JsonNode stream) throws RefusedException {
            return new Sound(
                    stream.path("index").asInt(),
                    VideoFacts.codec(stream, AUDIO_CODECS),
                    stream.path("profile").asText(),
                    stream.path("channels").asInt());
        }
    }
}
