package social.roost.demo;

import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;

/** A bicycle with bread on the way through fields. */
final class Country {
    private static final Light MORNING = new Light(0x8fb8d9, 0xd6e3e0, 0xfbe6c2, 0xfff4d8, 0x8fae9a, 0x4f7a4a);
    private static final Light NOON = new Light(0x3f8fd0, 0x8cc4ea, 0xdff1f5, 0xffffff, 0x8fbf9a, 0x4f8f3f);
    private static final Light EVENING = new Light(0x4a3f78, 0xc0648a, 0xffb37a, 0xffe3a8, 0x7a5a80, 0x3a2f4f);

    private Country() {}

    /** The colors of a time of day: of the sky from top to bottom, of the sun, and of hills. */
    private record Light(int high, int middle, int low, int sun, int far, int near) {}

    static Canvas morning() {
        return road(new Canvas(1_200, 900, 61), MORNING, 300, 330);
    }

    static Canvas noon() {
        return road(new Canvas(1_200, 900, 62), NOON, 880, 180);
    }

    static Canvas evening() {
        return road(new Canvas(1_200, 900, 63), EVENING, 820, 400);
    }

    static Canvas fields() {
        Canvas canvas = new Canvas(1_500, 500, 64);
        land(canvas, EVENING, 1_060, 230, 1);
        bicycle(canvas, 660, 402, 0.85, 0x241a33);
        canvas.grain(2);
        return canvas;
    }

    private static Canvas road(Canvas canvas, Light light, double sunX, double sunY) {
        land(canvas, light, sunX, sunY, 1.6);
        bicycle(canvas, 560, 692, 1.5, Colors.mix(light.near, 0x120d1c, 0.75));
        canvas.grain(2);
        return canvas;
    }

    private static void land(Canvas canvas, Light light, double sunX, double sunY, double size) {
        double high = canvas.height;
        canvas.band(0, high, light.high, light.middle, light.low);
        canvas.glow(sunX, sunY, 330 * size, light.sun, 0.95);
        canvas.disc(sunX, sunY, 44 * size, Colors.of(light.sun));
        clouds(canvas, light, size);
        for (int i = 0; i < 4; i++) {
            int color = Colors.mix(light.far, light.near, i / 3.4);
            double base = high * (0.68 + 0.07 * i);
            canvas.fill(canvas.below(canvas.hills(base, 80 * size, 260 * size, 3, i + 1)), color);
            trees(canvas, base, size * (0.6 + 0.2 * i), i + 1, Colors.mix(color, light.near, 0.45));
            Mountains.mist(canvas, base - 60 * size, base + 40 * size, light.low, 0.3 - 0.07 * i);
        }
        double road = high * 0.86;
        int ground = Colors.mix(light.near, 0x120d1c, 0.3);
        canvas.fill(canvas.below(x -> road + 8 * Math.sin(x / 190)), ground);
        for (int i = 0; i < 900; i++) {
            double x = canvas.width * canvas.random.nextDouble();
            double y = road + 14 + (high - road) * canvas.random.nextDouble();
            double blade = (10 + 16 * canvas.random.nextDouble()) * size;
            int color = Colors.mix(ground, light.sun, 0.35 * canvas.random.nextDouble());
            canvas.line(x, y, x + blade * 0.25, y - blade, Colors.clear(color, 0.7), 2.2 * size);
        }
    }

    private static void clouds(Canvas canvas, Light light, double size) {
        for (int i = 0; i < 5; i++) {
            double x = canvas.width * (i + canvas.random.nextDouble()) / 5;
            double y = canvas.height * (0.1 + 0.28 * canvas.random.nextDouble());
            Area cloud = new Area();
            for (int j = 0; j < 6; j++) {
                double shift = 26 * size * (j - 2.5);
                double puff = size * (16 + 14 * Math.sin(Math.PI * (j + 0.5) / 6) + 8 * canvas.random.nextDouble());
                cloud.add(new Area(Canvas.oval(x + shift, y - puff * 0.4, puff * 1.3, puff * 0.8)));
            }
            Color top = Colors.clear(light.sun, 0.85);
            canvas.fill(cloud, Canvas.down(y - 36 * size, y + 14 * size, top, Colors.clear(light.sun, 0.1)));
        }
    }

