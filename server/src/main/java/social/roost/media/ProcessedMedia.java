package social.roost.media;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of an upload.
 *
 * @param width of the picture or video as it is displayed: turned upright, and of avatars and headers cropped
 * @param height likewise
 * @param durationMillis of GIFs and videos
 * @param blurhash a preview of the picture or poster in a few letters (blurha.sh)
 * @param renditions pictures from the smallest to the largest, then the video
 */
public record ProcessedMedia(
        MediaKind kind,
        int width,
        int height,
        @Nullable Long durationMillis,
        String blurhash,
        List<Rendition> renditions) {

    public ProcessedMedia {
        renditions = List.copyOf(renditions);
    }
}
