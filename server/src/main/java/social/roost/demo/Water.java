package social.roost.demo;

import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;

/** Boats on calm water. */
final class Water {
    private Water() {}

    static Canvas dinghy() {
        Canvas canvas = new Canvas(1_200, 900, 3);
        lagoon(canvas, 470, 760, 0xffe2a8, 0x3b3a66, 0x7d5a7e, 0xe8896b, 0xffc98a);
        boat(canvas, 430, 640, 1.25);
        canvas.grain(2);
        return canvas;
    }

    static Canvas harbour() {
        Canvas canvas = new Canvas(1_500, 500, 17);
        lagoon(canvas, 250, 1_080, 0xfff0c9, 0x2f6f8f, 0x7fb5b5, 0xf3d9a4, 0xffc48a);
        boat(canvas, 330, 380, 0.8);
        boat(canvas, 640, 300, 0.4);
        boat(canvas, 790, 285, 0.28);
        canvas.grain(2);
        return canvas;
    }

    /** A mallard in the boat, seen from close by. */
    static Canvas duck() {
        Canvas canvas = new Canvas(1_200, 900, 8);
        canvas.band(0, 900, 0x9cc7cf, 0x6ea6b5, 0x3f7f95);
        for (int i = 0; i < 130; i++) {
            double y = 900 * canvas.random.nextDouble();
            double x = 1_200 * canvas.random.nextDouble();
            double length = 30 + y / 7;
            canvas.line(
                    x, y, x + length, y, Colors.clear(0xe4f4f4, 0.05 + 0.2 * canvas.random.nextDouble()), 3 + y / 300);
        }
        mallard(canvas);
        Path2D side = new Path2D.Double();
        side.moveTo(-40, 560);
        side.curveTo(300, 690, 800, 700, 1_240, 600);
        side.lineTo(1_240, 960);
        side.lineTo(-40, 960);
        side.closePath();
        canvas.fill(side, Canvas.down(560, 900, 0xc98a4b, 0x8a5527));
        canvas.pen.setClip(side);
        for (int i = 1; i < 4; i++) {
            plank(canvas, 95 * i, Colors.clear(0x4a2a12, 0.7), 5);
            plank(canvas, 95 * i + 6, Colors.clear(0xf0c08a, 0.5), 3);
        }
        canvas.pen.setClip(null);
        plank(canvas, 2, Colors.of(0xe9d3ae), 34);
        plank(canvas, 20, Colors.clear(0x3a2010, 0.45), 5);
        canvas.grain(2);
        return canvas;
    }

    private static void plank(Canvas canvas, double down, Color color, double thickness) {
        Path2D path = new Path2D.Double();
        path.moveTo(-40, 560 + down);
        path.curveTo(300, 690 + down, 800, 700 + down, 1_240, 600 + down);
        canvas.stroke(path, color, thickness);
    }

    private static void mallard(Canvas canvas) {
        Path2D tail = new Path2D.Double();
        tail.moveTo(760, 520);
        tail.quadTo(900, 470, 930, 400);
        tail.quadTo(880, 400, 830, 440);
        tail.closePath();
        canvas.fill(tail, 0xece6da);
        Path2D body = new Path2D.Double();
        body.moveTo(400, 470);
        body.curveTo(360, 700, 800, 760, 880, 480);
        body.curveTo(800, 430, 640, 430, 560, 440);
        body.curveTo(500, 440, 470, 400, 470, 360);
        body.closePath();
        canvas.fill(body, Canvas.down(400, 680, 0xd9d2c4, 0xa79d8b));
        Path2D breast = new Path2D.Double();
        breast.moveTo(400, 440);
        breast.curveTo(340, 640, 480, 700, 560, 690);
        breast.curveTo(500, 600, 500, 500, 480, 400);
        breast.closePath();
        canvas.fill(breast, Canvas.down(420, 680, 0x7d4a2c, 0x5a3119));
        Path2D wing = new Path2D.Double();
        wing.moveTo(560, 500);
        wing.curveTo(640, 440, 800, 450, 860, 500);
        wing.curveTo(800, 640, 620, 640, 560, 500);
        canvas.fill(wing, Canvas.down(450, 620, 0xb9ae9b, 0x8a7f6c));
        Path2D mirror = new Path2D.Double();
        mirror.moveTo(690, 580);
        mirror.quadTo(770, 580, 822, 540);
        mirror.quadTo(770, 620, 690, 614);
        mirror.closePath();
        canvas.fill(mirror, 0x2f5fa8);
        canvas.fill(Canvas.oval(435, 330, 88, 92), Canvas.down(240, 420, 0x2f8a5f, 0x14503a));
        Path2D neck = new Path2D.Double();
        neck.moveTo(362, 370);
        neck.lineTo(516, 350);
        neck.quadTo(500, 410, 512, 440);
        neck.quadTo(440, 470, 392, 446);
        neck.closePath();
        canvas.fill(neck, Canvas.down(350, 450, 0x1d6448, 0x12442f));
        Path2D ring = new Path2D.Double();
        ring.moveTo(394, 440);
        ring.quadTo(450, 462, 508, 434);
        canvas.stroke(ring, Color.WHITE, 14);
        Path2D beak = new Path2D.Double();
        beak.moveTo(366, 310);
        beak.curveTo(310, 330, 270, 352, 238, 352);
        beak.curveTo(236, 380, 300, 392, 372, 376);
        beak.closePath();
        canvas.fill(beak, Canvas.down(310, 390, 0xf5c542, 0xd99a1c));
        canvas.line(250, 366, 362, 352, Colors.clear(0x7a5010, 0.6), 3);
        canvas.disc(410, 306, 13, Colors.of(0x0d0d0d));
        canvas.disc(406, 301, 4, Color.WHITE);
    }

