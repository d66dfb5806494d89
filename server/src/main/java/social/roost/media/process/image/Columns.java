package social.roost.media.process.image;

/** Averages the columns of a row: the first of those that a new column covers, and the weight of each. */
final class Columns {
    private final int count;
    private final int taps;
    private final int[] first;
    private final float[] weights;

    /**
     * @param left where the part of the row begins
     * @param width of that part
     * @param count of the new columns
     */
    Columns(int left, int width, int count) {
        this.count = count;
        this.taps = Math.min(width, (int) Math.ceil((double) width / count) + 1);
        this.first = new int[count];
        this.weights = new float[count * taps];
        double covered = (double) width / count;
        for (int x = 0; x < count; x++) {
            double from = x * covered;
            double to = Math.min(from + covered, width);
            int start = Math.min((int) from, width - taps);
            first[x] = left + start;
            for (int tap = 0; tap < taps; tap++) {
                double share = Math.min(start + tap + 1, to) - Math.max(start + tap, from);
                weights[x * taps + tap] = (float) (Math.max(0, share) / covered);
            }
        }
    }

    void average(byte[] row, float[] narrow, int bands) {
        for (int x = 0; x < count; x++) {
            for (int band = 0; band < bands; band++) {
                float sum = 0;
                for (int tap = 0, at = first[x] * bands + band; tap < taps; tap++, at += bands) {
                    sum += weights[x * taps + tap] * (row[at] & 0xff);
                }
                narrow[x * bands + band] = sum;
            }
        }
    }

    /** The same for three bands, which most pictures have; it takes half the time. */
    void averageOfThree(byte[] row, float[] narrow) {
        for (int x = 0; x < count; x++) {
            float a = 0;
            float b = 0;
            float c = 0;
            for (int tap = 0, at = first[x] * 3; tap < taps; tap++, at += 3) {
                float weight = weights[x * taps + tap];
                a += weight * (row[at] & 0xff);
                b += weight * (row[at + 1] & 0xff);
                c += weight * (row[at + 2] & 0xff);
            }
            narrow[x * 3] = a;
            narrow[x * 3 + 1] = b;
            narrow[x * 3 + 2] = c;
        }
    }

    /** Each pixel counts as far as it is opaque. The sums of the colors are multiplied with the average alpha. */
    void averageWithAlpha(byte[] row, float[] narrow, int bands) {
        int colors = bands - 1;
        for (int x = 0; x < count; x++) {
            int to = x * bands;
            for (int band = 0; band < bands; band++) {
                narrow[to + band] = 0;
            }
            for (int tap = 0, at = first[x] * bands; tap < taps; tap++, at += bands) {
                float weight = weights[x * taps + tap] * (row[at + colors] & 0xff);
                for (int band = 0; band < colors; band++) {
                    narrow[to + band] += weight * (row[at + band] & 0xff) / 255;
                }
                narrow[to + colors] += weight;
            }
        }
    }
}
