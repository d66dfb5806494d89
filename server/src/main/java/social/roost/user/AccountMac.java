package social.roost.user;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A MAC for values that an account's holder keeps. The key is the hash of the account's password, which never leaves
 * the store. So nothing is stored for such a value, every process can check it, and a new password invalidates it.
 */
final class AccountMac {
    static final int BYTES = 32;

    private static final String ALGORITHM = "HmacSHA256";

    private AccountMac() {}

    /** @param purpose separates the kinds of values */
    static byte[] of(String purpose, String passwordHash, long userId, long issuedAt) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(passwordHash.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            mac.update(purpose.getBytes(StandardCharsets.US_ASCII));
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