    /** Sky, sun and water, with the light of the sun on it. */
    private static void lagoon(Canvas canvas, double horizon, double sunX, int sun, int... sky) {
        canvas.band(0, horizon, sky);
        double sunY = horizon - canvas.height * 0.09;
        canvas.glow(sunX, sunY, canvas.height * 0.55, sun, 0.85);
        canvas.disc(sunX, sunY, canvas.height * 0.062, Colors.of(sun));
        clouds(canvas, horizon, sun);
        canvas.fill(
                canvas.below(canvas.hills(horizon + 4, canvas.height * 0.1, canvas.width * 0.2, 3, 1)),
                Colors.mix(sky[1], 0x2a2440, 0.35));
        int last = sky.length - 1;
        canvas.band(horizon, canvas.height, Colors.mix(sky[last], 0xffffff, 0.1), sky[last - 1], sky[1], sky[0]);
        for (int i = 0; i < canvas.width; i++) {
            double near = Math.pow(canvas.random.nextDouble(), 1.4);
            double y = horizon + near * (canvas.height - horizon);
            double spread = (0.02 + 0.2 * near) * canvas.width;
            double x = sunX + canvas.random.nextGaussian() * spread;
            double length = (0.01 + 0.05 * near) * canvas.width * (0.4 + canvas.random.nextDouble());
            double strength = (0.55 - 0.4 * near) * canvas.random.nextDouble();
            canvas.line(x - length / 2, y, x + length / 2, y, Colors.clear(sun, strength), 1 + 3 * near);
        }
        for (int i = 0; i < 220; i++) {
            double near = canvas.random.nextDouble();
            double y = horizon + near * (canvas.height - horizon);
            double x = canvas.width * canvas.random.nextDouble();
            double length = (0.02 + 0.06 * near) * canvas.width;
            canvas.line(x, y, x + length, y, Colors.clear(sky[0], 0.16 * canvas.random.nextDouble()), 1 + 3 * near);
        }
    }

    private static void clouds(Canvas canvas, double horizon, int sun) {
        for (int i = 0; i < 9; i++) {
            double y = horizon * (0.25 + 0.55 * canvas.random.nextDouble());
            double x = canvas.width * canvas.random.nextDouble();
            double length = canvas.width * (0.08 + 0.16 * canvas.random.nextDouble());
            for (int j = 0; j < 4; j++) {
                double shift = length * (canvas.random.nextDouble() - 0.5);
                canvas.fill(
                        Canvas.oval(x + shift, y + 7 * j - 12, length * 0.5, 5 + 5 * canvas.random.nextDouble()),
                        Colors.clear(sun, 0.16));
            }
        }
    }

    private static void boat(Canvas canvas, double x, double y, double size) {
        AffineTransform before = canvas.pen.getTransform();
        canvas.pen.translate(x, y);
        canvas.pen.scale(size, size);
        canvas.fill(Canvas.oval(0, 34, 210, 26), Colors.clear(0x1a1430, 0.35));
        Path2D sail = new Path2D.Double();
        sail.moveTo(6, -330);
        sail.quadTo(150, -190, 168, -50);
        sail.quadTo(90, -36, 6, -44);
        sail.closePath();
        canvas.fill(sail, Canvas.down(-330, -40, 0xfff3df, 0xf0b98f));
        Path2D jib = new Path2D.Double();
        jib.moveTo(-10, -300);
        jib.quadTo(-80, -160, -136, -46);
        jib.quadTo(-70, -40, -10, -48);
        jib.closePath();
        canvas.fill(jib, Canvas.down(-300, -40, 0xf9dcc0, 0xd9936f));
        canvas.line(0, -345, 0, 0, Colors.of(0x3a2418), 7);
        canvas.line(-4, -40, 172, -44, Colors.of(0x3a2418), 5);
        Path2D hull = new Path2D.Double();
        hull.moveTo(-190, -20);
        hull.quadTo(0, 10, 200, -26);
        hull.quadTo(170, 46, 110, 52);
        hull.lineTo(-110, 52);
        hull.quadTo(-165, 44, -190, -20);
        hull.closePath();
        canvas.fill(hull, Canvas.down(-20, 52, 0xb2472a, 0x6f2a1c));
        Path2D rail = new Path2D.Double();
        rail.moveTo(-190, -20);
        rail.quadTo(0, 10, 200, -26);
        canvas.stroke(rail, Colors.of(0xf3dfc1), 7);
        for (int i = 0; i < 26; i++) {
            double down = 60 + 190 * Math.pow(canvas.random.nextDouble(), 1.3);
            double middle = 40 * (canvas.random.nextDouble() - 0.5);
            double half = (150 - 0.45 * down) * canvas.random.nextDouble();
            Color color = down < 105 ? Colors.clear(0x6f2a1c, 0.4) : Colors.clear(0xffe9d0, 0.28);
            canvas.line(middle - half, down, middle + half, down, color, 4);
        }
        canvas.pen.setTransform(before);
    }
}
