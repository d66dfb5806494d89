package social.roost.demo;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Path2D;

/** Birds, and a spider's web. */
final class Birds {
    private static final Color EYE = Colors.of(0x14110f);

    private Birds() {}

    static Canvas robin() {
        Canvas canvas = garden(7, 0xdfe7cf, 0x9db58a, 0xc9d9b0);
        branch(canvas, 700, 0x5d4632);
        Path2D tail = new Path2D.Double();
        tail.moveTo(640, 560);
        tail.lineTo(860, 690);
        tail.lineTo(820, 740);
        tail.lineTo(590, 660);
        tail.closePath();
        canvas.fill(tail, 0x6f5a40);
        canvas.fill(Canvas.oval(500, 520, 200, 190), Canvas.down(330, 710, 0x8b7350, 0x75603f));
        canvas.fill(Canvas.oval(455, 575, 150, 140), 0xf1ece0);
        canvas.fill(Canvas.oval(425, 455, 150, 150), Canvas.down(300, 610, 0xe8702a, 0xd1531a));
        Area cap = new Area(Canvas.oval(440, 395, 142, 125));
        cap.subtract(new Area(Canvas.oval(380, 450, 130, 130)));
        canvas.fill(cap, 0x8b7350);
        Path2D wing = new Path2D.Double();
        wing.moveTo(560, 440);
        wing.curveTo(690, 430, 740, 560, 760, 650);
        wing.curveTo(640, 660, 540, 580, 560, 440);
        canvas.fill(wing, Canvas.down(440, 650, 0x7a6343, 0x594628));
        beak(canvas, 296, 420, -70, 0x3a2f26);
        eye(canvas, 376, 392, 21);
        legs(canvas, 470, 700, 0x4a3626);
        canvas.grain(2);
        return canvas;
    }

    static Canvas owl() {
        Canvas canvas = new Canvas(1_000, 1_000, 14);
        canvas.band(0, 1_000, 0x0f1a38, 0x27386b, 0x54568c);
        canvas.stars(240, 900, 0.8);
        canvas.glow(700, 260, 460, 0xfff0c9, 0.6);
        canvas.disc(700, 260, 150, Colors.of(0xfbf0d2));
        canvas.disc(650, 220, 26, Colors.clear(0xd9cba4, 0.6));
        canvas.disc(760, 310, 36, Colors.clear(0xd9cba4, 0.5));
        branch(canvas, 800, 0x1b1826);
        Path2D body = new Path2D.Double();
        body.moveTo(310, 330);
        body.quadTo(340, 395, 430, 372);
        body.quadTo(520, 395, 550, 330);
        body.curveTo(640, 470, 640, 800, 430, 822);
        body.curveTo(220, 800, 220, 470, 310, 330);
        canvas.fill(body, Canvas.down(330, 820, 0x9a7550, 0x6e4f35));
        canvas.fill(Canvas.oval(430, 660, 118, 140), 0xd9c09a);
        for (int row = 0; row < 5; row++) {
            for (int i = -2; i <= 2; i++) {
                feather(canvas, 430 + 44 * i + (row % 2) * 22 - 11, 570 + 44 * row);
            }
        }
        canvas.fill(wing(1), 0x5d422b);
        canvas.fill(wing(-1), 0x5d422b);
        for (int side = -1; side <= 1; side += 2) {
            canvas.disc(430 + side * 66, 460, 74, Colors.of(0xe9d6b4));
            canvas.disc(430 + side * 62, 462, 46, Colors.of(0xf2a93b));
            eye(canvas, 430 + side * 60, 462, 29);
        }
        Path2D beak = new Path2D.Double();
        beak.moveTo(406, 500);
        beak.quadTo(430, 488, 454, 500);
        beak.quadTo(446, 548, 430, 562);
        beak.quadTo(414, 548, 406, 500);
        canvas.fill(beak, 0x3a2a20);
        for (int side = -1; side <= 1; side += 2) {
            for (int i = -1; i <= 1; i++) {
                canvas.line(430 + side * 62 + 20 * i, 800, 430 + side * 62 + 22 * i, 836, Colors.of(0xd99a3a), 17);
            }
        }
        canvas.grain(2);
        return canvas;
    }

    private static void feather(Canvas canvas, double x, double y) {
        Area inside = new Area(Canvas.oval(430, 660, 112, 134));
        if (inside.contains(x, y)) {
            Path2D path = new Path2D.Double();
            path.moveTo(x - 13, y);
            path.quadTo(x, y + 20, x + 13, y);
            canvas.stroke(path, Colors.of(0x9a7550), 6);
        }
    }

    private static Shape wing(int side) {
        Path2D path = new Path2D.Double();
        path.moveTo(430 + side * 168, 480);
        path.curveTo(430 + side * 215, 620, 430 + side * 190, 760, 430 + side * 110, 800);
        path.curveTo(430 + side * 120, 700, 430 + side * 120, 580, 430 + side * 168, 480);
        return path;
    }

