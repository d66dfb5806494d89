package social.roost.media.process.image;

import java.util.Arrays;

/** A picture on a larger, transparent one. */
record PlacedRows(PixelRows inner, int left, int top, int width, int height) implements PixelRows {

    @Override
    public int bands() {
        return inner.hasAlpha() ? inner.bands() : inner.bands() + 1;
    }

    @Override
    public boolean hasAlpha() {
        return true;
    }

    @Override
    public void read(int y, byte[] target) {
        Arrays.fill(target, 0, width * bands(), (byte) 0);
        if (y < top || y >= top + inner.height()) {
            return;
        }
        byte[] row = new byte[inner.width() * inner.bands()];
        inner.read(y - top, row);
        for (int x = 0; x < inner.width(); x++) {
            int to = (left + x) * bands();
            System.arraycopy(row, x * inner.bands(), target, to, inner.bands());
            if (!inner.hasAlpha()) {
                target[to + bands() - 1] = (byte) 0xff;
            }
        }
    }
}
