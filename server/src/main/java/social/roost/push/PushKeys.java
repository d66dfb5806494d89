package social.roost.push;

import java.util.Base64;

/**
 * What a browser gives away to be sent pushes that only it can read.
 *
 * @param p256dhText its public key, in URL-safe base 64
 * @param authText its secret, in URL-safe base 64
 */
public record PushKeys(String p256dhText, String authText) {
    private static final int AUTH = 16;
    private static final int LONGEST = 100;

    /** Whether a text is the key of a browser. */
    static boolean isKey(String text) {
        try {
            var _ = P256.decode(decode(text));
            return true;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    /** Whether a text is the secret of a browser. */
    static boolean isSecret(String text) {
        try {
            return decode(text).length == AUTH;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    byte[] p256dh() {
        return decode(p256dhText);
    }

    byte[] auth() {
        return decode(authText);
    }

    /** Browsers encode with and without padding. Nothing that is longer is a key. */
    private static byte[] decode(String text) {
        return Base64.getUrlDecoder().decode(text.length() > LONGEST ? "" : text.replaceAll("=+$", ""));
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "keys";
    }
}
