package social.roost.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/**
 * Certificates for development: an authority, and a certificate from it for each role. Whoever has the authority's key
 * can impersonate any role, so in production it must be stored elsewhere.
 *
 * <p>An existing authority in the folder is kept, so that everything that trusts it continues to work when certificates
 * are renewed. Processes detect the new files by themselves.
 */
public final class DevelopmentCertificates {
    private static final List<String> ROLES =
            Arrays.stream(Role.values()).map(Role::text).toList();
    private static final Base64.Encoder BASE64 = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private final Path folder;
    private final List<String> hosts;

    /**
     * Prepares the certificates; writes nothing yet.
     *
     * @param hosts names and addresses by which clients reach the processes
     */
    public DevelopmentCertificates(Path folder, List<String> hosts) {
        this.folder = folder;
        this.hosts = hosts;
    }

    /**
     * Writes the certificates.
     *
     * @return the names of the certificates, {@code NAME.pem} and {@code NAME-key.pem}: those of the roles, and finally
     *     one for a process with several roles
     * @throws StartupException if an external cause prevents it
     */
    public List<String> write() {
        try (KeyTool keyTool = new KeyTool()) {
            Files.createDirectories(folder);
            prepareAuthority(keyTool);
            keyTool.makeSigned(Role.ALL, names(ROLES.stream()));
            requireAllowed(keyTool.certificate(Role.ALL));
            store(keyTool, Role.ALL);
            for (String role : ROLES) {
                keyTool.makeSigned(role, names(Stream.of(role)));
                store(keyTool, role);
            }
            return Stream.concat(ROLES.stream(), Stream.of(Role.ALL)).toList();
        } catch (IOException | GeneralSecurityException e) {
            throw new StartupException("Cannot write certificates to " + folder + ": " + e.getMessage(), e);
        }
    }

    private List<String> names(Stream<String> roles) {
        return Stream.concat(roles.map(role -> role + ".roost.internal"), hosts.stream())
                .toList();
    }

    private void prepareAuthority(KeyTool keyTool) throws IOException, GeneralSecurityException {
        Path certificate = folder.resolve("ca.pem");
        Path key = folder.resolve("ca-key.pem");
        if (Files.exists(certificate) != Files.exists(key)) {
            throw new StartupException("Of " + certificate + " and " + key
                    + " there is only one: put the other beside it, or remove it for a new authority.");
        }
        if (Files.exists(key)) {
            keyTool.importAuthority(Files.readString(certificate), Files.readString(key));
        } else {
            keyTool.makeAuthority(hosts);
            store(keyTool, KeyTool.AUTHORITY);
        }
    }

    /** An existing authority may have been created for other hosts. */
    private void requireAllowed(Certificate signed) throws IOException, GeneralSecurityException {
        Path file = folder.resolve("ca.pem");
        try (InputStream in = Files.newInputStream(file)) {
            Certificate authority = CertificateFactory.getInstance("X.509").generateCertificate(in);
            NameConstraints.check((X509Certificate) authority, (X509Certificate) signed);
        } catch (CertPathValidatorException e) {
            throw new StartupException(
                    "The authority " + file + " is not for all of " + String.join(", ", hosts) + " (" + e.getMessage()
                            + "): to create a new one, remove ca.pem and ca-key.pem; everyone who trusts the old one"
                            + " needs it.",
                    e);
        }
    }

    private void store(KeyTool keyTool, String name) throws IOException, GeneralSecurityException {
        Certificate certificate = keyTool.certificate(name);
        replace(
                name + "-key.pem",
                "rw-------",
                pem("PRIVATE KEY", keyTool.key(name).getEncoded()));
        replace(name + ".pem", "rw-r--r--", pem("CERTIFICATE", certificate.getEncoded()));
    }

    private static String pem(String kind, byte[] bytes) {
        return "-----BEGIN " + kind + "-----\n" + BASE64.encodeToString(bytes) + "\n-----END " + kind + "-----\n";
    }

    /** Atomically, so that nobody reads a partial file. */
    private void replace(String name, String permissions, String content) throws IOException {
        Path whole = Files.createTempFile(
                folder,
                name,
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(whole, content, StandardCharsets.US_ASCII);
        Files.setPosixFilePermissions(whole, PosixFilePermissions.fromString(permissions));
        Files.move(whole, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
