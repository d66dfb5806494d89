package social.roost.media.process.image;

/** The color models of JPEG, as its file format JFIF and Adobe's extension define them. */
final class Ycc {
    private static final float RED = 1.402f;
    private static final float GREEN_BLUE = 0.344136f;
    private static final float GREEN_RED = 0.714136f;
    private static final float BLUE = 1.772f;

    private Ycc() {}

    static Picture toRgb(Picture picture) {
        byte[] data = picture.data();
        for (int at = 0; at < data.length; at += picture.bands()) {
            float brightness = (data[at] & 0xff) + 0.5f;
            float blue = (data[at + 1] & 0xff) - 128;
            float red = (data[at + 2] & 0xff) - 128;
            data[at] = clamp(brightness + RED * red);
            data[at + 1] = clamp(brightness - GREEN_BLUE * blue - GREEN_RED * red);
            data[at + 2] = clamp(brightness + BLUE * blue);
        }
        return picture;
    }

    /** The first bands are the opposite of what YCbCr would be; the last one is black already. */
    static Picture toCmyk(Picture picture) {
        byte[] data = toRgb(picture).data();
        for (int at = 0; at < data.length; at++) {
            if (at % 4 != 3) {
                data[at] = (byte) ~data[at];
            }
        }
        return picture;
    }

    static Picture inverted(Picture picture) {
        Picture inverted = new Picture(picture.width(), picture.height(), picture.bands(), picture.hasAlpha());
        for (int at = 0; at < picture.data().length; at++) {
            inverted.data()[at] = (byte) ~picture.data()[at];
        }
        return inverted;
    }

    /** Without a profile of the inks: light that passes the color also passes the black. */
    static Picture cmykToRgb(Picture picture) {
        Picture rgb = new Picture(picture.width(), picture.height(), 3, false);
        byte[] inks = picture.data();
        for (int from = 0, to = 0; from < inks.length; from += 4, to += 3) {
            int black = inks[from + 3] & 0xff;
            for (int band = 0; band < 3; band++) {
                rgb.data()[to + band] = (byte) ((inks[from + band] & 0xff) * black / 255);
            }
        }
        return rgb;
    }

    private static byte clamp(float value) {
        return (byte) (int) Math.max(0, Math.min(255, value));
    }
}
