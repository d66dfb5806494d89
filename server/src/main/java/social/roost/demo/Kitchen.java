package social.roost.demo;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;

/** What stands on the table, seen from above. */
final class Kitchen {
    private static final int INK = 0x27406b;
    private static final int PLANK = 182;

    private Kitchen() {}

    static Canvas soup() {
        Canvas canvas = table(1_200, 900, 6, 0x8a5f3d, 0x6b4428);
        cloth(canvas);
        double x = 590;
        double y = 450;
        canvas.shade(x + 26, y + 34, 400, 400, 0.75);
        canvas.disc(x, y, 330, Canvas.down(120, 780, 0xf6efe2, 0xcdbfa8));
        canvas.disc(x, y, 302, Canvas.down(150, 750, 0xbfae94, 0xefe6d6));
        canvas.disc(x, y, 278, Canvas.down(170, 730, 0x9aab62, 0xb4c07c));
        for (int i = 0; i < 420; i++) {
            double angle = 2 * Math.PI * canvas.random.nextDouble();
            double distance = 262 * Math.sqrt(canvas.random.nextDouble());
            shred(canvas, x + distance * Math.cos(angle), y + distance * Math.sin(angle));
        }
        double[][] slices = {{520, 380}, {650, 350}, {690, 480}, {580, 530}, {470, 500}};
        for (double[] slice : slices) {
            canvas.shade(slice[0] + 6, slice[1] + 8, 66, 66, 0.5);
            canvas.disc(slice[0], slice[1], 52, Colors.of(0x8f2f1f));
            canvas.disc(slice[0], slice[1], 46, Canvas.down(slice[1] - 46, slice[1] + 46, 0xcf5a3a, 0xb03f27));
            for (int i = 0; i < 9; i++) {
                double angle = 2 * Math.PI * canvas.random.nextDouble();
                double distance = 36 * Math.sqrt(canvas.random.nextDouble());
                canvas.disc(
                        slice[0] + distance * Math.cos(angle),
                        slice[1] + distance * Math.sin(angle),
                        3 + 5 * canvas.random.nextDouble(),
                        Colors.clear(0xf0b79a, 0.85));
            }
        }
        canvas.stroke(
                new Arc2D.Double(x - 316, y - 316, 632, 632, 110, 60, Arc2D.OPEN), Colors.clear(0xffffff, 0.7), 9);
        spoon(canvas, 1_010, 450);
        canvas.grain(3);
        return canvas;
    }

    private static void cloth(Canvas canvas) {
        AffineTransform before = canvas.pen.getTransform();
        canvas.pen.rotate(-0.09, 600, 450);
        canvas.fill(new Rectangle2D.Double(150, -80, 820, 1_080), 0xf2ead9);
        for (int i = 0; i < 9; i++) {
            canvas.fill(new Rectangle2D.Double(182 + 92 * i, -80, 24, 1_080), Colors.clear(0xb8472c, 0.35));
            canvas.fill(new Rectangle2D.Double(150, -40 + 110 * i, 820, 24), Colors.clear(0xb8472c, 0.35));
        }
        canvas.pen.setTransform(before);
    }

    private static void shred(Canvas canvas, double x, double y) {
        double angle = 2 * Math.PI * canvas.random.nextDouble();
        double length = 10 + 24 * canvas.random.nextDouble();
        Path2D path = new Path2D.Double();
        path.moveTo(x, y);
        path.quadTo(
                x + length * Math.cos(angle),
                y + length * Math.sin(angle),
                x + length * 1.4 * Math.cos(angle + 0.8),
                y + length * 1.4 * Math.sin(angle + 0.8));
        int color = Colors.mix(0x2f5a2a, 0x6f9440, canvas.random.nextDouble());
        canvas.stroke(path, Colors.clear(color, 0.8), 3 + 3 * canvas.random.nextDouble());
    }

    private static void spoon(Canvas canvas, double x, double y) {
        canvas.shade(x + 14, y - 150, 66, 110, 0.6);
        canvas.line(x + 10, y - 60, x + 10, y + 292, Colors.clear(0x000000, 0.25), 24);
        canvas.line(x, y - 80, x, y + 280, Colors.of(0xb9bcc2), 24);
        canvas.line(x - 5, y - 80, x - 5, y + 276, Colors.of(0xe6e8ec), 6);
        canvas.fill(Canvas.oval(x, y - 160, 56, 92), Canvas.down(y - 250, y - 70, 0xe9ebef, 0xa4a8b0));
        canvas.fill(Canvas.oval(x, y - 158, 43, 76), Canvas.down(y - 240, y - 80, 0x9da2ab, 0xdfe2e7));
    }

