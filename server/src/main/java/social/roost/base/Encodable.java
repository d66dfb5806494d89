package social.roost.base;

import org.jspecify.annotations.Nullable;

/** A value that is encoded for many readers: the result of each {@link Encoding} is kept with it. */
public abstract class Encodable {
    /**
     * The newest of its encoded forms. Written without a lock: racing threads may encode twice, and a lost form is
     * encoded again.
     */
    @Nullable
    Form form;

    /** The value in one encoding. Not a record, because it contains an array. */
    static final class Form {
        final Encoding<?> encoding;
        final byte[] bytes;
        final @Nullable Form older;

        Form(Encoding<?> encoding, byte[] bytes, @Nullable Form older) {
            this.encoding = encoding;
            this.bytes = bytes;
            this.older = older;
        }
    }
}
