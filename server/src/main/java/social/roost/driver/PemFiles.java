package social.roost.driver;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** The files of {@link StoreTls}, for drivers that cannot read PEM themselves. */
public final class PemFiles {
    private static final char[] NO_PASSWORD = {};

    private PemFiles() {}

    /**
     * Reads the files.
     *
     * @throws UnusableStoreException if they are invalid, with the reason
     */
    public static SSLContext context(StoreTls tls) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys(tls), trust(tls), null);
            return context;
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            throw new UnusableStoreException(
                    "the files of tls (authority '" + tls.authority() + "', certificate '" + tls.certificate()
                            + "', key '" + tls.key() + "') cannot be used: " + e.getMessage(),
                    e);
        }
    }

    /** The content of the file. */
    public static String text(String file) {
        try {
            return Files.readString(Path.of(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UnusableStoreException("the file " + file + " cannot be read", e);
        }
    }

    /** Null for the authorities that Java trusts. */
    private static TrustManager @Nullable [] trust(StoreTls tls) throws IOException, GeneralSecurityException {
        if (tls.authority().isEmpty()) {
            return null;
        }
        KeyStore authorities = emptyStore();
        int number = 0;
        for (Certificate authority : certificates(tls.authority())) {
            authorities.setCertificateEntry("authority-" + number++, authority);
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(authorities);
        return factory.getTrustManagers();
    }

    private static KeyManager @Nullable [] keys(StoreTls tls) throws IOException, GeneralSecurityException {
        if (!tls.hasCertificate()) {
            return null;
        }
        Certificate[] chain = certificates(tls.certificate()).toArray(Certificate[]::new);
        if (chain.length == 0) {
            throw new GeneralSecurityException("there is no certificate in " + tls.certificate());
        }
        KeyStore own = emptyStore();
        own.setKeyEntry("own", privateKey(tls.key(), chain[0].getPublicKey().getAlgorithm()), NO_PASSWORD, chain);
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(own, NO_PASSWORD);
        return factory.getKeyManagers();
    }

    private static KeyStore emptyStore() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static Collection<? extends Certificate> certificates(String file) throws GeneralSecurityException {
        byte[] pem = text(file).getBytes(StandardCharsets.ISO_8859_1);
        return CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem));
    }

    private static PrivateKey privateKey(String file, String algorithm) throws GeneralSecurityException {
        String pem = text(file);
        if (!pem.contains("-----BEGIN PRIVATE KEY-----")) {
            throw new GeneralSecurityException("the key is not in PKCS #8 (BEGIN PRIVATE KEY)");
        }
        byte[] encoded = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded));
    }
}
