package social.roost.api;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.roost.media.FileType;
import social.roost.media.MediaCapabilities;
import social.roost.media.MediaKind;
import social.roost.media.MediaLimits;
import social.roost.media.MediaUploads;

/** The accepted files and their limits, among the capabilities. */
public record MediaCapability(
        List<String> kinds,
        List<String> types,
        @Nullable Image image,
        @Nullable Image gif,
        @Nullable Video video,
        int maxImages,
        int altTextLength) {

    /** For what this server accepts now. */
    public static Capability of(MediaCapabilities media) {
        return new Capability("media", () -> now(media));
    }

    private static MediaCapability now(MediaCapabilities media) {
        MediaLimits limits = media.limits();
        Set<MediaKind> kinds = media.kinds();
        return new MediaCapability(
                kinds.stream()
                        .sorted()
                        .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                        .toList(),
                media.types().stream().map(FileType::contentType).toList(),
                kinds.contains(MediaKind.IMAGE) ? new Image(limits.imageSize().bytes(), limits.imagePixels()) : null,
                kinds.contains(MediaKind.GIF) ? new Image(limits.gifSize().bytes(), limits.imagePixels()) : null,
                kinds.contains(MediaKind.VIDEO)
                        ? new Video(
                                limits.videoSize().bytes(), limits.videoLength().toSeconds())
                        : null,
                MediaCapabilities.MOST_IMAGES,
                MediaUploads.ALT_TEXT_LENGTH);
    }

    /** The limits of an image. */
    public record Image(long maxBytes, long maxPixels) {}

    /** The limits of a video. */
    public record Video(long maxBytes, long maxSeconds) {}
}
