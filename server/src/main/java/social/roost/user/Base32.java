package social.roost.user;

/** Base32 (RFC 4648) without padding, for bytes that people or authenticator apps copy. */
final class Base32 {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private Base32() {}

    /** @param bytes a multiple of 5, so that no padding is needed */
    static String encode(byte[] bytes) {
        StringBuilder text = new StringBuilder(bytes.length * Byte.SIZE / BITS);
        int buffer = 0;
        int bits = 0;
        for (byte each : bytes) {
            buffer = (buffer << Byte.SIZE) | (each & 0xff);
            for (bits += Byte.SIZE; bits >= BITS; bits -= BITS) {
                text.append(ALPHABET.charAt((buffer >> (bits - BITS)) & 31));
            }
        }
        return text.toString();
    }

    /** @param text as {@link #encode} writes it */
    static byte[] decode(String text) {
        byte[] bytes = new byte[text.length() * BITS / Byte.SIZE];
        int buffer = 0;
        int bits = 0;
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            buffer = (buffer << BITS) | ALPHABET.indexOf(text.charAt(i));
            bits += BITS;
            if (bits >= Byte.SIZE) {
                bits -= Byte.SIZE;
                bytes[length++] = (byte) (buffer >> bits);
            }
        }
        return bytes;
    }
}
