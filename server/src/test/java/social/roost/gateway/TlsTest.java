package social.roost.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import social.roost.app.DevelopmentCertificates;
import social.roost.base.Lifecycle;
import social.roost.driver.PemFiles;
import social.roost.driver.StoreTls;
import social.roost.event.Await;
import social.roost.http.Answer;
import social.roost.http.RawClient;
import social.roost.http.RawRequest;

@DisplayName("Gateway and roles know each other by certificates (K2)")
@Timeout(240)
class TlsTest {
    /** Two unrelated authorities. */
    @TempDir
    static Path home;

    @TempDir
    static Path foreign;

    /** The files that a process uses, and a test may change. */
    @TempDir
    Path used;

    private final Lifecycle started = new Lifecycle();

    @BeforeAll
    static void makeCertificates() {
        TestCertificates.write(home);
        new DevelopmentCertificates(foreign, List.of("localhost", "127.0.0.1")).write();
    }

    @AfterEach
    void stop() {
        started.close();
    }

    private FakeRole users(Path folder, String name, int port) throws IOException {
        Map<String, String> settings = new HashMap<>(TlsClient.settings(folder, name));
        settings.put("port", Integer.toString(port));
        settings.put("drain-timeout", "1ms");
        return started.add(FakeRole.start("/users", settings));
    }

    private RawClient gateway(FakeRole users, Path folder) throws IOException {
        Map<String, String> settings = new HashMap<>(TlsClient.settings(folder, "gateway"));
        settings.put("users", users.address());
        settings.put("breaker.rest", "100ms");
        return started.add(new RawClient(started.add(Edge.start(settings)).port));
    }

    private static Answer get(RawClient client) {
        return client.call(RawRequest.of("GET", "/users"));
    }

    private void use(Path folder, String name) throws IOException {
        for (String file : List.of(name + "-key.pem", name + ".pem", "ca.pem")) {
            Files.copy(folder.resolve(file), used.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Test
    void theGatewayCallsARoleWithItsCertificate() throws Exception {
        assertThat(get(gateway(users(home, "users", 0), home)).status()).isEqualTo(200);
    }

    /** SECURITY 16. */
    @Test
    void aCipherSuiteInCbcModeIsRefused() throws Exception {
        FakeRole users = users(home, "users", 0);
        PemTrust trust = new PemTrust(home, "gateway");
        trust.handshake(users.port, "TLSv1.2", "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256");
        trust.handshake(users.port, "TLSv1.3", "TLS_AES_128_GCM_SHA256");
        for (String weak : List.of("TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA", "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384")) {
            assertThatThrownBy(() -> trust.handshake(users.port, "TLSv1.2", weak))
                    .isInstanceOf(SSLHandshakeException.class);
        }
    }

    /** A client that offers only one cipher suite. */
    private record PemTrust(Path folder, String name) {
        void handshake(int port, String protocol, String suite) throws IOException {
            StoreTls tls = new StoreTls(
                    true,
                    folder.resolve("ca.pem").toString(),
                    folder.resolve(name + ".pem").toString(),
                    folder.resolve(name + "-key.pem").toString());
            try (SSLSocket socket =
                    (SSLSocket) PemFiles.context(tls).getSocketFactory().createSocket("localhost", port)) {
                socket.setEnabledProtocols(new String[] {protocol});
                socket.setEnabledCipherSuites(new String[] {suite});
                socket.startHandshake();
            }
        }
    }

    @Test
    void aProcessOfSeveralRolesHasACertificateForAll() throws Exception {
        assertThat(get(gateway(users(home, "all", 0), home)).status()).isEqualTo(200);
    }

    @Test
    void aRoleCannotStandInForAnother() throws Exception {
        assertThat(get(gateway(users(home, "tweets", 0), home)).status()).isEqualTo(503);
    }

    @Test
    void aRoleOfAForeignAuthorityIsNotCalled() throws Exception {
        FakeRole users = users(foreign, "users", 0);
        assertThat(get(gateway(users, home)).status()).isEqualTo(503);
        assertThat(users.calls.get()).isZero();
    }

    @Test
    void aRoleTakesOnlyThoseWithACertificateOfItsAuthority() throws Exception {
        FakeRole users = users(home, "users", 0);
        Path authority = home.resolve("ca.pem");
        TlsClient known = TlsClient.withCertificate(authority, home, "gateway");
        HttpResponse<String> answer = known.get(users.port, "/users");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
        for (TlsClient stranger :
                List.of(TlsClient.anonymous(authority), TlsClient.withCertificate(authority, foreign, "gateway"))) {
            assertThatThrownBy(() -> stranger.get(users.port, "/users")).isInstanceOf(IOException.class);
        }
        assertThat(users.calls.get()).isEqualTo(1);
    }

    @Test
    void aListenerWithoutAuthorityTakesEverybody() throws Exception {
        Map<String, String> settings = TlsClient.settings(home, "gateway").entrySet().stream()
                .filter(setting -> !setting.getKey().equals("tls.authority"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        Edge edge = started.add(Edge.start(Map.of(), settings));
        HttpResponse<String> answer =
                TlsClient.anonymous(home.resolve("ca.pem")).get(edge.port, "/own");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
    }

    @Test
    void aListenerShowsARenewedCertificateWithoutARestartButNotABrokenOne() throws Exception {
        use(home, "users");
        FakeRole users = users(used, "users", 0);
        TlsClient client = TlsClient.withCertificate(home.resolve("ca.pem"), home, "gateway");
        assertThat(client.shown(users.port)).isEqualTo(TlsClient.certificate(home.resolve("users.pem")));

        Files.copy(home.resolve("all.pem"), used.resolve("users.pem"), StandardCopyOption.REPLACE_EXISTING);
        Thread.sleep(2_500);
        assertThat(client.shown(users.port))
                .as("the key is still that of the old one")
                .isEqualTo(TlsClient.certificate(home.resolve("users.pem")));

        Files.copy(home.resolve("all-key.pem"), used.resolve("users-key.pem"), StandardCopyOption.REPLACE_EXISTING);
        Await.until(() -> showsAll(client, users.port));
        for (int i = 0; i < 10; i++) {
            assertThat(client.shown(users.port)).isEqualTo(TlsClient.certificate(home.resolve("all.pem")));
        }
    }

    private static boolean showsAll(TlsClient client, int port) {
        try {
            return client.shown(port).equals(TlsClient.certificate(home.resolve("all.pem")));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void theGatewayUsesARenewedAuthorityWithoutARestart() throws Exception {
        use(home, "gateway");
        FakeRole before = users(home, "users", 0);
        RawClient client = gateway(before, used);
        assertThat(get(client).status()).isEqualTo(200);
        before.close();
        FakeRole after = users(foreign, "users", before.port);
        assertThat(get(client).status()).isEqualTo(503);
        use(foreign, "gateway");
        Await.until(() -> get(client).status() == 200);
        assertThat(after.calls.get()).isEqualTo(1);
    }

    @Test
    void aCertificateThatCannotBeUsedIsAnErrorOfTheStart() throws Exception {
        use(home, "users");
        Files.writeString(used.resolve("users-key.pem"), "nothing");
        assertThatThrownBy(() -> users(used, "users", 0))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("users.pem")
                .hasMessageContaining("PKCS #8");
        Files.delete(used.resolve("users-key.pem"));
        assertThatThrownBy(() -> users(used, "users", 0))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("There is no file");
    }
}
