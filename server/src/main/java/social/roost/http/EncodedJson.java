package social.roost.http;

import io.vertx.core.buffer.Buffer;

/** Encoded JSON, ready to be sent. Must not be modified. */
public final class EncodedJson {
    private final Buffer buffer;

    EncodedJson(Buffer buffer) {
        this.buffer = buffer;
    }

    public static EncodedJson of(Object value) {
        return new EncodedJson(Buffer.buffer(Json.encode(value)));
    }

    /** {@code {"data": value}} */
    public static EncodedJson data(Object value) {
        return of(new Data(value));
    }

    int bytes() {
        return buffer.length();
    }

    Buffer buffer() {
        return buffer;
    }

    @Override
    public String toString() {
        return buffer.toString();
    }

    private record Data(Object data) {}
}
