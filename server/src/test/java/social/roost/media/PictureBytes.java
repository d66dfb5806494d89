package social.roost.media;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Files of pictures, made for tests byte by byte where encoders would not make them. */
public final class PictureBytes {
    /** A PNG of one transparent pixel in 67 bytes, which some servers reject. */
    public static final byte[] SMALLEST_PNG = png(1, 1, 0, 8, new byte[] {0, 0});

    private PictureBytes() {}

    public static byte[] encoded(BufferedImage image, String format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, format, bytes)) {
                throw new IllegalArgumentException("Cannot write " + format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A JPEG of good quality. */
    public static byte[] jpeg(BufferedImage image, boolean progressive) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream output = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(0.95f);
            parameters.setProgressiveMode(progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
            writer.setOutput(output);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** Adds a segment after the first two bytes. */
    public static byte[] withSegment(byte[] jpeg, int marker, byte[] content) {
        ByteBuffer bytes = ByteBuffer.allocate(jpeg.length + 4 + content.length);
        bytes.put(jpeg, 0, 2).put((byte) 0xff).put((byte) marker);
        bytes.putShort((short) (content.length + 2)).put(content).put(jpeg, 2, jpeg.length - 2);
        return bytes.array();
    }

    /** Changes the size that a JPEG claims to have. */
    public static byte[] claiming(byte[] jpeg, int width, int height) {
        byte[] changed = jpeg.clone();
        for (int at = 2; at < jpeg.length; at += 2 + short16(changed, at + 2)) {
            int marker = changed[at + 1] & 0xff;
            if (marker >= 0xc0 && marker <= 0xc2) {
                ByteBuffer.wrap(changed).putShort(at + 5, (short) height).putShort(at + 7, (short) width);
                return changed;
            }
        }
        throw new IllegalArgumentException("No frame");
    }

    /** A description of a camera that says how the picture is stored, with a place that must not be published. */
    public static byte[] exif(int orientation) {
        ByteBuffer tiff = ByteBuffer.allocate(64).order(ByteOrder.BIG_ENDIAN);
        tiff.put(latin("MM")).putShort((short) 42).putInt(8);
        tiff.putShort((short) 2);
        tiff.putShort((short) 0x010e).putShort((short) 2).putInt(7).putInt(38);
        tiff.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        tiff.putInt(0).put(latin("secret\0"));
        return Arrays.copyOf(tiff.array(), tiff.position());
    }

    /** Adds a chunk after the header. */
    public static byte[] withChunk(byte[] png, String type, byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int afterHeader = 8 + 25;
        bytes.write(png, 0, afterHeader);
        bytes.writeBytes(chunk(type, content));
        bytes.write(png, afterHeader, png.length - afterHeader);
        return bytes.toByteArray();
    }

    /** A PNG of any size, with these rows. */
    public static byte[] png(int width, int height, int colorType, int depth, byte[] rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(latin("\u0089PNG\r\n\u001a\n"));
        ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
        header.put((byte) depth).put((byte) colorType);
        bytes.writeBytes(chunk("IHDR", header.array()));
        bytes.writeBytes(chunk("IDAT", deflated(rows)));
        bytes.writeBytes(chunk("IEND", new byte[0]));
        return bytes.toByteArray();
    }

    public static byte[] chunk(String type, byte[] content) {
        CRC32 checksum = new CRC32();
        checksum.update(latin(type));
        checksum.update(content);
        ByteBuffer bytes = ByteBuffer.allocate(12 + content.length);
        bytes.putInt(content.length).put(latin(type)).put(content).putInt((int) checksum.getValue());
        return bytes.array();
    }

    public static byte[] deflated(byte[] content) {
        Deflater deflater = new Deflater(9);
        try {
            deflater.setInput(content);
            deflater.finish();
            byte[] bytes = new byte[content.length + 100];
            return Arrays.copyOf(bytes, deflater.deflate(bytes));
        } finally {
            deflater.end();
        }
    }

    /** Adds a chunk to a WebP file, which gets the header that it then needs. */
    public static byte[] withWebpChunk(byte[] webp, String type, byte[] content, int flag, int width, int height) {
        ByteBuffer bytes =
                ByteBuffer.allocate(webp.length + 18 + 8 + content.length + 1).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(webp, 0, 12).put(latin("VP8X")).putInt(10).putInt(flag);
        bytes.putShort((short) (width - 1))
                .put((byte) 0)
                .putShort((short) (height - 1))
                .put((byte) 0);
        bytes.put(webp, 12, webp.length - 12)
                .put(latin(type))
                .putInt(content.length)
                .put(content);
        if (content.length % 2 != 0) {
            bytes.put((byte) 0);
        }
        bytes.putInt(4, bytes.position() - 8);
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    /** A GIF of frames of one pixel. */
    public static byte[] gif(int frames, int hundredths) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(latin("GIF89a\1\0\1\0\u0080\0\0\0\0\0\u00ff\u00ff\u00ff"));
        for (int frame = 0; frame < frames; frame++) {
            bytes.writeBytes(latin("!\u00f9\4\0"));
            bytes.write(hundredths);
            bytes.write(hundredths >> 8);
            bytes.writeBytes(latin("\0\0,\0\0\0\0\1\0\1\0\0\2\2D\1\0"));
        }
        bytes.write(';');
        return bytes.toByteArray();
    }

    public static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static int short16(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff);
    }
}