    static Canvas bread() {
        Canvas canvas = table(1_200, 900, 21, 0x5d4a3c, 0x463529);
        canvas.shade(610, 480, 640, 470, 0.4);
        canvas.fill(new RoundRectangle2D.Double(120, 90, 960, 720, 60, 60), Canvas.down(90, 810, 0xd9b07a, 0xb98a55));
        for (int i = 0; i < 40; i++) {
            double y = 110 + 690 * canvas.random.nextDouble();
            double x = 140 + 700 * canvas.random.nextDouble();
            canvas.line(x, y, x + 200, y + 3, Colors.clear(0x7a5227, 0.14), 3);
        }
        loaf(canvas, 370, 290, 190, 120, -0.35);
        loaf(canvas, 790, 270, 215, 125, 0.2);
        loaf(canvas, 350, 590, 205, 122, 0.15);
        loaf(canvas, 770, 590, 180, 150, -0.1);
        for (int i = 0; i < 1_400; i++) {
            double x = 600 + 300 * canvas.random.nextGaussian();
            double y = 450 + 220 * canvas.random.nextGaussian();
            canvas.disc(x, y, 0.8 + 2 * canvas.random.nextDouble(), Colors.clear(0xfff7e6, 0.35));
        }
        canvas.grain(3);
        return canvas;
    }

    private static void loaf(Canvas canvas, double x, double y, double length, double wide, double angle) {
        AffineTransform before = canvas.pen.getTransform();
        canvas.pen.rotate(angle, x, y);
        canvas.shade(x + 14, y + 26, length * 1.2, wide * 1.3, 0.8);
        canvas.fill(Canvas.oval(x, y, length, wide), Canvas.down(y - wide, y + wide, 0xdc9a4e, 0x8f4f1f));
        canvas.fill(
                Canvas.oval(x, y - wide * 0.1, length * 0.92, wide * 0.82),
                Canvas.down(y - wide, y + wide, 0xebb568, 0xb87432));
        for (int i = -2; i <= 2; i++) {
            double middle = x + i * length * 0.33;
            double half = wide * (0.62 - 0.07 * i * i);
            Path2D cut = new Path2D.Double();
            cut.moveTo(middle - 26, y - half);
            cut.quadTo(middle + 34, y, middle - 6, y + half);
            cut.quadTo(middle - 2, y, middle - 26, y - half);
            canvas.fill(cut, 0xf7deac);
            canvas.stroke(cut, Colors.clear(0x8f4f1f, 0.8), 4);
        }
        canvas.pen.setTransform(before);
    }

    /** Two sorted lists of bars, and what becomes of them. */
    static Canvas napkin() {
        Canvas canvas = table(1_200, 900, 12, 0xa8744a, 0x87572f);
        canvas.shade(1_080, 130, 230, 230, 0.6);
        canvas.disc(1_070, 110, 175, Colors.of(0xf4f1ec));
        canvas.disc(1_070, 110, 120, Colors.of(0xe2ddd4));
        canvas.disc(1_070, 110, 112, Canvas.down(0, 220, 0x4a2a16, 0x2b1609));
        AffineTransform before = canvas.pen.getTransform();
        canvas.pen.rotate(-0.07, 560, 480);
        canvas.shade(575, 505, 620, 520, 0.6);
        Shape paper = new RoundRectangle2D.Double(150, 80, 830, 800, 26, 26);
        canvas.fill(paper, Canvas.down(80, 880, 0xfffdf7, 0xefeae0));
        canvas.stroke(new RoundRectangle2D.Double(180, 110, 770, 740, 18, 18), Colors.clear(0xbfb6a6, 0.55), 5);
        canvas.line(565, 84, 565, 876, Colors.clear(0xb9b0a0, 0.35), 3);
        canvas.line(154, 480, 976, 480, Colors.clear(0xb9b0a0, 0.35), 3);
        bars(canvas, 260, 330, 0xc2410c, 3, 6, 8, 12);
        bars(canvas, 640, 330, INK, 2, 5, 9, 11);
        arrow(canvas, 400, 380, 505, 500);
        arrow(canvas, 740, 380, 635, 500);
        int[] merged = {2, 3, 5, 6, 8, 9, 11, 12};
        for (int i = 0; i < merged.length; i++) {
            boolean isFirst = merged[i] == 3 || merged[i] == 6 || merged[i] == 8 || merged[i] == 12;
            bars(canvas, 330 + 62 * i, 760, isFirst ? 0xc2410c : INK, merged[i]);
        }
        scribble(canvas, 318, 790, 830, 790, Colors.of(INK), 4);
        canvas.pen.setTransform(before);
        canvas.grain(3);
        return canvas;
    }

