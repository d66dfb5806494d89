package social.roost.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import social.roost.base.config.ConfigLoader;
import social.roost.base.config.ConfigSources;
import social.roost.event.Await;
import social.roost.http.Route.Access;

@DisplayName("J2: limits on connections")
@Timeout(120)
class ConnectionBoundsTest {
    private static final String GET = "GET /small HTTP/1.1\r\nhost: x\r\n\r\n";
    private static final String EVENTS = GET.replace("small", "events");
    private static final String WEB_SOCKET = String.join(
            "\r\n",
            "GET /socket HTTP/1.1",
            "host: x",
            "upgrade: websocket",
            "connection: upgrade",
            "sec-websocket-version: 13",
            "sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==",
            "",
            "");
    private static final String LARGE = "x".repeat(30_000);

    private final AtomicInteger served = new AtomicInteger();
    private final List<HttpServer> started = new ArrayList<>();
    private int port;

    @AfterEach
    void stop() {
        started.forEach(HttpServer::close);
    }

    private void start(String... settings) throws IOException {
        Map<String, String> all = new HashMap<>(Map.of("port", "0"));
        for (String setting : settings) {
            all.put(setting.substring(0, setting.indexOf('=')), setting.substring(setting.indexOf('=') + 1));
        }
        HttpSettings http = ConfigLoader.load(HttpSettings.class, new ConfigSources(null, Map.of(), all))
                .value();
        List<Route> routes = List.of(
                Route.get("/small", Access.ANYONE, request -> Response.data(200, "small")),
                Route.get("/socket", Access.ANYONE, request -> Response.webSocket(new SilentStream())),
                Route.get("/events", Access.ANYONE, request -> Response.serverSentEvents(new SilentStream())),
                Route.get("/large", Access.ANYONE, request -> {
                    served.incrementAndGet();
                    return Response.data(200, LARGE);
                }),
                Route.post("/body", Access.ANYONE, request -> Response.data(200, "done")));
        HttpServer server = new HttpServer(http, routes, token -> Optional.empty());
        started.add(server);
        port = server.start();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", GET})
    void whoeverSendsAHeadByteForByteIsCutOff(String before) throws Exception {
        start("request-timeout=300ms");
        try (RawConnection slow = new RawConnection(port)) {
            if (!before.isEmpty()) {
                slow.send(before);
                assertThat(slow.read().status()).isEqualTo(200);
            }
            slow.send("GET /small HTTP/1.1\r\n");
            Await.until(() -> !takes(slow, "a"));
            assertThat(isServed()).isTrue();
        }
    }

    @Test
    void whoeverIsQuietBetweenRequestsMayStay() throws Exception {
        start("request-timeout=100ms");
        try (RawConnection quiet = new RawConnection(port)) {
            for (int i = 0; i < 3; i++) {
                quiet.send(GET);
                assertThat(quiet.read().status()).isEqualTo(200);
                Thread.sleep(250);
            }
        }
    }

    @Test
    void whoeverSendsABodyByteForByteIsToldSo() throws Exception {
        start("request-timeout=300ms");
        try (RawConnection slow = new RawConnection(port)) {
            slow.send("POST /body HTTP/1.1\r\nhost: x\r\ncontent-length: 1000\r\n\r\n{");
            Answer answer = slow.read();
            assertThat(answer.status()).isEqualTo(408);
            assertThat(answer.member("code")).isEqualTo("request_timeout");
            assertThat(answer.closes()).isTrue();
        }
    }

    @Test
    void whoeverAsksButDoesNotReadIsNotServedOn() throws Exception {
        start();
        int asked = 20_000;
        Thread asking;
        try (RawConnection deaf = new RawConnection(port, 4096)) {
            asking = Thread.startVirtualThread(() -> {
                int sent = 0;
                while (sent < asked && takes(deaf, "GET /large HTTP/1.1\r\nhost: x\r\n\r\n")) {
                    sent++;
                }
            });
            Await.until(() -> served.get() > 0);
            int before = -1;
            while (before != served.get()) {
                before = served.get();
                Thread.sleep(500);
            }
            assertThat(served.get()).as("answers of 30 KB, made for nobody").isLessThan(1_000);
        }
        asking.join();
    }

    @Test
    void oneAddressHasOnlySoManyConnections() throws Exception {
        start("connections-per-address=2");
        try (RawConnection first = new RawConnection(port);
                RawConnection second = new RawConnection(port)) {
            assertServed(first);
            assertServed(second);
            assertThat(isServed()).isFalse();
        }
        Await.until(this::isServed);
    }

    @Test
    @DisplayName("SECURITY 4: connections count from the moment they are accepted")
    void silentConnectionsMakeRoomForThoseThatAsk() throws Exception {
        start("connections-per-address=5", "request-timeout=1h");
        List<RawConnection> silent = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            silent.add(new RawConnection(port));
        }
        assertThat(isServed()).isTrue();
        Await.until(() -> started.getFirst().connections() <= 6);
        Await.until(() -> silent.stream().filter(ConnectionBoundsTest::isClosed).count() >= 45);
        for (RawConnection connection : silent) {
            connection.close();
        }
        Await.until(() -> started.getFirst().connections() == 0);
    }