    static Canvas heron() {
        Canvas canvas = new Canvas(1_000, 1_000, 27);
        canvas.band(0, 1_000, 0xf2c9b0, 0xf7e3c9, 0xc7d7d2, 0x8fb0b5);
        canvas.glow(250, 300, 430, 0xfff6df, 0.9);
        canvas.disc(250, 300, 66, Colors.of(0xfff8ea));
        Mountains.forest(canvas, canvas.hills(560, 60, 260, 3, 1), 0xaebfb4, 44);
        Mountains.mist(canvas, 430, 600, 0xf7e3c9, 0.85);
        canvas.band(590, 1_000, 0xdfe3d3, 0xa7c0c0, 0x6f979f);
        for (int i = 0; i < 160; i++) {
            double y = 600 + 400 * canvas.random.nextDouble();
            double x = 1_000 * canvas.random.nextDouble();
            canvas.line(x, y, x + 40 + y / 12, y, Colors.clear(0xffffff, 0.2 * canvas.random.nextDouble()), 3);
        }
        wader(canvas, 0x5f7180, 1);
        canvas.pen.setTransform(new AffineTransform(1, 0, 0, -0.45, 0, 1_170));
        canvas.pen.setComposite(AlphaComposite.SrcOver.derive(0.22f));
        wader(canvas, 0x33424d, 0);
        canvas.pen.setComposite(AlphaComposite.SrcOver);
        canvas.pen.setTransform(new AffineTransform());
        reeds(canvas, 60, 300, 40);
        reeds(canvas, 720, 980, 46);
        canvas.grain(2);
        return canvas;
    }

    private static void wader(Canvas canvas, int rgb, int isLit) {
        Color leg = Colors.of(Colors.mix(rgb, 0x4a4030, 0.5));
        canvas.line(520, 640, 516, 806, leg, 11);
        canvas.line(566, 640, 600, 730, leg, 11);
        canvas.line(600, 730, 545, 760, leg, 10);
        Path2D body = new Path2D.Double();
        body.moveTo(440, 540);
        body.curveTo(470, 470, 600, 470, 740, 640);
        body.curveTo(650, 690, 480, 690, 440, 540);
        canvas.fill(body, Canvas.down(480, 680, Colors.mix(rgb, 0xffffff, 0.25 * isLit), rgb));
        Path2D neck = new Path2D.Double();
        neck.moveTo(480, 580);
        neck.curveTo(400, 500, 540, 430, 480, 350);
        neck.curveTo(466, 326, 440, 320, 420, 322);
        canvas.stroke(neck, Colors.of(Colors.mix(rgb, 0xffffff, 0.45 * isLit)), 36);
        canvas.fill(Canvas.oval(426, 318, 38, 27), Colors.mix(rgb, 0xffffff, 0.6 * isLit));
        Path2D bill = new Path2D.Double();
        bill.moveTo(396, 306);
        bill.lineTo(270, 338);
        bill.lineTo(398, 334);
        bill.closePath();
        canvas.fill(bill, isLit == 1 ? 0xe0a03a : rgb);
        Path2D plume = new Path2D.Double();
        plume.moveTo(410, 296);
        plume.quadTo(480, 286, 540, 330);
        canvas.stroke(plume, Colors.of(0x2f3a44), 9);
        canvas.disc(414, 314, 6, EYE);
        Path2D fold = new Path2D.Double();
        fold.moveTo(500, 560);
        fold.curveTo(580, 520, 660, 580, 736, 640);
        fold.curveTo(640, 660, 540, 640, 500, 560);
        canvas.fill(fold, Colors.clear(0x33424d, 0.55));
    }

    private static void reeds(Canvas canvas, double from, double to, int count) {
        for (int i = 0; i < count; i++) {
            double x = from + (to - from) * canvas.random.nextDouble();
            double high = 260 + 320 * canvas.random.nextDouble();
            double lean = 70 * (canvas.random.nextDouble() - 0.5);
            Path2D path = new Path2D.Double();
            path.moveTo(x, 1_010);
            path.quadTo(x, 1_000 - high * 0.6, x + lean, 1_000 - high);
            canvas.stroke(path, Colors.of(Colors.mix(0x4f6b52, 0x7f8f5a, canvas.random.nextDouble())), 6);
            if (i % 4 == 0) {
                canvas.line(x + lean, 1_000 - high, x + lean * 1.1, 930 - high, Colors.of(0x5a3f2a), 17);
            }
        }
    }

