package social.roost.base;

import org.jspecify.annotations.Nullable;

/** A value that is encoded for many readers: whatever each {@link Encoding} has made of it is kept with it. */
public abstract class Encodable {
    /**
     * The newest of its encoded forms. Written without a lock: threads that race may encode the same twice, and a form that is
     * lost is made once more.
     */
    @Nullable
    Form form;

    /** The value in one encoding. Not a record, since it holds an array. */
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
