package social.roost.http;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import social.roost.base.Cursor;

/**
 * Assembles JSON from encoded parts by copying bytes: {@code {"data": ..., "includes": ..., "meta": ...}}. The bytes
 * are copied once, into the buffer that is sent to the client.
 */
public final class JsonPage {
    private static final byte[] NO_ITEMS = {'[', ']'};
    private static final Name META = new Name("meta");
    private static final Name NEXT = new Name("next");
    private static final Name PREVIOUS = new Name("previous");

    private final Buffer buffer;
    private boolean first = true;

    /**
     * Starts an object.
     *
     * @param expectedBytes estimated length of the whole; the buffer grows if necessary
     */
    public JsonPage(int expectedBytes) {
        buffer = Buffer.buffer(expectedBytes).appendByte((byte) '{');
    }

    /** Starts a field. */
    public JsonPage open(Name name) {
        if (first) {
            buffer.appendBytes(name.json, 1, name.json.length - 1);
        } else {
            buffer.appendBytes(name.json);
        }
        first = false;
        return this;
    }

    /** Starts an object as the value of the current field. */
    public JsonPage object() {
        buffer.appendByte((byte) '{');
        first = true;
        return this;
    }

    public JsonPage closeObject() {
        buffer.appendByte((byte) '}');
        first = false;
        return this;
    }

    /** Adds an encoded value. */
    public JsonPage raw(byte[] json) {
        buffer.appendBytes(json);
        return this;
    }

    /** Adds the fields of an encoded object that is not empty. */
    public JsonPage members(byte[] object) {
        if (!first) {
            buffer.appendByte((byte) ',');
        }
        buffer.appendBytes(object, 1, object.length - 2);
        first = false;
        return this;
    }

    public <T> JsonPage array(Collection<T> values, Function<T, byte[]> json) {
        if (values.isEmpty()) {
            buffer.appendBytes(NO_ITEMS);
            return this;
        }
        byte before = '[';
        for (T value : values) {
            buffer.appendByte(before).appendBytes(json.apply(value));
            before = ',';
        }
        buffer.appendByte((byte) ']');
        return this;
    }

    /** Adds an array of ids, as strings. */
    public JsonPage ids(long[] ids) {
        if (ids.length == 0) {
            buffer.appendBytes(NO_ITEMS);
            return this;
        }
        char before = '[';
        for (long id : ids) {
            buffer.appendString(before + "\"" + id + "\"");
            before = ',';
        }
        buffer.appendByte((byte) ']');
        return this;
    }

    /** Adds the field {@code meta} with the existing cursors. */
    public JsonPage meta(@Nullable Cursor next, @Nullable Cursor previous) {
        return openMeta(next, previous).closeObject();
    }

    /** Starts the field {@code meta} with the existing cursors; more fields may follow. */
    public JsonPage openMeta(@Nullable Cursor next, @Nullable Cursor previous) {
        open(META).object();
        cursor(NEXT, next);
        cursor(PREVIOUS, previous);
        return this;
    }

    /** Ends the object that the constructor started. */
    public EncodedJson end() {
        return new EncodedJson(buffer.appendByte((byte) '}'));
    }

    private void cursor(Name name, @Nullable Cursor cursor) {
        if (cursor != null) {
            open(name);
            buffer.appendString("\"" + cursor.encode() + "\"");
        }
    }

    /** The name of a field, encoded once; callers define it as a constant. */
    public static final class Name {
        private final byte[] json;

        public Name(String name) {
            json = (",\"" + name + "\":").getBytes(StandardCharsets.UTF_8);
        }
    }
}
