package social.roost.media.process.image;

import java.io.ByteArrayInputStream;
import java.nio.ByteOrder;
import social.roost.media.FileType;

/** Reads the blocks of a GIF file without decoding them: how many frames it has, and how long they are shown. */
final class GifHeader {
    /** How browsers show a frame whose delay is too short, in hundredths of a second. */
    private static final int DEFAULT_DELAY = 10;

    private static final int SHORTEST_DELAY = 2;
    private static final int SCREEN = 13;

    private final Bytes bytes;
    private int frames;
    private long hundredths;
    private int delay;
    private int left;
    private int top;
    private int right;
    private int bottom;

    GifHeader(Bytes file) {
        this.bytes = file.order(ByteOrder.LITTLE_ENDIAN);
    }

    ImageFile read() throws RejectedException {
        int at = SCREEN + palette(bytes.u8(10));
        while (at < bytes.length() && bytes.u8(at) != 0x3b) {
            at = switch (bytes.u8(at)) {
                case 0x21 -> extension(at);
                case 0x2c -> frame(at);
                default -> throw RejectedException.damaged("an unknown block");
            };
        }
        if (frames == 0) {
            throw RejectedException.damaged("no frame");
        }
        int width = Math.max(bytes.u16(6), right);
        int height = Math.max(bytes.u16(8), bottom);
        return new ImageFile(
                FileType.GIF,
                width,
                height,
                Orientation.UPRIGHT,
                (long) width * height,
                ColorModel.RGB,
                null,
                new ImageFile.Frames(frames, 10 * hundredths, left, top),
                new ByteArrayInputStream(bytes.all()));
    }

    private int extension(int at) throws RejectedException {
        if (bytes.u8(at + 1) == 0xf9) {
            delay = bytes.u16(at + 4);
        }
        return afterBlocks(at + 2);
    }

    private int frame(int at) throws RejectedException {
        if (frames == 0) {
            left = bytes.u16(at + 1);
            top = bytes.u16(at + 3);
            right = left + bytes.u16(at + 5);
            bottom = top + bytes.u16(at + 7);
            if (right == left || bottom == top) {
                throw RejectedException.damaged("an empty frame");
            }
        }
        frames++;
        hundredths += delay < SHORTEST_DELAY ? DEFAULT_DELAY : delay;
        delay = 0;
        return afterBlocks(at + 11 + palette(bytes.u8(at + 9)));
    }

    /** The size of a palette, which flags announce. */
    private static int palette(int flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
    }

    private int afterBlocks(int from) throws RejectedException {
        int at = from;
        while (bytes.u8(at) != 0) {
            at += 1 + bytes.u8(at);
        }
        return at + 1;
    }
}
