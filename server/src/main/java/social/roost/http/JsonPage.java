package social.roost.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import social.roost.base.Cursor;

/**
 * Puts an answer together from parts that are encoded already, by copying bytes: {@code {"data": ..., "includes": ...,
 * "meta": ...}}.
 */
public final class JsonPage {
    private byte[] bytes;
    private int length;

    /**
     * Begins an object.
     *
     * @param expectedBytes of the whole; it grows where that is too few
     */
    public JsonPage(int expectedBytes) {
        bytes = new byte[Math.max(64, expectedBytes)];
        append('{');
    }

    /** Begins a member. */
    public JsonPage open(String name) {
        if (bytes[length - 1] != '{') {
            append(',');
        }
        append('"').ascii(name).append('"');
        return append(':');
    }

    /** Begins an object as the value of the member just opened. */
    public JsonPage object() {
        return append('{');
    }

    public JsonPage closeObject() {
        return append('}');
    }

    /** An encoded value. */
    public JsonPage raw(byte[] json) {
        reserve(json.length);
        System.arraycopy(json, 0, bytes, length, json.length);
        length += json.length;
        return this;
    }

    public <T> JsonPage array(Collection<T> values, Function<T, byte[]> json) {
        append('[');
        for (T value : values) {
            if (bytes[length - 1] != '[') {
                append(',');
            }
            raw(json.apply(value));
        }
        return append(']');
    }

    /** The member {@code meta} with the cursors that there are. */
    public JsonPage meta(@Nullable Cursor next, @Nullable Cursor previous) {
        open("meta").object();
        cursor("next", next);
        cursor("previous", previous);
        return closeObject();
    }

    /** Ends the object that the constructor began. */
    public byte[] end() {
        append('}');
        return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
    }

    private void cursor(String name, @Nullable Cursor cursor) {
        if (cursor != null) {
            open(name).append('"').ascii(cursor.encode()).append('"');
        }
    }

    private JsonPage ascii(String text) {
        return raw(text.getBytes(StandardCharsets.US_ASCII));
    }

    private JsonPage append(char character) {
        reserve(1);
        bytes[length++] = (byte) character;
        return this;
    }

    private void reserve(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
