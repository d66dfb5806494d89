package social.roost.media.process.image;

import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import social.roost.media.Failure;
import social.roost.media.FileType;

/**
 * Reads a JPEG file up to its first scan, and leaves out what only describes the picture. The decoder gets a header that
 * states the color model, so that it does not have to guess.
 */
final class JpegHeader {
    private static final int SCAN = 0xda;
    private static final byte[] JFIF = {
        (byte) 0xff, (byte) 0xe0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0
    };
    private static final String PROFILE = "ICC_PROFILE\0";

    private final Bytes bytes;
    private final ByteArrayOutputStream tables = new ByteArrayOutputStream();
    private final TreeMap<Integer, byte[]> profile = new TreeMap<>();
    private Orientation orientation = Orientation.UPRIGHT;
    private boolean jfif;
    private int adobe = -1;
    private int frame;
    private boolean progressive;

    JpegHeader(Bytes bytes) {
        this.bytes = bytes;
    }

    ImageFile read() throws RejectedException {
        int at = 2;
        int marker = marker(at);
        while (marker != SCAN) {
            at = bytes.u8(at + 1) == 0xff || bytes.u8(at) != 0xff ? at + 1 : segment(marker, at);
            marker = marker(at);
        }
        if (frame == 0) {
            throw RejectedException.damaged("a scan without a frame");
        }
        int height = bytes.u16(frame + 1);
        int width = bytes.u16(frame + 3);
        if (width == 0 || height == 0) {
            throw RejectedException.damaged("an empty frame");
        }
        ColorModel colors = colors();
        long pixels = (long) width * height;
        return new ImageFile(
                FileType.JPEG,
                width,
                height,
                orientation,
                pixels * colors.bands() + (progressive ? coefficients(pixels) : 0),
                colors,
                profile(colors),
                ImageFile.Frames.ONE,
                content(colors, at));
    }

    /** The marker here, or one of no meaning. */
    private int marker(int at) throws RejectedException {
        return bytes.u8(at) == 0xff ? bytes.u8(at + 1) : 0;
    }

    /** Returns where the next segment begins. */
    private int segment(int marker, int at) throws RejectedException {
        if (marker == 0 || marker == 1 || (marker >= 0xd0 && marker <= 0xd8)) {
            return at + 2;
        }
        int length = bytes.u16(at + 2);
        int content = at + 4;
        bytes.require(content, length - 2);
        switch (marker) {
            case 0xc0, 0xc1, 0xc2 -> frame(marker, content);
            case 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf ->
                throw new RejectedException(Failure.UNSUPPORTED_TYPE, "a rare kind of JPEG");
            case 0xd9 -> throw RejectedException.damaged("no scan");
            case 0xe0 -> jfif |= begins(content, length, "JFIF\0");
            case 0xe1 -> orientation(content, length);
            case 0xe2 -> profile(content, length);
            case 0xee -> adobe = begins(content, length, "Adobe") && length >= 14 ? bytes.u8(content + 11) : adobe;
            default -> table(marker, at, length);
        }
        return content + length - 2;
    }

    private void frame(int marker, int content) throws RejectedException {
        frame = content;
        progressive = marker == 0xc2;
        table(marker, content - 4, bytes.u16(content - 2));
    }

    /** Keeps what the decoder needs: not the other descriptions of applications, nor comments. */
    private void table(int marker, int at, int length) {
        if (marker < 0xe0 || marker > 0xfe) {
            tables.write(bytes.all(), at, length + 2);
        }
    }

    private void orientation(int content, int length) throws RejectedException {
        if (begins(content, length, "Exif\0\0")) {
            orientation = Exif.orientation(new Bytes(bytes.part(content + 6, length - 8)));
        }
    }

    private void profile(int content, int length) throws RejectedException {
        if (begins(content, length, PROFILE) && length >= 16) {
            profile.put(bytes.u8(content + 12), bytes.part(content + 14, length - 16));
        }
    }

    private boolean begins(int content, int length, String letters) throws RejectedException {
        return length - 2 >= letters.length() && bytes.hasAt(content, letters);
    }

    /** Decides like other decoders do. */
    private ColorModel colors() throws RejectedException {
        return switch (bytes.u8(frame + 5)) {
            case 1 -> ColorModel.GRAY;
            case 3 -> isRgb() ? ColorModel.RGB : ColorModel.YCBCR;
            case 4 -> adobe == 2 ? ColorModel.YCCK : ColorModel.CMYK;
            default -> throw new RejectedException(Failure.UNSUPPORTED_TYPE, "a rare number of bands");
        };
    }

    private boolean isRgb() throws RejectedException {
        return !jfif && (adobe >= 0 ? adobe == 0 : component(0) == 'R' && component(1) == 'G' && component(2) == 'B');
    }

    private int component(int number) throws RejectedException {
        return bytes.u8(frame + 6 + 3 * number);
    }

    /** A progressive picture is kept as coefficients while it is read; small samples of the colors are not assumed. */
    private long coefficients(long pixels) throws RejectedException {
        return 2 * pixels * bytes.u8(frame + 5);
    }

    private @Nullable ICC_Profile profile(ColorModel colors) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        profile.values().forEach(joined::writeBytes);
        return joined.size() == 0 ? null : ImageFile.profile(joined.toByteArray(), colors);
    }

    private ByteArrayInputStream content(ColorModel colors, int scan) throws RejectedException {
        ByteArrayOutputStream content = new ByteArrayOutputStream(bytes.length());
        content.writeBytes(new byte[] {(byte) 0xff, (byte) 0xd8});
        content.writeBytes(
                switch (colors) {
                    case GRAY, YCBCR -> JFIF;
                    case RGB, CMYK -> adobe(0);
                    case YCCK -> adobe(2);
                });
        content.writeBytes(tables.toByteArray());
        content.write(bytes.all(), scan, bytes.length() - scan);
        return new ByteArrayInputStream(content.toByteArray());
    }

    private static byte[] adobe(int transform) {
        return new byte[] {
            (byte) 0xff, (byte) 0xee, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, (byte) transform
        };
    }
}
