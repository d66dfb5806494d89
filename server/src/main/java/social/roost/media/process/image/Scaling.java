package social.roost.media.process.image;

import java.util.Arrays;

/**
 * Makes a picture smaller: each new pixel is the average of the area that it covers, weighted with its opacity. The
 * source is read once, from top to bottom.
 */
final class Scaling {
    private final PixelRows source;
    private final Region region;
    private final Picture target;
    private final Columns columns;
    private final byte[] row;

    /** The row of the source that was read last, scaled to the width of the target; alpha is multiplied into colors. */
    private final float[] narrow;

    private int rowRead = -1;

    private Scaling(PixelRows source, Region region, Picture target) {
        this.source = source;
        this.region = region;
        this.target = target;
        this.columns = new Columns(region.x(), region.width(), target.width());
        this.row = new byte[source.width() * source.bands()];
        this.narrow = new float[target.width() * target.bands()];
    }

    /** @param size at most that of the region, in both directions */
    static Picture scale(PixelRows source, Region region, Region.Size size) {
        Picture target = new Picture(size.width(), size.height(), source.bands(), source.hasAlpha());
        if (source instanceof Picture picture && region.equals(Region.all(source)) && same(size, region)) {
            return picture;
        }
        new Scaling(source, region, target).run();
        return target;
    }

    private static boolean same(Region.Size size, Region region) {
        return size.width() == region.width() && size.height() == region.height();
    }

    private void run() {
        double height = (double) region.height() / target.height();
        float[] sum = new float[narrow.length];
        for (int y = 0; y < target.height(); y++) {
            double from = y * height;
            double to = Math.min(from + height, region.height());
            Arrays.fill(sum, 0);
            for (int at = (int) from; at < to; at++) {
                double share = (Math.min(at + 1, to) - Math.max(at, from)) / height;
                add(at, (float) share, sum);
            }
            write(y, sum);
        }
    }

    private void add(int at, float share, float[] sum) {
        if (rowRead != at) {
            source.read(region.y() + at, row);
            narrowRow();
            rowRead = at;
        }
        for (int index = 0; index < sum.length; index++) {
            sum[index] += share * narrow[index];
        }
    }

    private void narrowRow() {
        if (target.hasAlpha()) {
            columns.averageWithAlpha(row, narrow, target.bands());
        } else if (target.bands() == 3) {
            columns.averageOfThree(row, narrow);
        } else {
            columns.average(row, narrow, target.bands());
        }
    }

    private void write(int y, float[] sum) {
        int to = target.offset(0, y);
        byte[] data = target.data();
        if (!target.hasAlpha()) {
            for (int index = 0; index < sum.length; index++) {
                data[to + index] = (byte) (int) (sum[index] + 0.5f);
            }
            return;
        }
        int colors = target.bands() - 1;
        for (int pixel = 0; pixel < sum.length; pixel += target.bands()) {
            float alpha = sum[pixel + colors];
            for (int band = 0; band < colors && alpha > 0; band++) {
                data[to + pixel + band] = (byte) (int) Math.min(255, sum[pixel + band] * 255 / alpha + 0.5f);
            }
            data[to + pixel + colors] = (byte) (int) (alpha + 0.5f);
        }
    }
}
