package social.roost.demo;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Arc2D;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;

/** The face of somebody, from the front. */
record Portrait(int background, int skin, int hair, int shirt, Hair style, boolean hasGlasses) {

    enum Hair {
        LONG,
        CROPPED,
        BOB,
        FRINGE,
        CURLS,
        BEARD,
        BUN,
        CAP
    }

    Canvas draw() {
        Canvas canvas = new Canvas(480, 480, skin);
        canvas.band(0, 480, Colors.mix(background, 0xffffff, 0.28), background);
        canvas.glow(150, 110, 330, 0xffffff, 0.3);
        behind(canvas);
        canvas.fill(
                shoulders(),
                Canvas.down(360, 480, Colors.mix(shirt, 0xffffff, 0.08), Colors.mix(shirt, 0x000000, 0.14)));
        Shape neck = new RoundRectangle2D.Double(203, 290, 74, 110, 60, 60);
        canvas.fill(neck, Colors.mix(skin, 0x5a2a14, 0.18));
        canvas.fill(Canvas.oval(240, 396, 50, 24), Colors.mix(skin, 0x5a2a14, 0.06));
        for (int side = -1; side <= 1; side += 2) {
            canvas.fill(Canvas.oval(240 + side * 96, 236, 17, 26), Colors.mix(skin, 0x5a2a14, 0.1));
        }
        canvas.fill(head(), Canvas.down(110, 350, Colors.mix(skin, 0xffffff, 0.08), skin));
        face(canvas);
        front(canvas);
        if (hasGlasses) {
            glasses(canvas);
        }
        canvas.grain(1);
        return canvas;
    }

    private static Shape head() {
        Path2D path = new Path2D.Double();
        path.moveTo(144, 220);
        path.curveTo(140, 100, 340, 100, 336, 220);
        path.curveTo(336, 300, 296, 352, 240, 352);
        path.curveTo(184, 352, 144, 300, 144, 220);
        return path;
    }

    private static Shape shoulders() {
        Path2D path = new Path2D.Double();
        path.moveTo(40, 490);
        path.curveTo(50, 390, 140, 374, 200, 360);
        path.quadTo(240, 430, 280, 360);
        path.curveTo(340, 374, 430, 390, 440, 490);
        path.closePath();
        return path;
    }

    private void face(Canvas canvas) {
        int dark = Colors.mix(skin, 0x3a1a10, 0.75);
        for (int side = -1; side <= 1; side += 2) {
            canvas.glow(240 + side * 58, 276, 34, 0xe4573d, 0.28);
            canvas.disc(240 + side * 42, 238, 10.5, Colors.of(0x231815));
            canvas.disc(240 + side * 42 - 3, 234, 3.4, Color.WHITE);
            Path2D brow = new Path2D.Double();
            brow.moveTo(240 + side * 24, 209);
            brow.quadTo(240 + side * 44, 199, 240 + side * 64, 210);
            canvas.stroke(brow, Colors.of(Colors.mix(hair, 0x2a1a14, 0.35)), 8);
        }
        Path2D nose = new Path2D.Double();
        nose.moveTo(240, 242);
        nose.quadTo(228, 272, 243, 274);
        canvas.stroke(nose, Colors.clear(dark, 0.55), 5.5);
        if (style == Hair.BEARD) {
            Area beard = new Area(head());
            beard.subtract(new Area(new Rectangle2D.Double(130, 100, 220, 152)));
            beard.subtract(new Area(Canvas.oval(240, 246, 74, 42)));
            canvas.fill(beard, hair);
            canvas.fill(Canvas.oval(240, 289, 40, 10), Colors.mix(hair, 0x000000, 0.15));
        }
        canvas.fill(new Arc2D.Double(208, 272, 64, 52, 195, 150, Arc2D.CHORD), 0x7d2a24);
        canvas.fill(new Arc2D.Double(215, 286, 50, 24, 180, 180, Arc2D.CHORD), 0xfff6ee);
    }

    /** Hair behind the head. */
    private void behind(Canvas canvas) {
        switch (style) {
            case LONG -> {
                Path2D path = new Path2D.Double();
                path.moveTo(128, 200);
                path.curveTo(120, 60, 360, 60, 352, 200);
                path.curveTo(356, 300, 376, 390, 350, 440);
                path.lineTo(130, 440);
                path.curveTo(104, 390, 124, 300, 128, 200);
                canvas.fill(path, Colors.mix(hair, 0x000000, 0.15));
            }
            case BOB, FRINGE -> {
                Shape path = new RoundRectangle2D.Double(118, 96, 244, style == Hair.BOB ? 250 : 290, 170, 170);
                canvas.fill(path, Colors.mix(hair, 0x000000, 0.15));
            }
            case BUN -> canvas.disc(240, 84, 54, Colors.of(Colors.mix(hair, 0x000000, 0.1)));
            case CURLS -> {
                for (int i = 0; i < 15; i++) {
                    double angle = Math.PI * (0.86 + 1.28 * i / 14);
                    canvas.disc(240 + 116 * Math.cos(angle), 208 + 116 * Math.sin(angle), 44, Colors.of(hair));
                }
            }
            case CROPPED, BEARD, CAP -> canvas.fill(Canvas.oval(240, 190, 104, 92), Colors.mix(hair, 0x000000, 0.1));
        }
    }

    /** Hair on the forehead. */
    private void front(Canvas canvas) {
        Area top = new Area(Canvas.oval(240, 196, 108, 104));
        switch (style) {
            case LONG, BUN -> {
                top.intersect(new Area(new Rectangle2D.Double(132, 0, 216, style == Hair.BUN ? 232 : 480)));
                top.subtract(new Area(Canvas.oval(262, 262, 106, 112)));
                top.subtract(new Area(Canvas.oval(196, 268, 74, 96)));
            }
            case BOB -> top.subtract(new Area(Canvas.oval(280, 270, 130, 120)));
            case FRINGE -> top.subtract(new Area(new RoundRectangle2D.Double(150, 190, 180, 160, 60, 60)));
            case CROPPED, BEARD -> top.subtract(new Area(Canvas.oval(240, 276, 112, 122)));
            case CURLS -> {
                top.subtract(new Area(Canvas.oval(240, 286, 116, 124)));
                for (int i = 0; i < 7; i++) {
                    top.add(new Area(Canvas.oval(162 + 26 * i, 142 - 18 * Math.sin(Math.PI * i / 6), 25, 25)));
                }
            }
            case CAP -> {
                top = new Area(Canvas.oval(240, 186, 112, 104));
                top.subtract(new Area(new Rectangle2D.Double(100, 186, 300, 200)));
                canvas.fill(top, shirt);
                canvas.fill(Canvas.oval(240, 188, 128, 17), Colors.mix(shirt, 0x000000, 0.25));
                canvas.disc(240, 84, 9, Colors.of(Colors.mix(shirt, 0xffffff, 0.3)));
                return;
            }
        }
        canvas.fill(top, hair);
    }

    private static void glasses(Canvas canvas) {
        Color rim = Colors.of(0x2f2622);
        for (int side = -1; side <= 1; side += 2) {
            Shape lens = Canvas.oval(240 + side * 43, 240, 34, 32);
            canvas.fill(lens, Colors.clear(0xffffff, 0.16));
            canvas.stroke(lens, rim, 6.5);
            canvas.line(240 + side * 77, 236, 240 + side * 98, 230, rim, 6);
        }
        canvas.line(231, 236, 249, 236, rim, 6);
    }
}
