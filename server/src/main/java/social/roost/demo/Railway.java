package social.roost.demo;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Arc2D;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;

/** Trains on viaducts. */
final class Railway {
    private Railway() {}

    static Canvas morning() {
        Canvas canvas = new Canvas(1_200, 900, 31);
        canvas.band(0, 900, 0x6f8fc0, 0xb9c3d6, 0xffd3b0, 0xffb08a);
        canvas.glow(860, 360, 520, 0xfff0cf, 0.95);
        canvas.disc(860, 360, 58, Colors.of(0xfff3d9));
        cone(canvas, 330, 200, 520, 640, 0x8a94bd, 0xf5e9ea);
        canvas.fill(canvas.below(canvas.hills(600, 130, 330, 4, 1)), 0x7a86ad);
        Mountains.mist(canvas, 470, 640, 0xffd9bd, 0.7);
        Mountains.forest(canvas, canvas.hills(690, 130, 300, 4, 2), 0x56648c, 30);
        Mountains.mist(canvas, 580, 820, 0xf6c8b2, 0.6);
        viaduct(canvas, 600, 150, 0x3d4368);
        train(canvas, 150, 584, 1.0);
        Mountains.forest(canvas, canvas.hills(900, 110, 360, 4, 3), 0x252a4a, 62);
        canvas.grain(2);
        return canvas;
    }

    static Canvas bridge() {
        Canvas canvas = new Canvas(1_500, 500, 4);
        canvas.band(0, 500, 0x2e4a7d, 0x7f8fb8, 0xf2b8a0, 0xffd9a8);
        canvas.disc(420, 215, 74, Colors.of(0xe4573d));
        cone(canvas, 980, 90, 480, 460, 0x6d78a8, 0xf6edf0);
        canvas.fill(canvas.below(canvas.hills(400, 90, 330, 4, 1)), 0x5f6b98);
        Mountains.mist(canvas, 280, 470, 0xffcfae, 0.6);
        viaduct(canvas, 350, 110, 0x343a62);
        train(canvas, 460, 339, 0.7);
        Mountains.forest(canvas, canvas.hills(510, 60, 420, 4, 3), 0x1f2444, 40);
        canvas.grain(2);
        return canvas;
    }

    /** A volcano with a white top. */
    private static void cone(Canvas canvas, double x, double top, double reach, double bottom, int rgb, int snow) {
        Path2D path = new Path2D.Double();
        path.moveTo(x - reach, bottom);
        path.quadTo(x - reach * 0.32, top + (bottom - top) * 0.5, x - 34, top);
        path.quadTo(x, top + 12, x + 34, top);
        path.quadTo(x + reach * 0.32, top + (bottom - top) * 0.5, x + reach, bottom);
        path.closePath();
        canvas.fill(path, Canvas.down(top, bottom, Colors.of(rgb), Colors.clear(rgb, 0.1)));
        Path2D cap = new Path2D.Double();
        cap.moveTo(x - reach, top - 10);
        double depth = (bottom - top) * 0.26;
        for (int i = 0; i <= 40; i++) {
            double down = i % 2 == 0 ? 0.7 : 0.9 + 0.5 * canvas.random.nextDouble();
            cap.lineTo(x + reach * (i / 20.0 - 1), top + depth * down);
        }
        cap.lineTo(x + reach, top - 10);
        cap.closePath();
        Area white = new Area(cap);
        white.intersect(new Area(path));
        canvas.fill(white, snow);
    }

    private static void viaduct(Canvas canvas, double top, double span, int rgb) {
        Area stone = new Area(new Rectangle2D.Double(-10, top, canvas.width + 20.0, canvas.height - top));
        for (double x = -span * 0.7; x < canvas.width + span; x += span) {
            double left = x + span * 0.09;
            double opening = span * 0.82;
            stone.subtract(new Area(new Arc2D.Double(left, top + 26, opening, opening, 0, 180, Arc2D.PIE)));
            stone.subtract(new Area(new Rectangle2D.Double(left, top + 26 + opening / 2 - 1, opening, canvas.height)));
        }
        canvas.fill(stone, Canvas.down(top, canvas.height, rgb, Colors.mix(rgb, 0xd9a79a, 0.45)));
        canvas.fill(new Rectangle2D.Double(0, top - 7, canvas.width, 9), Colors.mix(rgb, 0x000000, 0.25));
        canvas.line(0, top - 84 * span / 150, canvas.width, top - 84 * span / 150, Colors.clear(0x20243f, 0.7), 1.5);
        for (double x = span * 0.3; x < canvas.width; x += span * 1.5) {
            canvas.line(x, top, x, top - 92 * span / 150, Colors.of(0x2b2f52), 4);
            canvas.line(x, top - 88 * span / 150, x + 26, top - 84 * span / 150, Colors.of(0x2b2f52), 3);
        }
    }

    /** Four cars, of which the first is rounded. */
    private static void train(Canvas canvas, double x, double rail, double size) {
        double length = 214 * size;
        double high = 62 * size;
        for (int car = 0; car < 4; car++) {
            double left = x + car * (length + 5 * size);
            Shape body = car == 3
                    ? nose(left, rail - high, length + 56 * size, high)
                    : new RoundRectangle2D.Double(left, rail - high, length, high, 14 * size, 14 * size);
            canvas.fill(body, Canvas.down(rail - high, rail, 0xfffaf0, 0xd9d3d6));
            Area stripe = new Area(new Rectangle2D.Double(left, rail - high * 0.36, length + 60 * size, high * 0.15));
            stripe.intersect(new Area(body));
            canvas.fill(stripe, 0xc2410c);
            windows(canvas, left, rail - high, length, size);
            canvas.fill(new Rectangle2D.Double(left + 16 * size, rail, length - 32 * size, 7 * size), 0x2b2f52);
        }
        double pole = x + length * 1.4;
        canvas.line(pole, rail - high, pole + 16 * size, rail - high - 14 * size, Colors.of(0x2b2f52), 3);
        canvas.line(pole + 16 * size, rail - high - 14 * size, pole, rail - high - 26 * size, Colors.of(0x2b2f52), 3);
    }

    private static void windows(Canvas canvas, double left, double top, double length, double size) {
        Color light = Colors.of(0xffcf87);
        for (int i = 0; i < 6; i++) {
            double x = left + 14 * size + i * (length - 18 * size) / 6;
            canvas.fill(
                    new RoundRectangle2D.Double(x, top + 13 * size, 22 * size, 21 * size, 6 * size, 6 * size),
                    i % 5 == 2 ? Colors.of(0x4a5580) : light);
        }
    }

    private static Shape nose(double left, double top, double length, double high) {
        Path2D path = new Path2D.Double();
        path.moveTo(left, top);
        path.lineTo(left + length * 0.66, top);
        path.curveTo(left + length * 0.84, top, left + length * 0.96, top + high * 0.5, left + length, top + high);
        path.lineTo(left, top + high);
        path.closePath();
        return path;
    }
}
