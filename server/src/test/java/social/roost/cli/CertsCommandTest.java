package social.roost.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.roost.app.Role;

@DisplayName("roost certs (K2)")
class CertsCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    private static final List<String> ROLES =
            Arrays.stream(Role.values()).map(Role::text).toList();

    /** Created once, since each certificate takes a process. */
    @TempDir
    static Path shared;

    private static Path made;
    private static String printed;

    @BeforeAll
    static void make() {
        CertsCommandTest test = new CertsCommandTest();
        made = shared.resolve("new/certs");
        assertThat(test.certs(made.toString(), "--hosts", "example.org,10.0.0.7"))
                .isZero();
        printed = test.out.toString();
    }

    private int certs(String... arguments) {
        return RoostCommand.commandLine(Map.of())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(Stream.concat(Stream.of("certs"), Stream.of(arguments)).toArray(String[]::new));
    }

    private X509Certificate certificate(Path folder, String name) throws Exception {
        try (var in = Files.newInputStream(folder.resolve(name + ".pem"))) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    @Test
    void everyRoleGetsACertificateOfTheAuthority() throws Exception {
        X509Certificate authority = certificate(made, "ca");
        assertThat(authority.getBasicConstraints()).isZero();
        for (String role : ROLES) {
            X509Certificate certificate = certificate(made, role);
            certificate.verify(authority.getPublicKey());
            assertThat(names(certificate)).containsExactly(role + ".roost.internal", "example.org", "10.0.0.7");
            assertThat(certificate.getBasicConstraints()).isNegative();
            assertThat(Duration.between(Instant.now(), certificate.getNotAfter().toInstant()))
                    .isBetween(Duration.ofDays(396), Duration.ofDays(397));
        }
        assertThat(names(certificate(made, "all"))).contains("users.roost.internal", "tweets.roost.internal");
        assertThat(printed)
                .contains(
                        "--http.tls.certificate=" + made + "/tweets.pem",
                        "--gateway.tls.authority=" + made + "/ca.pem");
    }

    private static List<Object> names(X509Certificate certificate) throws Exception {
        return certificate.getSubjectAlternativeNames().stream()
                .<Object>map(name -> name.get(1))
                .toList();
    }

    @Test
    void keysAreForTheirOwnerOnlyAndNothingElseIsLeft() throws Exception {
        try (Stream<Path> files = Files.list(made)) {
            assertThat(files)
                    .as("two of each role, of all together, and of the authority")
                    .hasSize(2 * (ROLES.size() + 2))
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo(file.toString().endsWith("-key.pem") ? "rw-------" : "rw-r--r--"));
        }
    }

    @Test
    void renewingKeepsTheAuthorityAlsoForOtherHostsThatItAllows() throws Exception {
        X509Certificate authority = certificate(made, "ca");
        for (String file : List.of("ca.pem", "ca-key.pem", "users.pem", "users-key.pem")) {
            Files.copy(made.resolve(file), folder.resolve(file));
        }
        assertThat(certs(folder.toString(), "--hosts", "sub.example.org,127.9.9.9"))
                .isZero();
        assertThat(certificate(folder, "ca")).isEqualTo(authority);
        assertThat(certificate(folder, "users")).isNotEqualTo(certificate(made, "users"));
        certificate(folder, "users").verify(authority.getPublicKey());
    }

    /** SECURITY 16: a stolen key of the authority is useless for other sites. */
    @Test
    void theAuthorityIsForTheNamesItWasMadeForAndRenewingForOthersIsRefused() throws Exception {
        assertThat(certificate(made, "ca").getCriticalExtensionOIDs()).contains("2.5.29.30");
        for (String file : List.of("ca.pem", "ca-key.pem")) {
            Files.copy(made.resolve(file), folder.resolve(file));
        }
        for (String other : List.of("bank.example", "10.0.0.8")) {
            assertThat(certs(folder.toString(), "--hosts", other)).isEqualTo(1);
            assertThat(err.toString()).contains("is not for all of " + other).doesNotContain("a bug");
        }
    }

    @Test
    void whatIsWrongIsSaidInASentence() throws Exception {
        Files.writeString(folder.resolve("ca.pem"), "");
        assertThat(certs(folder.toString())).isEqualTo(1);
        assertThat(err.toString()).startsWith("roost: Of ").contains("there is only one");
        Files.writeString(folder.resolve("ca-key.pem"), "");
        assertThat(certs(folder.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("Cannot write certificates to ").doesNotContain("a bug");
        assertThat(certs(folder.toString(), "--hosts", "a b")).isEqualTo(2);
        assertThat(certs()).isEqualTo(2);
    }
}
