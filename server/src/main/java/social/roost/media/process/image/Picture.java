package social.roost.media.process.image;

import java.util.stream.IntStream;

/** A small picture in memory, as bytes, with the bands of a pixel next to each other. */
final class Picture implements PixelRows {
    private final int width;
    private final int height;
    private final int bands;
    private final boolean hasAlpha;
    private final byte[] data;

    Picture(int width, int height, int bands, boolean hasAlpha) {
        this.width = width;
        this.height = height;
        this.bands = bands;
        this.hasAlpha = hasAlpha;
        this.data = new byte[Math.multiplyExact(Math.multiplyExact(width, height), bands)];
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int height() {
        return height;
    }

    @Override
    public int bands() {
        return bands;
    }

    @Override
    public boolean hasAlpha() {
        return hasAlpha;
    }

    /** The pixels themselves. */
    byte[] data() {
        return data;
    }

    int offset(int x, int y) {
        return (y * width + x) * bands;
    }

    int band(int x, int y, int band) {
        return data[offset(x, y) + band] & 0xff;
    }

    @Override
    public void read(int y, byte[] target) {
        System.arraycopy(data, offset(0, y), target, 0, width * bands);
    }

    boolean isOpaque() {
        return !hasAlpha
                || IntStream.range(0, width * height).allMatch(pixel -> data[pixel * bands + bands - 1] == (byte) 0xff);
    }

    /** The same picture without alpha. */
    Picture withoutAlpha() {
        if (!hasAlpha) {
            return this;
        }
        Picture opaque = new Picture(width, height, bands - 1, false);
        for (int from = 0, to = 0; from < data.length; from += bands, to += bands - 1) {
            System.arraycopy(data, from, opaque.data, to, bands - 1);
        }
        return opaque;
    }
}
