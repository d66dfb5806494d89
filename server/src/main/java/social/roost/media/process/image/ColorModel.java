package social.roost.media.process.image;

/** What the bands of decoded pixels mean. */
enum ColorModel {
    GRAY(1),
    RGB(3),
    /** As in JPEG: a brightness and two differences. */
    YCBCR(3),
    /** Inverted, as Adobe's programs write it: 255 is no ink. */
    CMYK(4),
    /** Inverted CMYK, whose first three bands are stored like YCbCr. */
    YCCK(4);

    private final int bands;

    ColorModel(int bands) {
        this.bands = bands;
    }

    /** Without alpha. */
    int bands() {
        return bands;
    }
}
