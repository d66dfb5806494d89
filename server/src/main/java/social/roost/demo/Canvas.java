package social.roost.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.LinearGradientPaint;
import java.awt.Paint;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/** A sheet to draw on. The same seed gives the same picture. */
final class Canvas {
    final int width;
    final int height;
    final Random random;
    final Noise noise;
    final BufferedImage image;
    final Graphics2D pen;

    Canvas(int width, int height, long seed) {
        this.width = width;
        this.height = height;
        random = new Random(seed);
        noise = new Noise(seed);
        image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    void fill(Shape shape, Paint paint) {
        pen.setPaint(paint);
        pen.fill(shape);
    }

    void fill(Shape shape, int rgb) {
        fill(shape, Colors.of(rgb));
    }

    void stroke(Shape shape, Paint paint, double thickness) {
        pen.setPaint(paint);
        pen.setStroke(new BasicStroke((float) thickness, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.draw(shape);
    }

    void line(double fromX, double fromY, double toX, double toY, Paint paint, double thickness) {
        stroke(new Line2D.Double(fromX, fromY, toX, toY), paint, thickness);
    }

    void disc(double x, double y, double radius, Paint paint) {
        fill(oval(x, y, radius, radius), paint);
    }

    static Shape oval(double x, double y, double radiusX, double radiusY) {
        return new Ellipse2D.Double(x - radiusX, y - radiusY, 2 * radiusX, 2 * radiusY);
    }

    /** Fills a band from side to side with colors from top to bottom. */
    void band(double top, double bottom, int... colors) {
        fill(new Rectangle2D.Double(0, top, width, bottom - top), down(top, bottom, colors));
    }

    static Paint down(double top, double bottom, int... colors) {
        Color[] steps = new Color[colors.length];
        for (int i = 0; i < colors.length; i++) {
            steps[i] = Colors.of(colors[i]);
        }
        return down(top, bottom, steps);
    }

    static Paint down(double top, double bottom, Color... steps) {
        float[] places = new float[steps.length];
        for (int i = 0; i < steps.length; i++) {
            places[i] = i / (steps.length - 1f);
        }
        return new LinearGradientPaint(0, (float) top, 0, (float) bottom, places, steps);
    }

    /** Light around a point, which fades with the distance. */
    void glow(double x, double y, double radius, int rgb, double strength) {
        float[] places = {0, 0.35f, 1};
        Color[] steps = {Colors.clear(rgb, strength), Colors.clear(rgb, strength * 0.4), Colors.clear(rgb, 0)};
        disc(x, y, radius, new RadialGradientPaint(new Point2D.Double(x, y), (float) radius, places, steps));
    }

    /** The shadow of something flat, which fades towards its edge. */
    void shade(double x, double y, double radiusX, double radiusY, double strength) {
        AffineTransform before = pen.getTransform();
        pen.translate(x, y);
        pen.scale(1, radiusY / radiusX);
        glow(0, 0, radiusX, 0x000000, strength);
        pen.setTransform(before);
    }

    /** What is below a line. */
    Shape below(DoubleUnaryOperator line) {
        Path2D path = new Path2D.Double();
        path.moveTo(-10, height + 10.0);
        for (int x = -10; x <= width + 10; x += 3) {
            path.lineTo(x, line.applyAsDouble(x));
        }
        path.lineTo(width + 10.0, height + 10.0);
        path.closePath();
        return path;
    }

    /** A line of hills. */
    DoubleUnaryOperator hills(double base, double rise, double length, int roughness, int row) {
        return x -> base - rise * noise.rough(x / length, 10.0 * row, roughness);
    }

    void stars(int count, double lowest, double strength) {
        for (int i = 0; i < count; i++) {
            double size = 0.5 + 1.6 * Math.pow(random.nextDouble(), 6);
            double shine = strength * (0.25 + 0.75 * random.nextDouble());
            int tint = Colors.mix(0xcfe0ff, 0xffe8c8, random.nextDouble());
            disc(random.nextDouble() * width, random.nextDouble() * lowest, size, Colors.clear(tint, shine));
        }
    }

    /** A color for each place. */
    void paint(ColorOfPlace colors) {
        int[] pixels = pixels();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                pixels[y * width + x] = colors.at(x, y);
            }
        }
    }

    /** A little unevenness, as of paper: smooth colors show no steps. */
    void grain(int strength) {
        int[] pixels = pixels();
        int noise = 1;
        for (int i = 0; i < pixels.length; i++) {
            noise = noise * 1_664_525 + 1_013_904_223;
            int change = (noise >>> 8) % (2 * strength + 1) - strength;
            int rgb = pixels[i];
            pixels[i] = changed(rgb, 16, change) | changed(rgb, 8, change) | changed(rgb, 0, change);
        }
    }

    private static int changed(int rgb, int shift, int change) {
        return Math.clamp((rgb >> shift & 255) + change, 0, 255) << shift;
    }

    private int[] pixels() {
        return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }

    interface ColorOfPlace {
        int at(int x, int y);
    }
}
