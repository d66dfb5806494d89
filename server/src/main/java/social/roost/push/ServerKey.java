package social.roost.push;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Duration;
import java.util.Base64;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * With this key the server identifies itself to push services (VAPID, RFC 8292). Browsers bind their subscriptions to its
 * public part, so it never changes.
 */
public final class ServerKey {
    private static final Duration LIFETIME = Duration.ofHours(12);
    private static final String HEADER = encode("{\"typ\":\"JWT\",\"alg\":\"ES256\"}");

    /** Longer than the key, so that the remainder is as good as evenly distributed. */
    private static final int DERIVED = 48;

    private final PrivateKey key;
    private final String publicKey;
    private final String contact;

    /**
     * Derives the key.
     *
     * @param secret of at least 32 random bytes
     * @param contact the URL under which push services reach the operator
     */
    public ServerKey(byte[] secret, String contact) {
        this.contact = contact;
        try {
            byte[] derived = KDF.getInstance("HKDF-SHA256")
                    .deriveData(HKDFParameterSpec.ofExtract()
                            .addIKM(secret)
                            .thenExpand("Roost: key of pushes".getBytes(StandardCharsets.US_ASCII), DERIVED));
            BigInteger range = P256.parameters().getOrder().subtract(BigInteger.ONE);
            BigInteger number = new BigInteger(1, derived).mod(range).add(BigInteger.ONE);
            key = P256.privateKey(number);
            publicKey = encode(P256.encode(P256.publicKey(number)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot make the key of pushes", e);
        }
    }

    /** In URL-safe base 64, as browsers want it. */
    public String publicKey() {
        return publicKey;
    }

    /**
     * The value of the header {@code Authorization} for a push service.
     *
     * @param origin of the push service
     * @param now in milliseconds since 1970
     */
    String authorization(String origin, long now) {
        long expires = (now + LIFETIME.toMillis()) / 1_000;
        String claims = "{\"aud\":\"" + origin + "\",\"exp\":" + expires + ",\"sub\":\"" + contact + "\"}";
        String signed = HEADER + "." + encode(claims);
        try {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(key);
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return "vapid t=" + signed + "." + encode(signature.sign()) + ", k=" + publicKey;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot sign pushes", e);
        }
    }

    private static String encode(String text) {
        return encode(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
