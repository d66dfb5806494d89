package social.roost.user;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes of an authenticator app: TOTP (RFC 6238) with SHA-1, 6 digits and steps of 30 seconds, which every app
 * supports.
 */
final class Totp {
    static final int DIGITS = 6;

    private static final String ALGORITHM = "HmacSHA1";
    private static final int SECRET_BYTES = 20;
    private static final int MODULUS = 1_000_000;
    private static final long STEP_MILLIS = 30_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Totp() {}

    /** A random secret in Base32. */
    static String newSecret() {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return Base32.encode(secret);
    }

    /** What authenticator apps read from a QR code. */
    static String uri(String username, String secret) {
        return "otpauth://totp/Roost:" + username + "?secret=" + secret + "&issuer=Roost&algorithm=SHA1&digits="
                + DIGITS + "&period=" + STEP_MILLIS / 1_000;
    }

    /**
     * The step to which a code belongs: the present one, or one before or after it, because clocks differ.
     *
     * @param now in milliseconds since 1970
     * @return empty if the code is wrong
     */
    static OptionalLong stepOf(String code, String secret, long now) {
        long present = now / STEP_MILLIS;
        return LongStream.rangeClosed(present - 1, present + 1)
                .filter(step -> MessageDigest.isEqual(
                        code.getBytes(US_ASCII), code(secret, step).getBytes(US_ASCII)))
                .findFirst();
    }

    /** The code of a step. */
    static String code(String secret, long step) {
        byte[] hash = hash(Base32.decode(secret), step);
        int offset = hash[hash.length - 1] & 0xf;
        int truncated = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
        return String.format(Locale.ROOT, "%06d", truncated % MODULUS);
    }

    private static byte[] hash(byte[] secret, long step) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }
}
