package social.roost.demo;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.util.function.DoubleUnaryOperator;

/** Mountains with snow, and the map of some. */
final class Mountains {
    private static final int STEPS = 24;
    private static final int LEVELS = 44;

    private Mountains() {}

    static Canvas firstSnow() {
        Canvas canvas = new Canvas(1_440, 960, 11);
        canvas.band(0, 960, 0x3f74a8, 0x86b0d4, 0xf3dcc4, 0xf3dcc4);
        canvas.glow(1_130, 300, 420, 0xfff3d6, 0.9);
        range(canvas, 640, new Rock(0x9fb6d0, 0x8aa3c4, 0xeaf1f8, 0xc3d3e6));
        mist(canvas, 400, 660, 0xe9e4de, 0.8);
        mountain(canvas, 470, 190, 560, 860, new Rock(0x7a86a0, 0x4f5d7d, 0xffffff, 0xb9cbe6));
        mountain(canvas, 1_010, 330, 430, 860, new Rock(0x76829b, 0x505d7b, 0xfdfdff, 0xb4c6e2));
        mountain(canvas, 60, 400, 380, 860, new Rock(0x6f7d99, 0x4a5877, 0xf9fbff, 0xaec1de));
        mist(canvas, 560, 800, 0xe4e6ea, 0.8);
        forest(canvas, canvas.hills(800, 70, 300, 4, 3), 0x4d6a74, 46);
        forest(canvas, canvas.hills(900, 90, 380, 4, 4), 0x24434c, 74);
        canvas.fill(canvas.below(canvas.hills(1_010, 130, 520, 3, 5)), Canvas.down(850, 960, 0xf7fafc, 0xc9dae8));
        canvas.grain(2);
        return canvas;
    }

    static Canvas blueHour() {
        Canvas canvas = new Canvas(1_500, 500, 23);
        canvas.band(0, 500, 0x101d3d, 0x35457a, 0xc98a8f, 0xf6c99c);
        canvas.stars(160, 220, 0.8);
        Area moon = new Area(Canvas.oval(1_190, 110, 30, 30));
        moon.subtract(new Area(Canvas.oval(1_178, 102, 28, 28)));
        canvas.fill(moon, 0xf8f1dd);
        mountain(canvas, 330, 150, 420, 560, new Rock(0x5b5f8e, 0x383f6b, 0xf3d9d3, 0x8d92bd));
        mountain(canvas, 820, 100, 480, 560, new Rock(0x565a89, 0x343b67, 0xf5dcd5, 0x888eba));
        mountain(canvas, 1_300, 200, 380, 560, new Rock(0x525685, 0x313862, 0xf1d4cf, 0x8289b5));
        mist(canvas, 300, 460, 0xd9a9a8, 0.5);
        forest(canvas, canvas.hills(480, 60, 300, 4, 3), 0x1b2346, 40);
        canvas.grain(2);
        return canvas;
    }

    private record Rock(int lit, int shaded, int snow, int shadedSnow) {}

    /** A row of distant peaks. */
    private static void range(Canvas canvas, double bottom, Rock rock) {
        for (int x = -60; x < canvas.width + 200; x += 150) {
            double top = bottom - 110 - 170 * canvas.random.nextDouble();
            mountain(canvas, x + 60 * canvas.random.nextDouble(), top, 190, bottom + 90, rock);
        }
    }

    private static void mountain(Canvas canvas, double x, double top, double reach, double bottom, Rock rock) {
        double[] left = edge(canvas, reach);
        double[] right = edge(canvas, reach);
        double[] middle = edge(canvas, reach * 0.16);
        Shape whole = face(x, top, bottom, left, -1, right, 1);
        Shape shaded = face(x, top, bottom, middle, 1, right, 1);
        Shape snow = snow(canvas, x, top, reach, (bottom - top) * 0.36);
        canvas.fill(whole, rock.lit);
        canvas.fill(shaded, rock.shaded);
        canvas.fill(common(snow, whole), rock.snow);
        canvas.fill(common(snow, shaded), rock.shadedSnow);
    }

    private static Shape common(Shape one, Shape other) {
        Area area = new Area(one);
        area.intersect(new Area(other));
        return area;
    }

    /** How far a jagged edge is from the middle, from top to bottom. */
    private static double[] edge(Canvas canvas, double reach) {
        double[] edge = new double[STEPS + 1];
        for (int i = 1; i <= STEPS; i++) {
            double share = (double) i / STEPS;
            edge[i] = reach * (Math.pow(share, 1.25) + 0.035 * (canvas.random.nextDouble() - 0.5));
        }
        return edge;
    }

    private static Shape face(
            double x, double top, double bottom, double[] one, int oneSide, double[] other, int otherSide) {
        Path2D path = new Path2D.Double();
        path.moveTo(x, top);
        for (int i = 1; i <= STEPS; i++) {
            path.lineTo(x + oneSide * one[i], top + (bottom - top) * i / STEPS);
        }
        for (int i = STEPS; i > 0; i--) {
            path.lineTo(x + otherSide * other[i], top + (bottom - top) * i / STEPS);
        }
        path.closePath();
        return path;
    }

