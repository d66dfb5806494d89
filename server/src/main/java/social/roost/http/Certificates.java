package social.roost.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.net.ClientSSLOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.SSLOptions;
import io.vertx.core.net.ServerSSLOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import social.roost.base.CipherSuites;

/**
 * The content of the files of {@link TlsSettings} at one moment. The key belongs to the certificate: if the files are
 * replaced one after the other, the state in between is rejected.
 */
public final class Certificates {
    private static final Pattern KEY =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

    private final String certificate;
    private final String key;
    private final String authority;

    private Certificates(String certificate, String key, String authority) {
        this.certificate = certificate;
        this.key = key;
        this.authority = authority;
    }

    /**
     * Empty if TLS is off. Blocks.
     *
     * @throws IOException if the files are invalid, with the reason
     */
    public static Optional<Certificates> read(TlsSettings settings) throws IOException {
        if (!settings.isOn()) {
            return Optional.empty();
        }
        Certificates read = new Certificates(
                content(settings.certificate()),
                content(settings.key()),
                settings.authority().isEmpty() ? "" : content(settings.authority()));
        try {
            read.check();
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException(
                    "The certificate " + settings.certificate() + " cannot be used with the key " + settings.key()
                            + " and the authority '" + settings.authority() + "': " + e.getMessage(),
                    e);
        }
        return Optional.of(read);
    }

    /** For a listener: if an authority is set, clients must have a certificate from it. */
    public ServerSSLOptions forServer() {
        ServerSSLOptions options =
                new ServerSSLOptions().setClientAuth(authority.isEmpty() ? ClientAuth.NONE : ClientAuth.REQUIRED);
        fill(options);
        return options;
    }

    /** For a client: the server must have a certificate from the authority, for the name by which it is called. */
    public ClientSSLOptions forClient() {
        ClientSSLOptions options = new ClientSSLOptions().setHostnameVerificationAlgorithm("HTTPS");
        fill(options);
        return options;
    }

    private void fill(SSLOptions options) {
        CipherSuites.STRONG.forEach(options::addEnabledCipherSuite);
        options.setUseAlpn(true)
                .setKeyCertOptions(new PemKeyCertOptions()
                        .addCertValue(Buffer.buffer(certificate))
                        .addKeyValue(Buffer.buffer(key)));
        if (!authority.isEmpty()) {
            options.setTrustOptions(new PemTrustOptions().addCertValue(Buffer.buffer(authority)));
        }
    }

    private void check() throws GeneralSecurityException {
        Certificate own = first(certificate);
        PrivateKey privateKey = privateKey(own.getPublicKey().getAlgorithm());
        Signature signature = Signature.getInstance(signatureAlgorithm(privateKey.getAlgorithm()));
        signature.initSign(privateKey);
        byte[] signed = signature.sign();
        signature.initVerify(own);
        if (!signature.verify(signed)) {
            throw new GeneralSecurityException("the key is not that of the certificate");
        }
        if (!authority.isEmpty()) {
            first(authority);
        }
    }

    private static String signatureAlgorithm(String keyAlgorithm) {
        return switch (keyAlgorithm) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> keyAlgorithm;
        };
    }

    private PrivateKey privateKey(String algorithm) throws GeneralSecurityException {
        Matcher matcher = KEY.matcher(key);
        if (!matcher.find()) {
            throw new GeneralSecurityException("the key is not in PKCS #8 (BEGIN PRIVATE KEY)");
        }
        byte[] encoded = Base64.getMimeDecoder().decode(matcher.group(1));
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded));
    }

    private static Certificate first(String pem) throws GeneralSecurityException {
        byte[] bytes = pem.getBytes(StandardCharsets.ISO_8859_1);
        return CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes));
    }

    private static String content(String file) throws IOException {
        try {
            return Files.readString(Path.of(file), StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            throw new IOException("There is no file " + file + ".", e);
        } catch (IOException e) {
            throw new IOException("The file " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Certificates that
                && certificate.equals(that.certificate)
                && key.equals(that.key)
                && authority.equals(that.authority);
    }

    @Override
    public int hashCode() {
        return certificate.hashCode();
    }
}
