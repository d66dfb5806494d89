package social.roost.media.process.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The content of a file. Reading beyond its end means that the file is damaged. */
final class Bytes {
    private final byte[] content;
    private final ByteBuffer numbers;

    Bytes(byte[] content) {
        this(content, ByteOrder.BIG_ENDIAN);
    }

    private Bytes(byte[] content, ByteOrder order) {
        this.content = content;
        this.numbers = ByteBuffer.wrap(content).order(order);
    }

    Bytes order(ByteOrder order) {
        return new Bytes(content, order);
    }

    int length() {
        return content.length;
    }

    int u8(int at) throws RejectedException {
        require(at, 1);
        return numbers.get(at) & 0xff;
    }

    int u16(int at) throws RejectedException {
        require(at, 2);
        return numbers.getShort(at) & 0xffff;
    }

    int u24(int at) throws RejectedException {
        require(at, 3);
        return numbers.order() == ByteOrder.BIG_ENDIAN ? u8(at) << 16 | u16(at + 1) : u8(at + 2) << 16 | u16(at);
    }

    long u32(int at) throws RejectedException {
        require(at, 4);
        return numbers.getInt(at) & 0xffff_ffffL;
    }

    /** A length, which cannot exceed that of the file. */
    int length32(int at) throws RejectedException {
        long length = u32(at);
        if (length > content.length) {
            throw RejectedException.damaged("a part of " + length + " bytes");
        }
        return (int) length;
    }

    boolean hasAt(int at, String letters) throws RejectedException {
        return text(at, letters.length()).equals(letters);
    }

    String text(int at, int length) throws RejectedException {
        require(at, length);
        return new String(content, at, length, StandardCharsets.ISO_8859_1);
    }

    byte[] part(int at, int length) throws RejectedException {
        require(at, length);
        return Arrays.copyOfRange(content, at, at + length);
    }

    /** The content itself, not to be modified. */
    byte[] all() {
        return content;
    }

    void require(int at, int length) throws RejectedException {
        if (at < 0 || length < 0 || at > content.length - length) {
            throw RejectedException.damaged("ends after " + content.length + " bytes");
        }
    }
}
