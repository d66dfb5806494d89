package social.roost.media;

import static social.roost.media.PictureBytes.latin;

import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/**
 * Color spaces of cameras and phones: their color profiles, and what their colors are in sRGB, computed from their
 * definitions.
 */
public final class CameraColors {
    public static final CameraColors DISPLAY_P3 = new CameraColors(
            new double[][] {{0.51512, 0.24120, -0.00105}, {0.29198, 0.69225, 0.04189}, {0.15710, 0.06657, 0.78407}},
            CameraColors::srgbToLinear);

    public static final CameraColors ADOBE_RGB = new CameraColors(
            new double[][] {{0.60974, 0.31111, 0.01947}, {0.20528, 0.62567, 0.06087}, {0.14919, 0.06322, 0.74457}},
            value -> Math.pow(value, 563 / 256.0));

    /** From XYZ, as profiles have it, to linear sRGB. */
    private static final double[][] TO_SRGB = {
        {3.13405, -1.61703, -0.49066}, {-0.97877, 1.91614, 0.03345}, {0.07194, -0.22898, 1.40522}
    };

    private static final int CURVE = 256;

    private final double[][] primaries;
    private final DoubleUnaryOperator toLinear;

    private CameraColors(double[][] primaries, DoubleUnaryOperator toLinear) {
        this.primaries = primaries;
        this.toLinear = toLinear;
    }

    /** A profile of version 2: three primaries and their curves. */
    public byte[] profile() {
        byte[][] tags = {
            xyz(0.9642, 1, 0.8249), xyz(primaries[0]), xyz(primaries[1]), xyz(primaries[2]), curve(), curve(), curve()
        };
        String[] names = {"wtpt", "rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC"};
        int table = 4 + 12 * names.length;
        int size = 128 + table + Arrays.stream(tags).mapToInt(tag -> tag.length).sum();
        ByteBuffer bytes = ByteBuffer.allocate(size);
        bytes.putInt(size).putInt(0).putInt(0x02400000).put(latin("mntrRGB XYZ "));
        bytes.position(36).put(latin("acsp"));
        bytes.position(68).putInt(0xf6d6).putInt(0x10000).putInt(0xd32d);
        bytes.position(128).putInt(names.length);
        int offset = 128 + table;
        for (int tag = 0; tag < names.length; tag++) {
            bytes.put(latin(names[tag])).putInt(offset).putInt(tags[tag].length);
            offset += tags[tag].length;
        }
        Arrays.stream(tags).forEach(bytes::put);
        return bytes.array();
    }

    /** What a color of this space is in sRGB; colors that sRGB does not have become the nearest. */
    public int[] inSrgb(int red, int green, int blue) {
        double[] linear = {
            toLinear.applyAsDouble(red / 255.0),
            toLinear.applyAsDouble(green / 255.0),
            toLinear.applyAsDouble(blue / 255.0)
        };
        double[] xyz = new double[3];
        for (int part = 0; part < 3; part++) {
            for (int color = 0; color < 3; color++) {
                xyz[part] += primaries[color][part] * linear[color];
            }
        }
        int[] srgb = new int[3];
        for (int color = 0; color < 3; color++) {
            double value = 0;
            for (int part = 0; part < 3; part++) {
                value += TO_SRGB[color][part] * xyz[part];
            }
            srgb[color] = (int) Math.round(255 * linearToSrgb(Math.clamp(value, 0, 1)));
        }
        return srgb;
    }

    /** A JPEG for printers, as Adobe's programs write it: light brown. */
    public static byte[] cmykJpeg(int width, int height) {
        WritableRaster raster = Raster.createInterleavedRaster(0, width, height, 4, null);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                raster.setPixel(x, y, new int[] {200, 150, 100, 255});
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream output = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(output);
            writer.write(null, new IIOImage(raster, null, null), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return PictureBytes.withSegment(bytes.toByteArray(), 0xee, latin("Adobe\0d\0\0\0\0\0"));
    }

    private static double srgbToLinear(double value) {
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    private static double linearToSrgb(double value) {
        return value <= 0.0031308 ? value * 12.92 : 1.055 * Math.pow(value, 1 / 2.4) - 0.055;
    }

    private byte[] curve() {
        ByteBuffer bytes = ByteBuffer.allocate(12 + 2 * CURVE);
        bytes.put(latin("curv")).putInt(0).putInt(CURVE);
        for (int step = 0; step < CURVE; step++) {
            bytes.putShort((short) Math.round(65_535 * toLinear.applyAsDouble(step / (CURVE - 1.0))));
        }
        return bytes.array();
    }

    private static byte[] xyz(double... values) {
        ByteBuffer bytes = ByteBuffer.allocate(20).put(latin("XYZ ")).putInt(0);
        for (double value : values) {
            bytes.putInt((int) Math.round(value * 65_536));
        }
        return bytes.array();
    }
}