    /** What is above a line that goes down into the gullies. */
    private static Shape snow(Canvas canvas, double x, double top, double reach, double depth) {
        Path2D path = new Path2D.Double();
        path.moveTo(x - reach, top - 20);
        int teeth = 44;
        for (int i = 0; i <= teeth; i++) {
            double share = 2.0 * i / teeth - 1;
            double down =
                    i % 2 == 0 ? 0.55 + 0.35 * canvas.random.nextDouble() : 0.75 + 0.65 * canvas.random.nextDouble();
            path.lineTo(x + reach * share, top + depth * (down + 0.4 * Math.abs(share)));
        }
        path.lineTo(x + reach, top - 20);
        path.closePath();
        return path;
    }

    static void mist(Canvas canvas, double top, double bottom, int rgb, double strength) {
        canvas.fill(
                canvas.below(x -> top), Canvas.down(top, bottom, Colors.clear(rgb, 0), Colors.clear(rgb, strength)));
    }

    /** Firs on the line of a hill, which grow smaller towards the sides of each group. */
    static void forest(Canvas canvas, DoubleUnaryOperator hill, int rgb, double tallest) {
        canvas.fill(canvas.below(hill), rgb);
        for (double x = -10; x < canvas.width + 10; x += tallest * (0.1 + 0.12 * canvas.random.nextDouble())) {
            double share = canvas.noise.rough(x / (5 * tallest), 50, 2);
            double size = tallest * (0.35 + 0.9 * share) * (0.75 + 0.4 * canvas.random.nextDouble());
            fir(canvas, x, hill.applyAsDouble(x) + 4, size, rgb);
        }
    }

    private static void fir(Canvas canvas, double x, double foot, double size, int rgb) {
        Path2D path = new Path2D.Double();
        path.moveTo(x, foot - size);
        for (int i = 1; i <= 4; i++) {
            double y = foot - size + size * i / 4;
            path.lineTo(x + size * 0.055 * (i + 0.4), y);
            path.lineTo(x + size * 0.03 * i, y - size * 0.03);
        }
        for (int i = 4; i > 0; i--) {
            double y = foot - size + size * i / 4;
            path.lineTo(x - size * 0.03 * i, y - size * 0.03);
            path.lineTo(x - size * 0.055 * (i + 0.4), y);
        }
        path.closePath();
        canvas.fill(path, rgb);
    }

    /** A map with lines of equal height, a river, a path and a hut. */
    static Canvas map() {
        Canvas canvas = new Canvas(1_200, 900, 5);
        canvas.paint((x, y) -> ground(canvas, x, y));
        Path2D path = new Path2D.Double();
        path.moveTo(480, 930);
        path.curveTo(620, 850, 810, 770, 780, 620);
        path.curveTo(755, 510, 760, 400, 850, 330);
        canvas.pen.setColor(Colors.of(0xc2410c));
        canvas.pen.setStroke(
                new BasicStroke(7, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 1, new float[] {20, 15}, 0));
        canvas.pen.draw(path);
        canvas.disc(850, 330, 22, Colors.of(0xfdf8ee));
        canvas.disc(850, 330, 14, Colors.of(0xc2410c));
        canvas.grain(3);
        return canvas;
    }

    private static int ground(Canvas canvas, int x, int y) {
        double height = height(canvas, x, y);
        double slope = height(canvas, x + 2, y + 2) - height;
        int color = height < 0.34
                ? 0xa9cfd8
                : height < 0.6
                        ? Colors.mix(0xc9d8a8, 0xf0e6c4, (height - 0.34) / 0.26)
                        : Colors.mix(0xf0e6c4, 0xd9b892, (height - 0.6) / 0.25);
        int lit = Colors.mix(color, slope > 0 ? 0xffffff : 0x5a4a3a, Math.min(0.4, Math.abs(slope) * 34));
        double level = height * LEVELS;
        double distance = Math.abs(level - Math.rint(level)) / Math.max(1e-4, gradient(canvas, x, y, height) * LEVELS);
        boolean isFifth = Math.round(level) % 5 == 0;
        double ink = Math.clamp((isFifth ? 1.7 : 1.1) - distance, 0, 1) * (isFifth ? 0.75 : 0.45);
        return Colors.mix(lit, height < 0.34 ? 0x5f9db0 : 0x8a5a34, ink);
    }

    private static double gradient(Canvas canvas, int x, int y, double height) {
        return Math.hypot(height(canvas, x + 1, y) - height, height(canvas, x, y + 1) - height);
    }

    private static double height(Canvas canvas, int x, int y) {
        double aside = (x - 760 + 0.7 * y + 160 * Math.sin(y / 170.0)) / 1_100;
        double valley = Math.sqrt(aside * aside + 0.01);
        return 0.12 + 0.44 * canvas.noise.rough(x / 300.0, y / 300.0, 4) + 0.4 * valley;
    }
}
