package social.roost.loadgen;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/** Files that are meant to exhaust or crash whatever processes them. */
final class HostileFiles {
    private static final String PNG = "image/png";
    private static final String JPEG = "image/jpeg";
    private static final byte RGBA = 6;

    private HostileFiles() {}

    /** One of each kind. */
    static List<UploadFile> all() throws IOException {
        byte[] photograph = Photographs.jpeg(4_000, 3_000, 1, false);
        byte[] bomb = png(5_760, 5_760, 16, new byte[0]);
        return List.of(
                UploadFile.hostile(PNG, claiming(png(64, 64, 8, new byte[0]), 16_384)),
                UploadFile.hostile(PNG, bomb),
                UploadFile.hostile(PNG, Arrays.copyOf(bomb, bomb.length * 9 / 10)),
                UploadFile.hostile(PNG, png(1, 1_000_000, 8, new byte[0])),
                UploadFile.hostile(PNG, png(64, 64, 8, chunk("zTXt", text()))),
                UploadFile.hostile(JPEG, Arrays.copyOf(photograph, photograph.length * 6 / 10)),
                UploadFile.hostile(JPEG, garbled(photograph)),
                UploadFile.hostile(JPEG, garbled(Photographs.jpeg(4_000, 3_000, 2, true))),
                UploadFile.hostile(JPEG, latin("<html><script>alert(1)</script>")),
                UploadFile.hostile(JPEG, latin("\u00ff\u00d8\u00ff\u00e0")));
    }

    /** A picture of one color, which takes almost no space until it is decoded. */
    private static byte[] png(int width, int height, int depth, byte[] more) throws IOException {
        byte[] row = new byte[1 + width * 4 * depth / 8];
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        try (OutputStream deflating = new DeflaterOutputStream(rows)) {
            for (int y = 0; y < height; y++) {
                deflating.write(row);
            }
        }
        byte[] header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put((byte) depth)
                .put(RGBA)
                .array();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(latin("\u0089PNG\r\n\u001a\n"));
        bytes.writeBytes(chunk("IHDR", header));
        bytes.writeBytes(more);
        bytes.writeBytes(chunk("IDAT", rows.toByteArray()));
        bytes.writeBytes(chunk("IEND", new byte[0]));
        return bytes.toByteArray();
    }

    private static byte[] chunk(String type, byte[] content) {
        byte[] typed = Arrays.copyOf(latin(type), type.length() + content.length);
        System.arraycopy(content, 0, typed, type.length(), content.length);
        CRC32 checksum = new CRC32();
        checksum.update(typed);
        return ByteBuffer.allocate(8 + typed.length)
                .putInt(content.length)
                .put(typed)
                .putInt((int) checksum.getValue())
                .array();
    }

    /** 100 MB when inflated. */
    private static byte[] text() throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        text.writeBytes(latin("text\0\0"));
        try (OutputStream deflating = new DeflaterOutputStream(text)) {
            for (int i = 0; i < 100; i++) {
                deflating.write(new byte[1_000_000]);
            }
        }
        return text.toByteArray();
    }

    /** The same picture with a header that claims another size. */
    private static byte[] claiming(byte[] png, int side) {
        ByteBuffer changed = ByteBuffer.wrap(png.clone());
        changed.putInt(16, side).putInt(20, side);
        CRC32 checksum = new CRC32();
        checksum.update(changed.array(), 12, 17);
        return changed.putInt(29, (int) checksum.getValue()).array();
    }

    private static byte[] garbled(byte[] file) {
        byte[] changed = file.clone();
        Random random = new Random(5);
        for (int i = 0; i < 1_000; i++) {
            changed[1_000 + random.nextInt(file.length - 1_000)] = (byte) random.nextInt(256);
        }
        return changed;
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