    @Test
    @DisplayName("SECURITY 4: all connections together have a limit")
    void allAddressesTogetherHaveOnlySoManyConnections() throws Exception {
        start("maximum-connections=3", "trusted-proxies=127.0.0.1");
        try (RawConnection first = new RawConnection(port);
                RawConnection second = new RawConnection(port);
                RawConnection silent = new RawConnection(port)) {
            assertServed(first);
            assertServed(second);
            assertThat(isServed()).isTrue();
            Await.until(() -> isClosed(silent));
            try (RawConnection third = new RawConnection(port)) {
                assertServed(third);
                assertThat(isServed()).isFalse();
                assertServed(first);
            }
        }
    }

    @Test
    @DisplayName("SECURITY 4: a connection that makes room counts until its file descriptor is free")
    void closingConnectionsDoNotPileUp() throws Exception {
        start("maximum-connections=10", "request-timeout=1h");
        List<RawConnection> silent = new ArrayList<>();
        long before = descriptors();
        long most = 0;
        for (int i = 0; i < 1_000; i++) {
            silent.add(new RawConnection(port));
            if (i % 10 == 0) {
                most = Math.max(most, descriptors() - before - silent.size());
            }
        }
        assertThat(most).isLessThan(10 + 64 + 20);
        assertThat(isServed()).isTrue();
        for (RawConnection connection : silent) {
            connection.close();
        }
    }

    private static long descriptors() {
        return ((UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getOpenFileDescriptorCount();
    }

    @Test
    @DisplayName("SECURITY 8: a network has a share of the memory for bodies")
    void aBodyBeyondTheShareOfItsNetworkIsRejected() throws Exception {
        start("maximum-pending=100KiB", "request-timeout=1h");
        try (RawConnection first = new RawConnection(port);
                RawConnection second = new RawConnection(port)) {
            first.send("POST /body HTTP/1.1\r\nhost: x\r\ncontent-length: 30000\r\n\r\n{");
            Await.until(() -> started.getFirst().pending().total() > 30_000);
            second.send("POST /body HTTP/1.1\r\nhost: x\r\ncontent-length: 20000\r\n\r\n" + "x".repeat(20_000));
            Answer answer = second.read();
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.member("code")).isEqualTo("overloaded");
            try (RawConnection small = new RawConnection(port)) {
                small.send("POST /body HTTP/1.1\r\nhost: x\r\ncontent-length: 2\r\n\r\n{}");
                assertThat(small.read().status()).isEqualTo(200);
            }
        }
        Await.until(() -> started.getFirst().pending().total() == 0);
    }

    @Test
    @DisplayName("CASES W-6: a WebSocket gives its connection back, whichever side ends it")
    void streamsGiveTheirConnectionsBack() throws Exception {
        start("connections-per-address=3");
        for (int i = 0; i < 20; i++) {
            try (RawConnection stream = new RawConnection(port)) {
                stream.send(i % 2 == 0 ? WEB_SOCKET : EVENTS);
                stream.read();
            }
            Await.until(() -> started.getFirst().connections() == 0);
        }
        assertThat(isServed()).isTrue();
    }

    private static boolean isClosed(RawConnection connection) {
        return !takes(connection, "G");
    }

    @Test
    void aTrustedProxyHasAsManyAsItNeeds() throws Exception {
        start("connections-per-address=1", "trusted-proxies=127.0.0.1");
        try (RawConnection first = new RawConnection(port);
                RawConnection second = new RawConnection(port)) {
            assertServed(first);
            assertServed(second);
        }
    }

    private boolean isServed() {
        try (RawConnection connection = new RawConnection(port)) {
            assertServed(connection);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static void assertServed(RawConnection connection) throws IOException {
        connection.send(GET);
        assertThat(connection.read().status()).isEqualTo(200);
    }

    private static boolean takes(RawConnection connection, String text) {
        try {
            connection.send(text);
            return true;
        } catch (SocketException e) {
            return false;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
