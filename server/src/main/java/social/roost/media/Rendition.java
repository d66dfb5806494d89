package social.roost.media;

import java.nio.file.Path;

/**
 * A file made from an upload, which can be delivered as it is.
 *
 * <p>Every rendition but {@link #VIDEO} is a picture, and none is larger than the original. Pictures have {@link
 * #THUMB} and {@link #SMALL}, and {@link #MEDIUM} and {@link #LARGE} if the original is larger than the size before.
 * Avatars have {@link #THUMB} and {@link #AVATAR}, headers {@link #SMALL} and {@link #HEADER}. GIFs and videos have
 * {@link #VIDEO}, and the pictures of their poster.
 */
public record Rendition(String name, Path file, String contentType, int width, int height, long bytes) {
    /** The square in the middle: 150 pixels, of avatars 96. */
    public static final String THUMB = "thumb";

    /** At most 680 pixels in both directions; of headers, at most 600 by 200. */
    public static final String SMALL = "small";

    /** At most 1,200 pixels in both directions. */
    public static final String MEDIUM = "medium";

    /** At most 2,048 pixels in both directions. */
    public static final String LARGE = "large";

    /** The square in the middle, at most 400 pixels. */
    public static final String AVATAR = "avatar";

    /** The middle, three times as wide as high: at most 1,500 by 500 pixels. */
    public static final String HEADER = "header";

    /** An MP4 file. */
    public static final String VIDEO = "video";
}
