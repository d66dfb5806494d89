package social.roost.media.process.image;

import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import org.jspecify.annotations.Nullable;
import social.roost.media.FileType;

/**
 * What the header of a file says about its picture, before anything is decoded.
 *
 * @param width as stored, before the picture is turned upright
 * @param height likewise
 * @param decodedBytes memory that the decoded picture takes
 * @param colors what the decoder returns
 * @param content for the decoder: the file without metadata, text and color profile
 */
record ImageFile(
        FileType type,
        int width,
        int height,
        Orientation orientation,
        long decodedBytes,
        ColorModel colors,
        @Nullable ICC_Profile profile,
        Frames frames,
        ByteArrayInputStream content) {

    /** @throws RejectedException also if the file is no picture that can be decoded */
    static ImageFile read(FileType type, Bytes bytes) throws RejectedException {
        return switch (type) {
            case JPEG -> new JpegHeader(bytes).read();
            case PNG -> new PngHeader(bytes).read();
            case GIF -> new GifHeader(bytes).read();
            case WEBP -> new WebpHeader(bytes).read();
            case MP4, QUICKTIME, WEBM -> throw new IllegalArgumentException(type + " is no picture");
        };
    }

    long pixels() {
        return (long) width * height;
    }

    /** A profile of no use is left out: the picture is then taken for sRGB, as it is without one. */
    static @Nullable ICC_Profile profile(byte[] bytes, ColorModel colors) {
        try {
            ICC_Profile profile = ICC_Profile.getInstance(bytes);
            return profile.getNumComponents() == colors.bands() ? profile : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /**
     * The frames of a file.
     *
     * @param millis how long they are shown
     * @param left where the first frame is, in pixels from the left of the picture
     * @param top likewise, from above
     */
    record Frames(int count, long millis, int left, int top) {
        static final Frames ONE = new Frames(1, 0, 0, 0);
    }
}
