package social.roost.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import social.roost.base.Lifecycle;
import social.roost.http.RawClient;
import social.roost.http.RawRequest;
import social.roost.http.Response;

@DisplayName("The client's address behind a gateway (J1)")
@Timeout(240)
class ClientAddressTest {
    private static final long LOCAL = 0x7f000001L;
    private static final long CLIENT = 0xc6336407L;

    @TempDir
    static Path certificates;

    private final Lifecycle started = new Lifecycle();

    @BeforeAll
    static void makeCertificates() {
        TestCertificates.write(certificates);
    }

    @AfterEach
    void stop() {
        started.close();
    }

    @Test
    void isToldByAGatewayThatTheRoleKnowsByItsCertificate() throws Exception {
        assertThat(seenThrough("gateway", Map.of("trusted-proxies", "127.0.0.1")))
                .isEqualTo(CLIENT);
    }

    @Test
    void isThatOfThePeerForAGatewayWhichBelievesNobody() throws Exception {
        assertThat(seenThrough("gateway", Map.of())).isEqualTo(LOCAL);
    }

    @Test
    void isNotToldByAnotherRole() throws Exception {
        assertThat(seenThrough("tweets", Map.of("trusted-proxies", "127.0.0.1")))
                .isEqualTo(LOCAL);
    }

    private long seenThrough(String certificate, Map<String, String> listener) throws IOException {
        Map<String, String> role = new HashMap<>(TlsClient.settings(certificates, "users"));
        role.putAll(Map.of("port", "0", "drain-timeout", "1ms"));
        FakeRole users = started.add(FakeRole.start("/users", role, token -> Optional.empty()));
        users.handler = request -> Response.data(200, Long.toString(request.network()));
        Map<String, String> gateway = new HashMap<>(TlsClient.settings(certificates, certificate));
        gateway.put("users", users.address());
        Edge edge = started.add(Edge.start(gateway, listener));
        RawClient client = started.add(new RawClient(edge.port));
        RawRequest request = RawRequest.of("GET", "/users").header("x-forwarded-for", "6.6.6.6, 198.51.100.7");
        return client.call(request).json().get("data").asLong();
    }
}
