package social.roost.demo;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Arc2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** The night sky above an observatory. */
final class Night {
    private Night() {}

    static Canvas milkyWay() {
        Canvas canvas = sky(1_200, 900, 42);
        canvas.fill(canvas.below(canvas.hills(800, 120, 420, 4, 1)), 0x141732);
        canvas.fill(canvas.below(canvas.hills(890, 120, 500, 4, 2)), 0x0a0c1e);
        dome(canvas, 330, 800, 110);
        person(canvas, 610, 842, 74);
        canvas.grain(3);
        return canvas;
    }

    static Canvas observatory() {
        Canvas canvas = sky(1_500, 500, 9);
        canvas.fill(canvas.below(canvas.hills(460, 80, 420, 4, 1)), 0x141732);
        canvas.fill(canvas.below(canvas.hills(520, 90, 600, 4, 2)), 0x0a0c1e);
        dome(canvas, 1_080, 450, 70);
        canvas.grain(3);
        return canvas;
    }

    private static Canvas sky(int width, int height, long seed) {
        Canvas canvas = new Canvas(width, height, seed);
        canvas.paint((x, y) -> space(canvas, x, y));
        canvas.stars(width * height / 500, height * 0.9, 0.9);
        for (int i = 0; i < 14; i++) {
            double x = width * canvas.random.nextDouble();
            double y = height * 0.75 * canvas.random.nextDouble();
            canvas.glow(x, y, 9, 0xdce8ff, 0.8);
            canvas.disc(x, y, 1.8, Color.WHITE);
        }
        return canvas;
    }

    /** A band of light from the lower left to the upper right, with dust in its middle. */
    private static int space(Canvas canvas, int x, int y) {
        double down = (double) y / canvas.height;
        int base = down < 0.55
                ? Colors.mix(0x060919, 0x101a3d, down / 0.55)
                : Colors.mix(0x101a3d, 0x4a3a63, (down - 0.55) / 0.45);
        double across = (x * 0.55 + y - canvas.height * 0.85) / (0.42 * canvas.height);
        double cloud = canvas.noise.rough(x / 190.0, y / 190.0, 4);
        double light = Math.exp(-across * across * 2.2) * Math.pow(cloud, 1.3) * 1.5;
        double dust = Math.exp(-across * across * 14) * canvas.noise.rough(x / 110.0 + 40, y / 110.0, 4);
        int lit = Colors.mix(base, Colors.mix(0x7f97d8, 0xe6cfd6, (cloud - 0.35) * 3.2), Math.min(0.75, light * 0.8));
        return Colors.mix(lit, 0x0b0d20, Math.max(0, dust - 0.25) * 1.3);
    }

    private static void dome(Canvas canvas, double x, double foot, double radius) {
        canvas.glow(x, foot - radius * 0.5, radius * 2.6, 0xffb27a, 0.22);
        int wall = 0x2b2f55;
        canvas.fill(new Rectangle2D.Double(x - radius * 0.9, foot - radius * 0.75, radius * 1.8, radius * 1.2), wall);
        Shape roof = new Arc2D.Double(x - radius, foot - radius * 1.7, 2 * radius, 2 * radius, 0, 180, Arc2D.PIE);
        canvas.fill(roof, Canvas.down(foot - radius * 1.7, foot - radius * 0.7, 0x6f76a8, 0x3a3f6b));
        canvas.pen.setClip(roof);
        Path2D slit = new Path2D.Double();
        slit.moveTo(x + radius * 0.15, foot - radius * 0.7);
        slit.lineTo(x + radius * 0.42, foot - radius * 2);
        slit.lineTo(x + radius * 0.8, foot - radius * 2);
        slit.lineTo(x + radius * 0.48, foot - radius * 0.7);
        canvas.fill(slit, Canvas.down(foot - radius * 1.7, foot - radius * 0.7, 0x171a38, 0xffb26b));
        canvas.pen.setClip(null);
        canvas.fill(
                new Rectangle2D.Double(x - radius * 0.16, foot - radius * 0.5, radius * 0.32, radius * 0.6), 0xffc98a);
    }

    /** Somebody with a telescope on three legs. */
    private static void person(Canvas canvas, double x, double foot, double size) {
        Color ink = Colors.of(0x05060f);
        canvas.line(x, foot - size * 0.62, x - size * 0.2, foot + 8, ink, 4);
        canvas.line(x, foot - size * 0.62, x + size * 0.2, foot + 8, ink, 4);
        canvas.line(x, foot - size * 0.62, x + size * 0.02, foot + 8, ink, 4);
        canvas.line(x - size * 0.28, foot - size * 0.5, x + size * 0.5, foot - size * 1.05, ink, 12);
        canvas.line(x + size * 0.42, foot - size * 1.0, x + size * 0.54, foot - size * 1.08, ink, 17);
        double body = x - size * 0.62;
        canvas.line(body, foot - size * 0.55, body - 3, foot - size * 0.1, ink, 22);
        canvas.line(body - 6, foot - size * 0.1, body - 8, foot + 10, ink, 10);
        canvas.line(body + 6, foot - size * 0.1, body + 8, foot + 10, ink, 10);
        canvas.line(body, foot - size * 0.6, x - size * 0.3, foot - size * 0.45, ink, 8);
        canvas.disc(body + 4, foot - size * 0.9, 13, ink);
    }
}
