package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import social.roost.base.config.ConfigLoader;
import social.roost.base.config.ConfigSources;
import social.roost.http.Answer;
import social.roost.http.RawClient;
import social.roost.http.RawConnection;
import social.roost.http.RawRequest;

@DisplayName("Access to the admin port, and what only it shows (SECURITY 16)")
@Timeout(120)
class AdminPortTest {
    @TempDir
    static Path folder;

    private static LocalServer roost;
    private static int port;

    @BeforeAll
    static void start() throws IOException {
        port = freePort();
        roost = new LocalServer(folder, "admin.port=" + port, "admin.allowed-hosts=Metrics.internal,other.internal");
        roost.register("alice");
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    @AfterAll
    static void stop() {
        roost.close();
    }

    private static Answer call(String request, String host) throws IOException {
        try (RawConnection connection = new RawConnection(port)) {
            connection.send(request + " HTTP/1.1\r\nHost: " + host + "\r\nContent-Length: 0\r\n\r\n");
            return connection.read();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LOCALHOST:9090",
                "roost.localhost",
                "127.0.0.1",
                "127.0.0.1:9090",
                "127.1.2.3",
                "10.0.0.5",
                "[::1]",
                "[::1]:9090",
                "metrics.internal",
                "METRICS.internal:9090",
                "other.internal"
            })
    void itsOwnNamesAndAddressesAreServed(String host) throws IOException {
        assertThat(call("GET /metrics", host).status()).isEqualTo(200);
        assertThat(call("GET /admin/users/alice", host).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "evil.example", "evil.example:9090", "localhost.evil.example", "localhost-evil.example",
                "127.0.0.1.evil.example",
        "notlocalhost", "xlocalhost", "internal", "0x7f000001", "2130706433"
    })
    @DisplayName("A page that points its name at this machine (DNS rebinding) can read and change nothing")
    void otherNamesAreNot(String host) throws IOException {
        List<String> requests = List.of(
                "GET /metrics",
                "GET /health/ready",
                "GET /admin/users/alice",
                "GET /admin/events",
                "GET /admin/dead-letters/fan-out",
                "GET /admin/log-levels",
                "PUT /admin/users/alice/suspension",
                "DELETE /admin/users/alice/suspension",
                "POST /admin/users/alice/timeline",
                "POST /admin/recount");
        for (String request : requests) {
            Answer answer = call(request, host);
            assertThat(answer.status()).as(request).isEqualTo(403);
            assertThat(answer.member("code")).as(request).isEqualTo("unknown_host");
        }
        assertThat(call("GET /admin/users/alice", "localhost").text()).doesNotContain("suspended");
    }

    @Test
    @DisplayName("Only the admin port shows the addresses of a gateway's roles")
    void addressesAreToldHereOnly() throws IOException {
        int gatewayAdmin = freePort();
        Map<String, String> flags = Map.of(
                "stores", "cluster",
                "roles", "gateway",
                "http.port", "0",
                "admin.port", Integer.toString(gatewayAdmin),
                "gateway.roles", "users=127.0.0.1:" + roost.port);
        Config config = ConfigLoader.load(Config.class, new ConfigSources(null, Map.of(), flags))
                .value();
        GatewayServer gateway = new GatewayServer(config);
        RawRequest ready = RawRequest.of("GET", "/health/ready");
        try (gateway;
                RawClient open = new RawClient(gateway.listen());
                RawClient admin = new RawClient(gatewayAdmin)) {
            assertThat(open.call(RawRequest.of("POST", "/api/v1/tweets")).header("location"))
                    .contains("/api/roost/v1/tweets");
            Answer outside = open.call(ready);
            assertThat(outside.status()).isEqualTo(200);
            assertThat(outside.json().at("/dependencies/0/name").asText()).isEqualTo("users");
            assertThat(outside.text()).doesNotContain("127.0.0.1", Integer.toString(roost.port), "address");
            assertThat(admin.call(ready).json().at("/dependencies/0/address").asText())
                    .isEqualTo("127.0.0.1:" + roost.port);
        }
    }
}
