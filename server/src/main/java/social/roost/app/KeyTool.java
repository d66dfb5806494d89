package social.roost.app;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Creates keys and certificates with the JDK's {@code keytool}, in a key store that exists as long as this object. Java
 * has no public API for creating certificates.
 */
final class KeyTool implements AutoCloseable {
    /** The entry that signs the others. */
    static final String AUTHORITY = "ca";

    /** The longest validity of a server certificate that clients commonly accept. */
    private static final int VALID_DAYS = 397;

    private static final int AUTHORITY_VALID_DAYS = 3_650;
    /** A short-lived process: use the compiler and the collector that start quickly. */
    private static final List<String> QUICKLY = List.of("-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC");

    private static final String PASSWORD_VARIABLE = "ROOST_KEY_STORE_PASSWORD";

    private final Path folder;
    private final Path store;
    private final String password = HexFormat.of().formatHex(SecureRandom.getSeed(16));

    KeyTool() throws IOException {
        folder = Files.createTempDirectory("roost-certs");
        store = folder.resolve("keys.p12");
    }

    /** @param hosts that it may sign for, in addition to the roles and this machine */
    void makeAuthority(List<String> hosts) throws IOException {
        run(
                AUTHORITY,
                "Roost development authority",
                AUTHORITY_VALID_DAYS,
                List.of(
                        "-ext",
                        "bc:c=ca:true,pathlen:0",
                        "-ext",
                        "ku:c=keyCertSign,cRLSign",
                        "-ext",
                        NameConstraints.OID + ":critical=" + NameConstraints.hex(hosts)));
    }

    /** Creates a key and a certificate signed by the authority, for both sides of a connection. */
    void makeSigned(String name, List<String> hosts) throws IOException {
        String subject = hosts.stream()
                .map(host -> (isNumeric(host) ? "ip:" : "dns:") + host)
                .collect(Collectors.joining(","));
        run(
                name,
                hosts.getFirst(),
                VALID_DAYS,
                List.of(
                        "-signer",
                        AUTHORITY,
                        "-ext",
                        "san=" + subject,
                        "-ext",
                        "ku:c=digitalSignature",
                        "-ext",
                        "eku=serverAuth,clientAuth"));
    }

    static boolean isNumeric(String host) {
        return host.contains(":") || host.matches("[0-9.]+");
    }

    void importAuthority(String certificate, String key) throws IOException, GeneralSecurityException {
        Certificate own = CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(certificate.getBytes(StandardCharsets.US_ASCII)));
        String encoded = key.replaceAll("-----[A-Z ]+-----", "");
        PrivateKey privateKey = KeyFactory.getInstance(own.getPublicKey().getAlgorithm())
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(encoded)));
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        keys.setKeyEntry(AUTHORITY, privateKey, password.toCharArray(), new Certificate[] {own});
        try (OutputStream out = Files.newOutputStream(store)) {
            keys.store(out, password.toCharArray());
        }
    }

    Certificate certificate(String name) throws IOException, GeneralSecurityException {
        return Objects.requireNonNull(read().getCertificate(name));
    }

    Key key(String name) throws IOException, GeneralSecurityException {
        return Objects.requireNonNull(read().getKey(name, password.toCharArray()));
    }

    private KeyStore read() throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, password.toCharArray());
        }
        return keys;
    }

    private void run(String name, String commonName, int days, List<String> more) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(QUICKLY);
        command.addAll(List.of("-genkeypair", "-alias", name));
        command.addAll(List.of("-dname", "CN=" + commonName, "-validity", Integer.toString(days)));
        command.addAll(List.of("-keyalg", "EC", "-groupname", "secp256r1", "-startdate", "-1H"));
        command.addAll(List.of("-storetype", "PKCS12", "-keystore", store.toString()));
        command.addAll(List.of("-storepass:env", PASSWORD_VARIABLE));
        command.addAll(more);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put(PASSWORD_VARIABLE, password);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (exitCode(process) != 0) {
            throw new IOException("keytool failed: " + output.strip());
        }
    }

    private static int exitCode(Process process) throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(store);
        Files.deleteIfExists(folder);
    }
}
