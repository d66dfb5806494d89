package social.roost.media.process.image;

import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Set;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import social.roost.media.FileType;

/**
 * Reads all chunks of a PNG file without their content, and leaves out those that do not change its pixels: the decoder
 * would inflate a profile or text of any size.
 */
final class PngHeader {
    private static final Set<String> KEPT = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");
    private static final int SIGNATURE = 8;
    private static final int AROUND = 12;

    private final Bytes bytes;
    private final ByteArrayOutputStream content;
    private final CRC32 checksum = new CRC32();
    private Orientation orientation = Orientation.UPRIGHT;
    private byte @Nullable [] profile;
    private int frames = 1;
    private double millis;

    PngHeader(Bytes bytes) {
        this.bytes = bytes;
        this.content = new ByteArrayOutputStream(bytes.length());
    }

    ImageFile read() throws RejectedException {
        content.write(bytes.all(), 0, SIGNATURE);
        int at = SIGNATURE;
        String type = bytes.text(at + 4, 4);
        if (!type.equals("IHDR") || bytes.length32(at) != 13) {
            throw RejectedException.damaged("no header");
        }
        boolean pixels = false;
        while (!type.equals("IEND")) {
            chunk(type, at);
            at += AROUND + bytes.length32(at);
            type = bytes.text(at + 4, 4);
            pixels |= type.equals("IDAT");
        }
        chunk(type, at);
        if (!pixels) {
            throw RejectedException.damaged("no pixels");
        }
        return file();
    }

    private ImageFile file() throws RejectedException {
        int header = SIGNATURE + 8;
        long width = bytes.u32(header);
        long height = bytes.u32(header + 4);
        int depth = bytes.u8(header + 8);
        int type = bytes.u8(header + 9);
        if (width < 1
                || height < 1
                || width > Integer.MAX_VALUE
                || height > Integer.MAX_VALUE
                || !exists(type, depth)) {
            throw RejectedException.damaged("an impossible header");
        }
        ColorModel colors = type == 0 || type == 4 ? ColorModel.GRAY : ColorModel.RGB;
        int bytesOfPixel = Math.max(1, depth / 8) * (type == 3 ? 1 : colors.bands() + 1);
        return new ImageFile(
                FileType.PNG,
                (int) width,
                (int) height,
                orientation,
                multiply(width, height, bytesOfPixel),
                colors,
                profile == null ? null : usable(profile, colors),
                new ImageFile.Frames(frames, Math.round(millis), 0, 0),
                new ByteArrayInputStream(content.toByteArray()));
    }

    private static boolean exists(int type, int depth) {
        return switch (type) {
            case 0 -> depth == 1 || depth == 2 || depth == 4 || depth == 8 || depth == 16;
            case 3 -> depth == 1 || depth == 2 || depth == 4 || depth == 8;
            case 2, 4, 6 -> depth == 8 || depth == 16;
            default -> false;
        };
    }

    private static long multiply(long width, long height, int bytesOfPixel) {
        return Math.min(width * height, Long.MAX_VALUE / 16) * bytesOfPixel;
    }

    private void chunk(String type, int at) throws RejectedException {
        int length = bytes.length32(at);
        int start = at + 8;
        bytes.require(start, length + 4);
        if (KEPT.contains(type)) {
            check(at, length);
            content.write(bytes.all(), at, length + AROUND);
        } else if (Character.isUpperCase(type.charAt(0))) {
            throw RejectedException.damaged("an unknown critical chunk");
        }
        switch (type) {
            case "eXIf" -> orientation = Exif.orientation(new Bytes(bytes.part(start, length)));
            case "iCCP" -> profile = bytes.part(start, length);
            case "acTL" -> frames = length < 4 ? 1 : Math.max(1, bytes.length32(start));
            case "fcTL" -> millis += 1e3 * bytes.u16(start + 20) / hundredthsIfZero(bytes.u16(start + 22));
            default -> {}
        }
    }

    /** The unit of a delay. */
    private static int hundredthsIfZero(int denominator) {
        return denominator == 0 ? 100 : denominator;
    }

    private void check(int at, int length) throws RejectedException {
        checksum.reset();
        checksum.update(bytes.all(), at + 4, length + 4);
        if (checksum.getValue() != bytes.u32(at + 8 + length)) {
            throw RejectedException.damaged("a wrong checksum");
        }
    }

    /** After a name, a zero and the method of compression, the profile is compressed. */
    private static @Nullable ICC_Profile usable(byte[] chunk, ColorModel colors) {
        int name = 0;
        while (name < chunk.length && chunk[name] != 0) {
            name++;
        }
        byte[] inflated = Inflating.atMost(chunk, Math.min(chunk.length, name + 2));
        return inflated == null ? null : ImageFile.profile(inflated, colors);
    }
}
