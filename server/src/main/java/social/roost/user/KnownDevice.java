package social.roost.user;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A value that a browser or app gets at a log-in and sends with the next one. Then guesses of others do not lock it
 * out. It does not replace the password.
 *
 * <p>It consists of the time of the log-in, and a MAC of account and time. The key is the hash of the account's
 * password, which never leaves the store. So nothing is stored for it, every process can check it, and a new password
 * invalidates all of them.
 */
public final class KnownDevice {
    public static final Duration LIFETIME = Duration.ofDays(365);

    private static final String ALGORITHM = "HmacSHA256";
    private static final int MAC_BYTES = 32;
    private static final int LENGTH = 54;
    private static final byte[] PURPOSE = "roost known device 1".getBytes(StandardCharsets.US_ASCII);

    private KnownDevice() {}

    public static String issue(long userId, String passwordHash, long now) {
        byte[] bytes = ByteBuffer.allocate(Long.BYTES + MAC_BYTES)
                .putLong(now)
                .put(mac(userId, passwordHash, now))
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Whether it was issued for this account with its current password, within its lifetime. */
    static boolean isOf(String device, long userId, String passwordHash, long now) {
        if (device.length() != LENGTH) {
            return false;
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(device));
            long issuedAt = bytes.getLong();
            byte[] mac = new byte[MAC_BYTES];
            bytes.get(mac);
            return MessageDigest.isEqual(mac, mac(userId, passwordHash, issuedAt))
                    && now - issuedAt < LIFETIME.toMillis();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static byte[] mac(long userId, String passwordHash, long issuedAt) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(passwordHash.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            mac.update(PURPOSE);
            mac.update(ByteBuffer.allocate(2 * Long.BYTES)
                    .putLong(userId)
                    .putLong(issuedAt)
                    .array());
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }
}
