package social.roost.demo;

/** Random values that change smoothly from place to place, the same for the same seed. */
record Noise(long seed) {

    /** From 0 to 1: coarse shapes with finer ones on top. */
    double rough(double x, double y, int octaves) {
        double sum = 0;
        double weight = 0.5;
        double scale = 1;
        for (int i = 0; i < octaves; i++) {
            sum += weight * smooth(x * scale + 37 * i, y * scale);
            weight /= 2;
            scale *= 2;
        }
        return sum / (1 - weight * 2);
    }

    /** From 0 to 1, with one value for each whole number and a curve between them. */
    double smooth(double x, double y) {
        long left = (long) Math.floor(x);
        long top = (long) Math.floor(y);
        double across = ease(x - left);
        double down = ease(y - top);
        double upper = between(at(left, top), at(left + 1, top), across);
        double lower = between(at(left, top + 1), at(left + 1, top + 1), across);
        return between(upper, lower, down);
    }

    private static double ease(double share) {
        return share * share * (3 - 2 * share);
    }

    private static double between(double from, double to, double share) {
        return from + (to - from) * share;
    }

    private double at(long x, long y) {
        long mixed = (x * 0x9e3779b97f4a7c15L) ^ (y * 0xc2b2ae3d27d4eb4fL) ^ (seed * 0x165667b19e3779f9L);
        mixed = (mixed ^ (mixed >>> 29)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 32)) * 0x94d049bb133111ebL;
        return (mixed >>> 40) / (double) (1 << 24);
    }
}
