package social.roost.push;

/** A text that only one browser can read. */
public final class Encrypted {
    private final byte[] bytes;

    Encrypted(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    public byte[] bytes() {
        return bytes.clone();
    }
}
