package social.roost.media.process.image;

/** A picture that is read row by row, as bytes, with the bands of a pixel next to each other. */
interface PixelRows {
    int width();

    int height();

    /** With alpha, which is the last one. */
    int bands();

    boolean hasAlpha();

    /**
     * Reads a row.
     *
     * @param target has {@code width * bands} bytes
     */
    void read(int y, byte[] target);
}
