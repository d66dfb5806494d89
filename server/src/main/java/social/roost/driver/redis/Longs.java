package social.roost.driver.redis;

import java.nio.ByteBuffer;

/** Numbers as stored in Redis: eight bytes in big-endian order, so that bytes sort as the numbers do. */
public final class Longs {
    private Longs() {}

    public static byte[] bytes(long... numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Long.BYTES);
        bytes.asLongBuffer().put(numbers);
        return bytes.array();
    }

    /** The inverse of {@link #bytes}. */
    public static long[] of(byte[] bytes) {
        long[] numbers = new long[bytes.length / Long.BYTES];
        ByteBuffer.wrap(bytes).asLongBuffer().get(numbers);
        return numbers;
    }
}
