package social.roost.http;

import io.vertx.core.buffer.Buffer;
import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import social.roost.base.Cursor;

/**
 * Puts an answer together from parts that are encoded already, by copying bytes: {@code {"data": ..., "includes": ...,
 * "meta": ...}}. The bytes are copied once, into the buffer that is written to the client.
 */
public final class JsonPage {
    private final Buffer buffer;
    private boolean first = true;

    /**
     * Begins an object.
     *
     * @param expectedBytes of the whole; it grows where that is too few
     */
    public JsonPage(int expectedBytes) {
        buffer = Buffer.buffer(expectedBytes).appendByte((byte) '{');
    }

    /** Begins a member. */
    public JsonPage open(String name) {
        if (!first) {
            buffer.appendByte((byte) ',');
        }
        buffer.appendString("\"" + name + "\":");
        first = false;
        return this;
    }

    /** Begins an object as the value of the member just opened. */
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

    /** An encoded value. */
    public JsonPage raw(byte[] json) {
        buffer.appendBytes(json);
        return this;
    }

    /** The members of an encoded object that has some. */
    public JsonPage members(byte[] object) {
        if (!first) {
            buffer.appendByte((byte) ',');
        }
        buffer.appendBytes(object, 1, object.length - 2);
        first = false;
        return this;
    }

    public <T> JsonPage array(Collection<T> values, Function<T, byte[]> json) {
        byte before = '[';
        for (T value : values) {
            buffer.appendByte(before).appendBytes(json.apply(value));
            before = ',';
        }
        buffer.appendString(values.isEmpty() ? "[]" : "]");
        return this;
    }

    /** An array of ids, as strings. */
    public JsonPage ids(long[] ids) {
        char before = '[';
        for (long id : ids) {
            buffer.appendString(before + "\"" + id + "\"");
            before = ',';
        }
        buffer.appendString(ids.length == 0 ? "[]" : "]");
        return this;
    }

    /** The member {@code meta} with the cursors that there are. */
    public JsonPage meta(@Nullable Cursor next, @Nullable Cursor previous) {
        open("meta").object();
        cursor("next", next);
        cursor("previous", previous);
        return closeObject();
    }

    /** Ends the object that the constructor began. */
    public Response end(int status) {
        return Response.encoded(status, buffer.appendByte((byte) '}'));
    }

    private void cursor(String name, @Nullable Cursor cursor) {
        if (cursor != null) {
            open(name);
            buffer.appendString("\"" + cursor.encode() + "\"");
        }
    }
}
