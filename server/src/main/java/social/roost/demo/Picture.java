package social.roost.demo;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.Supplier;

/**
 * A picture, which is drawn when its file is needed.
 *
 * @param type the content type of the file
 * @param file draws it, the same each time
 * @param focusX what stays visible when it is cropped: from -1 at the left to 1 at the right
 * @param focusY from -1 at the bottom to 1 at the top
 */
public record Picture(String type, Supplier<byte[]> file, String altText, double focusX, double focusY) {

    static Picture still(Supplier<Canvas> drawing, String altText) {
        return new Picture("image/jpeg", () -> PictureFiles.jpeg(drawing.get().image), altText, 0, 0);
    }

    static Picture moving(Supplier<List<BufferedImage>> frames, String altText) {
        return new Picture("image/gif", () -> PictureFiles.gif(frames.get()), altText, 0, 0);
    }

    Picture focusedAt(double x, double y) {
        return new Picture(type, file, altText, x, y);
    }
}
