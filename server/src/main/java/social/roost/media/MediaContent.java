package social.roost.media;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A processed medium: what is known of it, and its files in the object storage.
 *
 * @param durationMillis of GIFs and videos
 * @param files pictures from the smallest to the largest, then the video
 */
public record MediaContent(
        MediaKind kind, int width, int height, @Nullable Long durationMillis, String blurhash, List<File> files) {

    public MediaContent {
        files = List.copyOf(files);
    }

    /** The pictures, or those of the poster. */
    public List<File> pictures() {
        return files.stream().filter(file -> !file.isVideo()).toList();
    }

    /** Null for an image. */
    public @Nullable File video() {
        return files.stream().filter(File::isVideo).findFirst().orElse(null);
    }

    /** Null if it has no file of this name. */
    @Nullable
    File file(String name) {
        return files.stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /**
     * A file.
     *
     * @param size which rendition it is, such as {@link Rendition#SMALL}
     * @param name in URLs, unique
     */
    public record File(String size, String name, String contentType, int width, int height, long bytes) {
        boolean isVideo() {
            return size.equals(Rendition.VIDEO);
        }
    }
}