    /** Swallows on wires, like notes. */
    static Canvas swallows() {
        Canvas canvas = new Canvas(1_000, 1_000, 2);
        canvas.band(0, 1_000, 0x5b6fae, 0xb58fb8, 0xf2a98f, 0xffd59b);
        canvas.glow(500, 940, 700, 0xfff0c0, 0.7);
        for (int wire = 0; wire < 5; wire++) {
            Path2D path = new Path2D.Double();
            path.moveTo(-20, 300 + 95 * wire);
            path.quadTo(500, 372 + 92 * wire, 1_020, 280 + 88 * wire);
            canvas.stroke(path, Colors.of(0x2a2340), 4);
        }
        double[][] places = {{120, 1}, {230, 3}, {300, 2}, {420, 0}, {540, 2}, {610, 2}, {730, 4}, {820, 1}, {900, 3}};
        for (double[] place : places) {
            swallow(canvas, place[0], wireAt(place[0], (int) place[1]) - 4);
        }
        canvas.grain(2);
        return canvas;
    }

    private static double wireAt(double x, int wire) {
        double share = (x + 20) / 1_040;
        double left = 300 + 95.0 * wire;
        double middle = 372 + 92.0 * wire;
        double right = 280 + 88.0 * wire;
        return (1 - share) * (1 - share) * left + 2 * share * (1 - share) * middle + share * share * right;
    }

    private static void swallow(Canvas canvas, double x, double y) {
        int side = canvas.random.nextBoolean() ? 1 : -1;
        AffineTransform before = canvas.pen.getTransform();
        canvas.pen.translate(x, y);
        canvas.pen.scale(side * 1.15, 1.15);
        Path2D body = new Path2D.Double();
        body.moveTo(-12, -62);
        body.curveTo(16, -66, 26, -30, 8, -2);
        body.lineTo(26, 46);
        body.lineTo(8, 24);
        body.lineTo(2, 52);
        body.lineTo(-6, 2);
        body.curveTo(-28, -16, -30, -50, -12, -62);
        canvas.fill(body, 0x1e1b38);
        canvas.fill(Canvas.oval(-10, -28, 10, 22), 0xf3dfc9);
        canvas.fill(Canvas.oval(-11, -54, 11, 9), 0x1e1b38);
        canvas.fill(Canvas.oval(-17, -48, 7, 5), 0xb8432a);
        Path2D beak = new Path2D.Double();
        beak.moveTo(-19, -60);
        beak.lineTo(-33, -54);
        beak.lineTo(-20, -51);
        beak.closePath();
        canvas.fill(beak, 0x1e1b38);
        canvas.pen.setTransform(before);
    }

    /** A flock in the shape of a V above reeds. */
    static Canvas geese() {
        Canvas canvas = new Canvas(1_500, 500, 33);
        canvas.band(0, 500, 0x8fa9c4, 0xd9cfc9, 0xf6d3ad, 0xf0b78a);
        canvas.glow(1_120, 330, 420, 0xfff1d2, 0.9);
        canvas.disc(1_120, 330, 50, Colors.of(0xfff6e2));
        Mountains.forest(canvas, canvas.hills(420, 50, 300, 3, 1), 0x9aa89f, 30);
        Mountains.mist(canvas, 330, 470, 0xf6dcc0, 0.8);
        canvas.band(440, 500, 0xe8cdb0, 0xb9b3a8);
        for (int i = -6; i <= 6; i++) {
            goose(canvas, 520 + 50 * Math.abs(i), 150 + 17 * i + 2 * Math.abs(i), 15 - Math.abs(i) * 0.5);
        }
        canvas.pen.translate(0, -520);
        reeds(canvas, 20, 330, 60);
        reeds(canvas, 1_240, 1_490, 50);
        canvas.pen.setTransform(new AffineTransform());
        canvas.grain(2);
        return canvas;
    }

    private static void goose(Canvas canvas, double x, double y, double size) {
        Path2D path = new Path2D.Double();
        path.moveTo(x - size * 2, y + size * 0.2);
        path.quadTo(x - size * 0.8, y - size * 0.1, x, y);
        path.quadTo(x + size * 0.5, y - size * 1.5, x + size * 1.4, y - size * 1.5);
        path.quadTo(x + size * 0.9, y - size * 0.4, x + size * 0.8, y + size * 0.1);
        path.quadTo(x + size * 0.2, y + size * 0.5, x - size * 0.6, y + size * 0.4);
        path.closePath();
        canvas.fill(path, 0x3a3f52);
    }