    private static void trees(Canvas canvas, double base, double size, int row, int rgb) {
        for (int i = 0; i < 7; i++) {
            double x = canvas.width * canvas.random.nextDouble();
            double foot = canvas.hills(base, 80 * size, 260, 3, row).applyAsDouble(x) + 30 * size;
            canvas.line(x, foot, x, foot - 34 * size, Colors.of(rgb), 5 * size);
            canvas.fill(Canvas.oval(x, foot - 52 * size, 19 * size, 30 * size), rgb);
        }
    }

    /** @param y where its wheels stand */
    private static void bicycle(Canvas canvas, double x, double y, double size, int rgb) {
        AffineTransform before = canvas.pen.getTransform();
        canvas.pen.translate(x, y);
        canvas.pen.scale(size, size);
        Color ink = Colors.of(rgb);
        Color frame = Colors.of(0xc2410c);
        canvas.fill(Canvas.oval(0, 94, 165, 9), Colors.clear(0x000000, 0.3));
        wheel(canvas, -86, 32, ink);
        wheel(canvas, 86, 32, ink);
        canvas.line(-86, 32, -40, -38, frame, 8);
        canvas.line(-86, 32, -8, 38, frame, 8);
        canvas.line(-8, 38, -44, -52, frame, 8);
        canvas.line(-40, -38, 56, -46, frame, 8);
        canvas.line(-8, 38, 58, -36, frame, 8);
        canvas.line(86, 32, 54, -72, frame, 8);
        canvas.disc(-8, 38, 15, ink);
        canvas.line(-8, 38, 10, 64, ink, 5);
        canvas.line(2, 64, 20, 64, ink, 6);
        canvas.line(-62, -58, -28, -55, ink, 13);
        canvas.line(54, -72, 50, -84, ink, 7);
        canvas.line(50, -84, 28, -88, ink, 8);
        basket(canvas);
        canvas.pen.setTransform(before);
    }

    private static void wheel(Canvas canvas, double x, double y, Color ink) {
        for (int i = 0; i < 9; i++) {
            double angle = Math.PI * i / 9;
            double across = 56 * Math.cos(angle);
            double down = 56 * Math.sin(angle);
            canvas.line(x - across, y - down, x + across, y + down, Colors.clear(0xf4ead8, 0.55), 1.4);
        }
        canvas.stroke(Canvas.oval(x, y, 58, 58), ink, 8);
        canvas.disc(x, y, 7, ink);
    }

    private static void basket(Canvas canvas) {
        for (int i = 0; i < 3; i++) {
            AffineTransform before = canvas.pen.getTransform();
            canvas.pen.rotate(0.25 * (i - 1) + 0.1, 86 + 16 * i, -60);
            canvas.fill(
                    new RoundRectangle2D.Double(76 + 17 * i, -122 + 6 * (i % 2), 20, 84, 20, 22),
                    Canvas.down(-120, -50, 0xf0bd72, 0xb5702e));
            for (int cut = 0; cut < 3; cut++) {
                canvas.line(80 + 17 * i, -106 + 16 * cut, 91 + 17 * i, -101 + 16 * cut, Colors.of(0xfbe6b8), 3);
            }
            canvas.pen.setTransform(before);
        }
        Path2D path = new Path2D.Double();
        path.moveTo(62, -76);
        path.lineTo(140, -76);
        path.lineTo(130, -26);
        path.lineTo(70, -26);
        path.closePath();
        canvas.fill(path, Canvas.down(-76, -26, 0xa87842, 0x7a5228));
        for (int i = 0; i < 3; i++) {
            canvas.line(65 + 2 * i, -64 + 14 * i, 137 - 2 * i, -64 + 14 * i, Colors.clear(0xe3bd85, 0.7), 3);
        }
    }
}
