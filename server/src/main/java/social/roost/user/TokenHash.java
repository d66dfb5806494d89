package social.roost.user;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The SHA-256 of a session token, in hexadecimal. A token carries 256 random bits, so a fast hash without salt is enough to
 * make a stolen table useless.
 */
public record TokenHash(String hex) {

    private static final int NUMBER_DIGITS = 16;

    /** The first 64 bits, for what only counts. */
    public long number() {
        return Long.parseUnsignedLong(hex, 0, NUMBER_DIGITS, NUMBER_DIGITS);
    }

    public static TokenHash of(String token) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return new TokenHash(HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
