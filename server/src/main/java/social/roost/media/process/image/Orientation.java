package social.roost.media.process.image;

/** How a stored picture must be turned or mirrored; the order is that of the values in Exif, which begin at 1. */
enum Orientation {
    UPRIGHT(false, false, false),
    MIRRORED(false, true, false),
    UPSIDE_DOWN(false, true, true),
    UPSIDE_DOWN_MIRRORED(false, false, true),
    TRANSPOSED(true, false, false),
    LYING_ON_ITS_LEFT(true, false, true),
    TRANSVERSED(true, true, true),
    LYING_ON_ITS_RIGHT(true, true, false);

    private final boolean swaps;
    private final boolean flipsX;
    private final boolean flipsY;

    /**
     * @param swaps rows become columns
     * @param flipsX columns of the stored picture are read from the right
     * @param flipsY rows of the stored picture are read from below
     */
    Orientation(boolean swaps, boolean flipsX, boolean flipsY) {
        this.swaps = swaps;
        this.flipsX = flipsX;
        this.flipsY = flipsY;
    }

    /** Upright for a value without a meaning. */
    static Orientation of(int value) {
        return value < 1 || value > values().length ? UPRIGHT : values()[value - 1];
    }

    /** Whether width and height are swapped. */
    boolean swaps() {
        return swaps;
    }

    Picture apply(Picture stored) {
        if (this == UPRIGHT) {
            return stored;
        }
        int bands = stored.bands();
        Picture upright = new Picture(
                swaps ? stored.height() : stored.width(),
                swaps ? stored.width() : stored.height(),
                bands,
                stored.hasAlpha());
        for (int y = 0; y < upright.height(); y++) {
            for (int x = 0; x < upright.width(); x++) {
                int column = swaps ? y : x;
                int row = swaps ? x : y;
                int from = stored.offset(
                        flipsX ? stored.width() - 1 - column : column, flipsY ? stored.height() - 1 - row : row);
                System.arraycopy(stored.data(), from, upright.data(), upright.offset(x, y), bands);
            }
        }
        return upright;
    }
}
