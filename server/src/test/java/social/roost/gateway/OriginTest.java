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
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import social.roost.base.Caller;
import social.roost.base.Lifecycle;
import social.roost.http.Answer;
import social.roost.http.EventStream;
import social.roost.http.RawClient;
import social.roost.http.RawRequest;
import social.roost.http.Response;

/** The own origin is http://localhost here, because clients of the gateway request the host localhost. */
@DisplayName("Cookies and origins through the gateway (J1, J4)")
@Timeout(240)
class OriginTest {
    private static final String COOKIE = "roost_session=alice";

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

    /** Starts a role, and a gateway that connects to it with or without certificates. */
    private Edge edge(boolean certified, Map<String, String> listener) throws IOException {
        Map<String, String> role = new HashMap<>(certified ? TlsClient.settings(certificates, "users") : Map.of());
        role.putAll(Map.of("port", "0", "drain-timeout", "1ms"));
        FakeRole users = started.add(FakeRole.start("/users", role, OriginTest::know));
        users.handler = request -> request.header("upgrade").isPresent()
                ? Response.webSocket(new Silence())
                : Response.data(200, request.isSecure() ? "secure" : "open");
        Map<String, String> gateway = new HashMap<>(certified ? TlsClient.settings(certificates, "gateway") : Map.of());
        gateway.put("users", users.address());
        return started.add(Edge.start(gateway, listener));
    }

    private static Optional<Caller> know(String token) {
        return token.equals("alice") ? Optional.of(new Caller(1, 1, Long.MAX_VALUE)) : Optional.empty();
    }

    private RawClient client(boolean certified) throws IOException {
        return started.add(new RawClient(edge(certified, Map.of()).port));
    }

    private static RawRequest change() {
        return RawRequest.of("PUT", "/users").header("cookie", COOKIE);
    }

    private static RawRequest stream() {
        return RawRequest.of("GET", "/users")
                .header("cookie", COOKIE)
                .header("connection", "Upgrade")
                .header("upgrade", "websocket")
                .header("sec-websocket-version", "13")
                .header("sec-websocket-key", "dGhlIHNhbXBsZSBub25jZQ==");
    }

    private static void assertRefused(Answer answer) {
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.member("code")).isEqualTo("cross_origin");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aRoleComparesTheOriginWithTheHostThatTheClientAskedFor(boolean certified) throws Exception {
        RawClient client = client(certified);
        assertThat(client.call(change().header("origin", "http://localhost")).status())
                .isEqualTo(200);
        assertThat(client.call(change().header("sec-fetch-site", "same-origin")).status())
                .isEqualTo(200);
        assertThat(client.call(stream().header("origin", "http://localhost")).status())
                .isEqualTo(101);
        assertRefused(client.call(change().header("origin", "http://users.roost.internal")));
        assertRefused(client.call(change().header("sec-fetch-site", "cross-site")));
        assertRefused(client.call(stream().header("origin", "http://elsewhere.test")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x-forwarded-host", "forwarded", "x-original-host"})
    void whatAClientSaysOfItsHostBesideIsNotBelieved(String name) throws Exception {
        RawRequest request = change().header("origin", "http://elsewhere.test")
                .header(name, name.equals("forwarded") ? "host=elsewhere.test" : "elsewhere.test");
        assertRefused(client(false).call(request));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aRoleKnowsWhetherTheClientCameByTls(boolean certified) throws Exception {
        Answer open = client(certified).call(RawRequest.of("GET", "/users").header("x-forwarded-proto", "https"));
        assertThat(open.json().path("data").asText()).isEqualTo("open");
        Map<String, String> listener = new HashMap<>(TlsClient.settings(certificates, "gateway"));
        listener.remove("tls.authority");
        Edge secure = edge(certified, listener);
        assertThat(TlsClient.anonymous(certificates.resolve("ca.pem"))
                        .get(secure.port, "/users")
                        .body())
                .isEqualTo("{\"data\":\"secure\"}");
    }

    private static final class Silence implements EventStream.Listener {
        @Override
        public void opened(EventStream stream) {}

        @Override
        public void received(String message) {}

        @Override
        public void drained() {}

        @Override
        public void closed() {}
    }
}
