package social.roost.base;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a format encodes values of a kind, such as an API its tweets. Each value is encoded at its first use and keeps
 * the bytes, so they exist as long as the value does. Formats are independent of each other.
 */
public final class Encoding<T extends Encodable> {
    private final Function<T, byte[]> encoder;

    public Encoding(Function<T, byte[]> encoder) {
        this.encoder = encoder;
    }

    /** Must not be modified. */
    public byte[] of(T value) {
        Encodable.Form newest = value.form;
        for (Encodable.Form form = newest; form != null; form = form.older) {
            if (form.encoding == this) {
                return form.bytes;
            }
        }
        return encode(value, newest);
    }

    private byte[] encode(T value, Encodable.@Nullable Form others) {
        byte[] bytes = encoder.apply(value);
        value.form = new Encodable.Form(this, bytes, others);
        return bytes;
    }
}
