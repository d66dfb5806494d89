package social.roost.base;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * A position in a list, opaque to clients: a few numbers with a meaning defined by the list, as text that fits in a
 * URL.
 *
 * <p>It grants nothing: whoever forges one reads what they may read anyway.
 */
public final class Cursor {
    private static final byte VERSION = 1;
    private static final int MAXIMUM_VALUES = 512;
    private static final int MAXIMUM_LENGTH = ((1 + MAXIMUM_VALUES * Long.BYTES) * 4 + 2) / 3;

    private final long[] values;

    private Cursor(long[] values) {
        this.values = values;
    }

    public static Cursor of(long... values) {
        return new Cursor(values.clone());
    }

    /** The rejection for a cursor of another list. */
    public static Rejection invalid() {
        return Rejection.invalid("cursor", "Not a valid cursor for this list: pass a cursor from 'meta' unchanged.");
    }

    /** Empty if the text is not a cursor created by Roost. */
    public static Optional<Cursor> decode(String text) {
        if (text.length() > MAXIMUM_LENGTH) {
            return Optional.empty();
        }
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (bytes.length <= 1 || bytes[0] != VERSION || (bytes.length - 1) % Long.BYTES != 0) {
            return Optional.empty();
        }
        long[] values = new long[(bytes.length - 1) / Long.BYTES];
        ByteBuffer.wrap(bytes, 1, bytes.length - 1).asLongBuffer().get(values);
        return Optional.of(new Cursor(values));
    }

    public String encode() {
        ByteBuffer bytes = ByteBuffer.allocate(1 + values.length * Long.BYTES);
        bytes.put(VERSION);
        for (long value : values) {
            bytes.putLong(value);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** The same position as a cursor of this list only. */
    public Cursor of(ListId list) {
        long[] tagged = new long[values.length + 1];
        tagged[0] = list.tag();
        System.arraycopy(values, 0, tagged, 1, values.length);
        return new Cursor(tagged);
    }

    /** The inverse of {@link #of(ListId)}; empty for the cursor of another list. */
    public Optional<Cursor> in(ListId list) {
        return values[0] == list.tag() && values.length > 1
                ? Optional.of(new Cursor(Arrays.copyOfRange(values, 1, values.length)))
                : Optional.empty();
    }

    public int size() {
        return values.length;
    }

    public long value(int index) {
        return values[index];
    }
}