    /** A web with dew, and its owner. */
    static Canvas web() {
        Canvas canvas = garden(19, 0x2f4a3a, 0x1c3028, 0x5d7d52);
        double middle = 480;
        for (int i = 0; i < 22; i++) {
            double angle = 2 * Math.PI * i / 22 + 0.06 * canvas.random.nextGaussian();
            canvas.line(
                    middle,
                    middle,
                    middle + 800 * Math.cos(angle),
                    middle + 800 * Math.sin(angle),
                    Colors.clear(0xf2f6f0, 0.7),
                    1.8);
        }
        for (int ring = 2; ring < 19; ring++) {
            for (int i = 0; i < 22; i++) {
                strand(canvas, middle, ring * 25 + 2 * canvas.random.nextGaussian(), 2 * Math.PI * i / 22);
            }
        }
        for (int side = -1; side <= 1; side += 2) {
            for (int leg = 0; leg < 4; leg++) {
                Path2D path = new Path2D.Double();
                double lean = (leg - 1.5) * 46;
                path.moveTo(middle, middle);
                path.quadTo(middle + side * 44, middle + lean * 0.6 - 16, middle + side * 74, middle + lean + 18);
                canvas.stroke(path, Colors.of(0x2a1a10), 7);
            }
        }
        canvas.fill(Canvas.oval(middle, middle + 26, 31, 41), Canvas.down(460, 560, 0xb5793a, 0x6b3f1c));
        canvas.fill(Canvas.oval(middle, middle - 18, 19, 17), 0x5a3418);
        canvas.line(middle, middle + 4, middle, middle + 52, Colors.of(0xf0dcb4), 6);
        canvas.line(middle - 14, middle + 18, middle + 14, middle + 18, Colors.of(0xf0dcb4), 6);
        canvas.grain(2);
        return canvas;
    }

    private static void strand(Canvas canvas, double middle, double radius, double angle) {
        double next = angle + 2 * Math.PI / 22;
        double fromX = middle + radius * Math.cos(angle);
        double fromY = middle + radius * Math.sin(angle);
        double toX = middle + radius * Math.cos(next);
        double toY = middle + radius * Math.sin(next);
        double sagX = middle + radius * 0.93 * Math.cos(angle + Math.PI / 22);
        double sagY = middle + radius * 0.93 * Math.sin(angle + Math.PI / 22);
        Path2D path = new Path2D.Double();
        path.moveTo(fromX, fromY);
        path.quadTo(sagX, sagY, toX, toY);
        canvas.stroke(path, Colors.clear(0xeaf2ea, 0.55), 1.5);
        for (int i = 0; i < 3; i++) {
            double share = canvas.random.nextDouble();
            double x = (1 - share) * (1 - share) * fromX + 2 * share * (1 - share) * sagX + share * share * toX;
            double y = (1 - share) * (1 - share) * fromY + 2 * share * (1 - share) * sagY + share * share * toY;
            double size = 1.4 + 2.2 * canvas.random.nextDouble();
            canvas.disc(x, y, size, Colors.clear(0xffffff, 0.85));
        }
    }

    /** Leaves out of focus. */
    private static Canvas garden(long seed, int top, int bottom, int light) {
        Canvas canvas = new Canvas(1_000, 1_000, seed);
        canvas.band(0, 1_000, top, bottom);
        for (int i = 0; i < 60; i++) {
            double size = 40 + 120 * canvas.random.nextDouble();
            int color = Colors.mix(light, i % 3 == 0 ? 0xfff2c0 : bottom, 0.6 * canvas.random.nextDouble());
            canvas.disc(
                    1_000 * canvas.random.nextDouble(),
                    1_000 * canvas.random.nextDouble(),
                    size,
                    Colors.clear(color, 0.08 + 0.14 * canvas.random.nextDouble()));
        }
        return canvas;
    }

    private static void branch(Canvas canvas, double y, int rgb) {
        Path2D path = new Path2D.Double();
        path.moveTo(-20, y + 70);
        path.curveTo(300, y - 10, 600, y + 50, 1_020, y - 40);
        path.lineTo(1_020, y - 6);
        path.curveTo(620, y + 84, 300, y + 40, -20, y + 130);
        path.closePath();
        canvas.fill(path, rgb);
        canvas.line(760, y + 20, 880, y - 110, Colors.of(rgb), 13);
        canvas.line(190, y + 40, 120, y - 70, Colors.of(rgb), 11);
    }

    private static void beak(Canvas canvas, double x, double y, double length, int rgb) {
        Path2D path = new Path2D.Double();
        path.moveTo(x, y - 20);
        path.lineTo(x + length, y + 6);
        path.lineTo(x, y + 18);
        path.closePath();
        canvas.fill(path, rgb);
    }

    private static void eye(Canvas canvas, double x, double y, double size) {
        canvas.disc(x, y, size, EYE);
        canvas.disc(x - size * 0.3, y - size * 0.35, size * 0.3, Color.WHITE);
    }

    private static void legs(Canvas canvas, double x, double y, int rgb) {
        canvas.line(x - 35, y - 6, x - 40, y + 40, Colors.of(rgb), 9);
        canvas.line(x + 35, y - 6, x + 30, y + 40, Colors.of(rgb), 9);
    }
}
