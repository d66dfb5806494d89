package social.roost.media.process.image;

/**
 * A picture in 20 to 30 letters: its average color and the strongest waves, like the first terms of a cosine transform.
 * The algorithm is that of github.com/woltapp/blurhash (Algorithm.md).
 */
final class Blurhash {
    private static final String DIGITS =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz#$%*+,-.:;=?@[]^_{|}~";

    private static final int LONG_SIDE = 4;
    private static final int SHORT_SIDE = 3;

    private final Picture picture;
    private final int columns;
    private final int rows;

    private Blurhash(Picture picture) {
        this.picture = picture;
        this.columns = picture.width() >= picture.height() ? LONG_SIDE : SHORT_SIDE;
        this.rows = picture.height() >= picture.width() ? LONG_SIDE : SHORT_SIDE;
    }

    /** @param picture in sRGB; a few pixels suffice, and many take long */
    static String of(Picture picture) {
        return new Blurhash(picture).encode();
    }

    private String encode() {
        double[][] waves = new double[columns * rows][];
        double strongest = 0;
        for (int wave = 0; wave < waves.length; wave++) {
            waves[wave] = wave(wave % columns, wave / columns);
            for (double factor : waves[wave]) {
                strongest = wave == 0 ? 0 : Math.max(strongest, Math.abs(factor));
            }
        }
        int scale = Math.clamp((int) Math.floor(strongest * 166 - 0.5), 0, 82);
        StringBuilder hash = new StringBuilder();
        append(hash, columns - 1 + (rows - 1) * 9, 1);
        append(hash, scale, 1);
        append(hash, (srgb(waves[0][0]) << 16) + (srgb(waves[0][1]) << 8) + srgb(waves[0][2]), 4);
        for (int wave = 1; wave < waves.length; wave++) {
            int[] steps = new int[3];
            for (int band = 0; band < 3; band++) {
                double share = waves[wave][band] / ((scale + 1) / 166.0);
                steps[band] =
                        Math.clamp((int) Math.floor(Math.copySign(Math.sqrt(Math.abs(share)), share) * 9 + 9.5), 0, 18);
            }
            append(hash, (steps[0] * 19 + steps[1]) * 19 + steps[2], 2);
        }
        return hash.toString();
    }

    /** How much of a wave is in each color. */
    private double[] wave(int column, int row) {
        double[] sums = new double[3];
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                double height = Math.cos(Math.PI * column * x / picture.width())
                        * Math.cos(Math.PI * row * y / picture.height());
                for (int band = 0; band < 3; band++) {
                    sums[band] += height * linear(color(x, y, band));
                }
            }
        }
        double scale = (column == 0 && row == 0 ? 1.0 : 2.0) / (picture.width() * picture.height());
        for (int band = 0; band < 3; band++) {
            sums[band] *= scale;
        }
        return sums;
    }

    /** On white, if the picture is transparent. */
    private int color(int x, int y, int band) {
        int color = picture.band(x, y, band);
        return picture.hasAlpha() ? 255 - (255 - color) * picture.band(x, y, 3) / 255 : color;
    }

    private static double linear(int value) {
        double share = value / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private static int srgb(double linear) {
        double share = Math.clamp(linear, 0, 1);
        double value = share <= 0.0031308 ? share * 12.92 : 1.055 * Math.pow(share, 1 / 2.4) - 0.055;
        return (int) (value * 255 + 0.5);
    }

    private static void append(StringBuilder hash, int value, int digits) {
        for (int digit = digits - 1; digit >= 0; digit--) {
            hash.append(DIGITS.charAt(value / (int) Math.pow(83, digit) % 83));
        }
    }
}
