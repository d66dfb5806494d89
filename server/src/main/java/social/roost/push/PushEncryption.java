package social.roost.push;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Encrypts a push for a browser, in a single record of {@code aes128gcm} (RFC 8291 and 8188). */
final class PushEncryption {
    /** Longer texts may not fit into the record. */
    static final int MOST_BYTES = 3_000;

    private static final int SALT = 16;
    private static final int RECORD = 4_096;
    private static final int KEY = 16;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final byte LAST_RECORD = 2;

    private final SecureRandom random = new SecureRandom();

    /** @throws IllegalArgumentException if the text is too long, or the key of the browser is none */
    byte[] encrypt(byte[] text, PushKeys browser) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(P256.parameters(), random);
            KeyPair own = generator.generateKeyPair();
            byte[] salt = new byte[SALT];
            random.nextBytes(salt);
            return encrypt(text, browser, own.getPrivate(), (ECPublicKey) own.getPublic(), salt);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot encrypt pushes", e);
        }
    }

    /** With a key pair and a salt that must be used only once. */
    static byte[] encrypt(byte[] text, PushKeys browser, PrivateKey own, ECPublicKey ownPublic, byte[] salt)
            throws GeneralSecurityException {
        if (text.length > MOST_BYTES) {
            throw new IllegalArgumentException("A push of " + text.length + " bytes is too long");
        }
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(own);
        agreement.doPhase(P256.decode(browser.p256dh()), true);
        byte[] ownKey = P256.encode(ownPublic);
        byte[] keyInfo = join(ascii("WebPush: info\0"), browser.p256dh(), ownKey);
        byte[] input = derive(browser.auth(), agreement.generateSecret(), keyInfo, 32);
        byte[] key = derive(salt, input, ascii("Content-Encoding: aes128gcm\0"), KEY);
        byte[] nonce = derive(salt, input, ascii("Content-Encoding: nonce\0"), NONCE);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        byte[] encrypted = cipher.doFinal(join(text, new byte[] {LAST_RECORD}));
        return ByteBuffer.allocate(SALT + 4 + 1 + ownKey.length + encrypted.length)
                .put(salt)
                .putInt(RECORD)
                .put((byte) ownKey.length)
                .put(ownKey)
                .put(encrypted)
                .array();
    }

    private static byte[] derive(byte[] salt, byte[] input, byte[] info, int length) throws GeneralSecurityException {
        return KDF.getInstance("HKDF-SHA256")
                .deriveData(HKDFParameterSpec.ofExtract()
                        .addIKM(input)
                        .addSalt(salt)
                        .thenExpand(info, length));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] join(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        ByteBuffer joined = ByteBuffer.allocate(length);
        for (byte[] part : parts) {
            joined.put(part);
        }
        return joined.array();
    }
}
