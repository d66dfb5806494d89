package social.roost.media.process.image;

import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import social.roost.media.FileType;

/** Reads the chunks of a WebP file without decoding them, and leaves out those that do not change its pixels. */
final class WebpHeader {
    private static final int FIRST_CHUNK = 12;
    private static final int CHUNK_HEADER = 8;

    private final Bytes bytes;
    private final ByteArrayOutputStream chunks = new ByteArrayOutputStream();
    private Orientation orientation = Orientation.UPRIGHT;
    private @Nullable ICC_Profile profile;
    private int frames;
    private boolean animated;
    private boolean alpha;
    private int width;
    private int height;
    private int canvasWidth;
    private int canvasHeight;

    WebpHeader(Bytes file) {
        this.bytes = file.order(ByteOrder.LITTLE_ENDIAN);
    }

    ImageFile read() throws RejectedException {
        long end = Math.min(bytes.u32(4) + CHUNK_HEADER, bytes.length());
        if (bytes.u32(4) + CHUNK_HEADER > bytes.length()) {
            throw RejectedException.damaged("ends too early");
        }
        for (int at = FIRST_CHUNK; at + CHUNK_HEADER <= end; ) {
            int length = bytes.length32(at + 4);
            bytes.require(at + CHUNK_HEADER, length);
            chunk(bytes.text(at, 4), at + CHUNK_HEADER, length);
            at += CHUNK_HEADER + length + (length & 1);
        }
        if (animated) {
            return file(canvasWidth, canvasHeight);
        } else if (width == 0 || height == 0 || (canvasWidth > 0 && (canvasWidth != width || canvasHeight != height))) {
            throw RejectedException.damaged("no picture of its size");
        }
        return file(width, height);
    }

    private void chunk(String type, int at, int length) throws RejectedException {
        switch (type) {
            case "VP8X" -> canvas(at);
            case "VP8 " -> lossy(at, length);
            case "VP8L" -> lossless(at, length);
            case "ALPH" -> transparency(at, length);
            case "ANMF" -> frames++;
            case "EXIF" -> orientation = Exif.orientation(new Bytes(exif(at, length)));
            case "ICCP" -> profile = ImageFile.profile(bytes.part(at, length), ColorModel.RGB);
            default -> {}
        }
    }

    private void canvas(int at) throws RejectedException {
        animated = (bytes.u8(at) & 2) != 0;
        canvasWidth = bytes.u24(at + 4) + 1;
        canvasHeight = bytes.u24(at + 7) + 1;
    }

    private void lossy(int at, int length) throws RejectedException {
        if (width == 0 && bytes.u24(at + 3) == 0x2a019d) {
            width = bytes.u16(at + 6) & 0x3fff;
            height = bytes.u16(at + 8) & 0x3fff;
            keep(at, length);
        }
    }

    private void transparency(int at, int length) throws RejectedException {
        alpha = true;
        keep(at, length);
    }

    private void lossless(int at, int length) throws RejectedException {
        if (width == 0 && bytes.u8(at) == 0x2f) {
            long sizes = bytes.u32(at + 1);
            width = (int) (sizes & 0x3fff) + 1;
            height = (int) ((sizes >> 14) & 0x3fff) + 1;
            transparency(at, length);
        }
    }

    /** Some writers begin it as JPEG does. */
    private byte[] exif(int at, int length) throws RejectedException {
        int skipped = length >= 6 && bytes.hasAt(at, "Exif\0\0") ? 6 : 0;
        return bytes.part(at + skipped, length - skipped);
    }

    private void keep(int at, int length) throws RejectedException {
        bytes.require(at, length);
        chunks.write(bytes.all(), at - CHUNK_HEADER, CHUNK_HEADER + length);
        if ((length & 1) != 0) {
            chunks.write(0);
        }
    }

    private ImageFile file(int fullWidth, int fullHeight) {
        return new ImageFile(
                FileType.WEBP,
                fullWidth,
                fullHeight,
                orientation,
                4L * fullWidth * fullHeight,
                ColorModel.RGB,
                profile,
                new ImageFile.Frames(animated ? Math.max(2, frames) : 1, 0, 0, 0),
                content(fullWidth - 1, fullHeight - 1));
    }

    /** The kept chunks after a header that announces transparency, which the decoder otherwise overlooks. */
    private ByteArrayInputStream content(int right, int bottom) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(letters("RIFF"));
        number(content, 4 + 18 + chunks.size(), 4);
        content.writeBytes(letters("WEBPVP8X"));
        number(content, 10, 4);
        number(content, alpha ? 0x10 : 0, 4);
        number(content, right, 3);
        number(content, bottom, 3);
        content.writeBytes(chunks.toByteArray());
        return new ByteArrayInputStream(content.toByteArray());
    }

    private static byte[] letters(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static void number(ByteArrayOutputStream content, int value, int length) {
        for (int at = 0; at < length; at++) {
            content.write(value >> (8 * at));
        }
    }
}
