package social.roost.demo;

import java.awt.Color;

/** Makes colors of numbers such as {@code 0xc2410c}. */
final class Colors {
    private Colors() {}

    static Color of(int rgb) {
        return new Color(rgb);
    }

    /** @param share from 0, which is invisible, to 1 */
    static Color clear(int rgb, double share) {
        return new Color(rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255, (int) Math.round(255 * share));
    }

    /** @param share of the second color, from 0 to 1 */
    static int mix(int first, int second, double share) {
        return mixed(first, second, share, 16) | mixed(first, second, share, 8) | mixed(first, second, share, 0);
    }

    private static int mixed(int first, int second, double share, int shift) {
        int from = first >> shift & 255;
        int to = second >> shift & 255;
        return (int) Math.round(from + (to - from) * Math.clamp(share, 0, 1)) << shift;
    }
}
