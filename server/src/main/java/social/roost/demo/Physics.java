package social.roost.demo;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.util.ArrayList;
import java.util.List;

/** Waves and pendulums. */
final class Physics {
    private static final int PENDULUMS = 15;
    private static final int SHADES = 15;
    private static final int NIGHT = 0x14182b;
    private static final int FRAMES = 160;

    private Physics() {}

    /** Two sources of waves, whose crests meet. */
    static Canvas interference() {
        Canvas canvas = new Canvas(1_500, 500, 1);
        canvas.paint((x, y) -> {
            double first = Math.hypot(x - 420, y - 560);
            double second = Math.hypot(x - 1_080, y - 560);
            double wave = Math.cos(first / 9.5) / (1 + first / 700) + Math.cos(second / 9.5) / (1 + second / 700);
            double height = 0.5 + wave / 3.2;
            int color = height < 0.5
                    ? Colors.mix(0x0d1f3f, 0x1f6f8f, height * 2)
                    : Colors.mix(0x1f6f8f, 0xf6e3b4, (height - 0.5) * 2);
            return Colors.mix(color, 0xc2410c, 0.28 * x / canvas.width * height);
        });
        canvas.grain(2);
        return canvas;
    }

    /** Pendulums of which each swings once more than the one before it, until they are together again. */
    static List<BufferedImage> pendulums() {
        List<BufferedImage> frames = new ArrayList<>();
        IndexColorModel palette = palette();
        for (int i = 0; i < FRAMES; i++) {
            frames.add(frame(palette, (double) i / FRAMES));
        }
        return frames;
    }

    private static BufferedImage frame(IndexColorModel palette, double time) {
        BufferedImage image = new BufferedImage(400, 300, BufferedImage.TYPE_BYTE_INDEXED, palette);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_DITHERING, RenderingHints.VALUE_DITHER_DISABLE);
        pen.setColor(Colors.of(NIGHT));
        pen.fill(new Rectangle2D.Double(0, 0, 400, 300));
        for (int i = 0; i < PENDULUMS; i++) {
            double x = 40 + 22.9 * i;
            for (int trace = 4; trace >= 0; trace--) {
                double y = 150 + 105 * Math.cos(2 * Math.PI * (8 + i) * (time - trace * 0.0035));
                pen.setColor(Colors.of(Colors.mix(NIGHT, color(i), trace == 0 ? 1 : 0.4 - trace * 0.08)));
                pen.fill(Canvas.oval(x, y, 9.5, 9.5));
            }
        }
        pen.dispose();
        return image;
    }

    private static int color(int pendulum) {
        double share = pendulum / (PENDULUMS - 1.0);
        return share < 0.5 ? Colors.mix(0xf2a93b, 0xe4573d, share * 2) : Colors.mix(0xe4573d, 0x7f7fe0, share * 2 - 1);
    }

    /** Each color in shades from the background on. */
    private static IndexColorModel palette() {
        int[] colors = new int[PENDULUMS * SHADES + 1];
        colors[0] = NIGHT;
        for (int i = 0; i < PENDULUMS * SHADES; i++) {
            colors[i + 1] = Colors.mix(NIGHT, color(i / SHADES), (i % SHADES + 1.0) / SHADES);
        }
        return new IndexColorModel(8, colors.length, colors, 0, false, -1, DataBuffer.TYPE_BYTE);
    }
}
