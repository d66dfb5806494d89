package social.roost.driver.redis;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Distinguishes values that processes of this deployment wrote to Redis from those of strangers: each begins with an
 * HMAC of itself and its key, so it cannot be moved to another key either. Redis never has the secret.
 */
public final class Seal {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int TAG_BYTES = 32;

    private final SecretKeySpec secret;

    public Seal(byte[] secret) {
        this.secret = new SecretKeySpec(secret, ALGORITHM);
    }

    /** The value, preceded by its tag. */
    public byte[] close(String key, byte[] value) {
        return ByteBuffer.allocate(TAG_BYTES + value.length)
                .put(tag(key, value))
                .put(value)
                .array();
    }

    /** The value; empty if it was not sealed with this secret for this key. */
    public Optional<byte[]> open(String key, byte[] closed) {
        if (closed.length < TAG_BYTES) {
            return Optional.empty();
        }
        byte[] value = Arrays.copyOfRange(closed, TAG_BYTES, closed.length);
        byte[] tag = Arrays.copyOf(closed, TAG_BYTES);
        return MessageDigest.isEqual(tag, tag(key, value)) ? Optional.of(value) : Optional.empty();
    }

    private byte[] tag(String key, byte[] value) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            mac.update(key.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(value);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
        }
    }
}