    private static void bars(Canvas canvas, double x, double foot, int rgb, int... values) {
        for (int i = 0; i < values.length; i++) {
            double left = x + 62 * i;
            double high = 15.0 * values[i];
            for (double y = foot; y > foot - high; y -= 9) {
                scribble(canvas, left, y, left + 40, y - 6, Colors.clear(rgb, 0.55), 3.5);
            }
            scribble(canvas, left, foot, left, foot - high, Colors.of(rgb), 4);
            scribble(canvas, left, foot - high, left + 40, foot - high, Colors.of(rgb), 4);
            scribble(canvas, left + 40, foot - high, left + 40, foot, Colors.of(rgb), 4);
            scribble(canvas, left, foot, left + 40, foot, Colors.of(rgb), 4);
        }
    }

    private static void arrow(Canvas canvas, double fromX, double fromY, double toX, double toY) {
        scribble(canvas, fromX, fromY, toX, toY, Colors.of(INK), 5);
        double angle = Math.atan2(toY - fromY, toX - fromX);
        for (int side = -1; side <= 1; side += 2) {
            double turned = angle + Math.PI + side * 0.5;
            scribble(canvas, toX, toY, toX + 32 * Math.cos(turned), toY + 32 * Math.sin(turned), Colors.of(INK), 5);
        }
    }

    /** A line by hand. */
    private static void scribble(
            Canvas canvas, double fromX, double fromY, double toX, double toY, Color color, double thickness) {
        Path2D path = new Path2D.Double();
        path.moveTo(fromX + canvas.random.nextGaussian(), fromY + canvas.random.nextGaussian());
        path.quadTo(
                (fromX + toX) / 2 + 2 * canvas.random.nextGaussian(),
                (fromY + toY) / 2 + 2 * canvas.random.nextGaussian(),
                toX + canvas.random.nextGaussian(),
                toY + canvas.random.nextGaussian());
        canvas.stroke(path, color, thickness);
    }

    /** Planks. */
    private static Canvas table(int width, int height, long seed, int light, int dark) {
        Canvas canvas = new Canvas(width, height, seed);
        canvas.paint((x, y) -> {
            int plank = y / PLANK;
            double grain = canvas.noise.rough(x / 420.0 + 19 * plank, y / 9.0, 3);
            double tone = canvas.noise.smooth(plank * 3.7, 0.5) * 0.35;
            double edge = Math.min(y % PLANK, PLANK - y % PLANK) < 3 ? 0.5 : 0;
            return Colors.mix(Colors.mix(light, dark, grain * 0.8 + tone), 0x1d110a, edge);
        });
        return canvas;
    }

    /** Blue tiles. */
    static Canvas tiles() {
        Canvas canvas = new Canvas(1_500, 500, 44);
        int side = 125;
        for (int row = 0; row < 4; row++) {
            for (int column = 0; column < 12; column++) {
                tile(canvas, column * side, row * side, side, (row + column) % 2 == 0);
            }
        }
        canvas.grain(3);
        return canvas;
    }

    private static void tile(Canvas canvas, double x, double y, double side, boolean isStar) {
        double tone = 0.1 * canvas.random.nextDouble();
        Shape square = new Rectangle2D.Double(x, y, side, side);
        canvas.fill(square, Colors.mix(0xf6f3ea, 0xd9dfe6, tone * 4));
        canvas.pen.setClip(square);
        int blue = Colors.mix(0x1f4f96, 0x3f74b8, 4 * tone);
        double middleX = x + side / 2;
        double middleY = y + side / 2;
        for (int corner = 0; corner < 4; corner++) {
            double cornerX = x + side * (corner % 2);
            double cornerY = y + side * (corner < 2 ? 0 : 1);
            canvas.disc(cornerX, cornerY, side * 0.36, Colors.of(blue));
            canvas.disc(cornerX, cornerY, side * 0.28, Colors.of(0xf6f3ea));
            canvas.disc(cornerX, cornerY, side * 0.18, Colors.of(isStar ? 0xe0a93a : blue));
        }
        for (int i = 0; i < 8; i++) {
            AffineTransform before = canvas.pen.getTransform();
            canvas.pen.rotate(Math.PI * i / 4, middleX, middleY);
            Path2D petal = new Path2D.Double();
            double length = side * (isStar ? 0.4 : 0.3);
            petal.moveTo(middleX, middleY);
            petal.quadTo(middleX + side * 0.12, middleY - length * 0.6, middleX, middleY - length);
            petal.quadTo(middleX - side * 0.12, middleY - length * 0.6, middleX, middleY);
            canvas.fill(petal, i % 2 == 0 ? blue : 0x7fa6d6);
            canvas.pen.setTransform(before);
        }
        canvas.disc(middleX, middleY, side * 0.08, Colors.of(0xe0a93a));
        canvas.pen.setClip(null);
        canvas.stroke(square, Colors.clear(0x8a94a3, 0.5), 2);
    }
}
