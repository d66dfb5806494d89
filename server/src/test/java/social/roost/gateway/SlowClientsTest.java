package social.roost.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import social.roost.base.Lifecycle;
import social.roost.event.Await;
import social.roost.http.HttpServer;
import social.roost.http.Response;
import social.roost.http.SilentStream;
import social.roost.http.SlowHttp2;

/**
 * Each way to keep a server waiting, over each protocol, with and without TLS, at a listener and at a gateway: the
 * pending bytes stay within their limit, an honest client is served meanwhile, and nothing is left over afterwards.
 */
@DisplayName("P4: everything buffered for a client has a limit and a deadline (SECURITY 1-5, 8)")
@Timeout(240)
class SlowClientsTest {
    private static final int LIMIT = 512 * 1024;

    /** What may be added between two checks of the limit. */
    private static final int SLACK = 256 * 1024;

    private static final long ATTACK_NANOS = 1_000_000_000L;
    private static final int CONNECTIONS = 20;
    private static final int STREAMS = 20;
    private static final String LARGE = incompressible(60_000);
    private static final int SMALL_BUFFER = 4 * 1024;

    @TempDir
    static Path certificates;

    private final Lifecycle started = new Lifecycle();
    private final List<AutoCloseable> attackers = Collections.synchronizedList(new ArrayList<>());
    private final AtomicBoolean over = new AtomicBoolean();

    enum Attack {
        RESPONSES_NOT_READ(true),
        BODIES_NOT_FINISHED(true),
        HEADS_NOT_FINISHED(true),
        /** Only HTTP/1.1 has upgrades, and so WebSockets. */
        UPGRADES_WITH_A_BODY(false),
        PONGS_NOT_READ(false);

        private final boolean onHttp2;

        Attack(boolean onHttp2) {
            this.onHttp2 = onHttp2;
        }

        /** Whether the deadline of a request closes the connection; on HTTP/2 it resets a stream. */
        private boolean hasEnded(Protocol protocol) {
            return switch (this) {
                case HEADS_NOT_FINISHED -> true;
                case BODIES_NOT_FINISHED, UPGRADES_WITH_A_BODY -> protocol == Protocol.HTTP_1;
                case RESPONSES_NOT_READ, PONGS_NOT_READ -> false;
            };
        }
    }

    enum Protocol {
        HTTP_1,
        HTTP_2
    }

    enum Target {
        LISTENER,
        GATEWAY
    }

    static Stream<Arguments> table() {
        return Arrays.stream(Attack.values())
                .flatMap(attack -> Arrays.stream(Protocol.values())
                        .filter(protocol -> protocol == Protocol.HTTP_1 || attack.onHttp2)
                        .flatMap(protocol -> Stream.of(false, true)
                                .flatMap(tls -> Arrays.stream(Target.values())
                                        .map(target -> Arguments.of(attack, protocol, tls, target)))));
    }

    @BeforeAll
    static void makeCertificates() {
        TestCertificates.write(certificates);
    }

    @AfterEach
    void stop() throws Exception {
        over.set(true);
        endAttackers();
        started.close();
    }

    private void endAttackers() throws Exception {
        synchronized (attackers) {
            for (AutoCloseable attacker : attackers) {
                attacker.close();
            }
        }
    }

    @ParameterizedTest(name = "{0} {1} TLS {2} {3}")
    @MethodSource("table")
    void waitingIsBounded(Attack attack, Protocol protocol, boolean tls, Target target, TestReporter reporter)
            throws Exception {
        FakeRole role = role(tls, target);
        Edge edge = target == Target.GATEWAY ? edge(role, tls) : null;
        HttpServer attacked = edge == null ? role.server : edge.server;
        int port = edge == null ? role.port : edge.port;
        Honest honest = honest(port, tls);
        Thread client = Thread.startVirtualThread(honest);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            threads.add(Thread.startVirtualThread(() -> attack(attack, protocol, tls, port)));
        }
        long mostHere = 0;
        long mostAtRole = 0;
        long end = System.nanoTime() + ATTACK_NANOS;
        while (System.nanoTime() < end) {
            mostHere = Math.max(mostHere, attacked.pending().total());
            mostAtRole = Math.max(mostAtRole, role.server.pending().total());
            Thread.sleep(2);
        }
        assertThat(mostHere).as("bytes that waited").isLessThan(LIMIT + SLACK);
        assertThat(mostAtRole).as("bytes that waited at the role").isLessThan(LIMIT + SLACK);
        if (attack.hasEnded(protocol)) {
            Await.until(() -> attacked.connections() <= 1);
        }
        over.set(true);
        honest.stop();
        client.join();
        endAttackers();
        for (Thread thread : threads) {
            thread.join();
        }
        reporter.publishEntry(attack + " " + protocol + (tls ? " TLS " : " ") + target, honest.summary());
        assertThat(honest.failures).isEmpty();
        Await.until(() -> attacked.connections() == 0);
        Await.until(() -> attacked.pending().total() == 0);
        if (edge != null) {
            Await.until(() -> edge.gateway.states().getFirst().inProgress() == 0);
            assertThat(edge.gateway.states().getFirst().breaker()).isEqualTo("closed");
        }
    }

    private FakeRole role(boolean tls, Target target) throws IOException {
        Map<String, String> settings = settings(tls && target == Target.LISTENER);
        if (target == Target.GATEWAY) {
            settings.put("trusted-proxies", "127.0.0.1");
        }
        FakeRole role = started.add(FakeRole.start("/users", settings));
        role.handler = request -> {
            if (request.query("stream").isPresent()) {
                return Response.webSocket(new SilentStream());
            }
            return Response.data(200, request.query("large").isPresent() ? LARGE : "small");
        };
        return role;
    }

    private Edge edge(FakeRole role, boolean tls) throws IOException {
        return started.add(Edge.start(
                Map.of("users", role.address(), "maximum-calls", "10000", "answer-deadline", "60s"), settings(tls)));
    }

    private static Map<String, String> settings(boolean tls) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "port", "0",
                "maximum-pending", LIMIT + "B",
                "request-timeout", "3s",
                "drain-timeout", "1ms"));
        if (tls) {
            settings.putAll(TlsClient.settings(certificates, "gateway"));
            settings.remove("tls.authority");
        }
        return settings;
    }

    private void attack(Attack attack, Protocol protocol, boolean tls, int port) {
        try {
            Socket socket = connect(tls, port, protocol == Protocol.HTTP_1 ? "http/1.1" : "h2");
            attackers.add(socket);
            if (over.get()) {
                socket.close();
            }
            if (protocol == Protocol.HTTP_1) {
                attackByHttp1(attack, socket);
            } else {
                attackByHttp2(attack, socket);
            }
        } catch (IOException cutOff) {
            // expected, sooner or later
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static Honest honest(int port, boolean tls) throws Exception {
        HttpClient.Builder client =
                tls ? TlsClient.anonymous(certificates.resolve("ca.pem")).builder() : HttpClient.newBuilder();
        return new Honest(client, URI.create((tls ? "https" : "http") + "://localhost:" + port + "/users"));
    }

    private static Socket connect(boolean tls, int port, String protocol) throws Exception {
        if (tls) {
            return TlsClient.anonymous(certificates.resolve("ca.pem")).connect(port, SMALL_BUFFER, protocol);
        }
        Socket socket = new Socket();
        socket.setReceiveBufferSize(SMALL_BUFFER);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return socket;
    }

    private void attackByHttp1(Attack attack, Socket socket) throws IOException {
        switch (attack) {
            case RESPONSES_NOT_READ -> {
                for (int i = 0; i < STREAMS; i++) {
                    send(socket, head("GET /users?large=1 HTTP/1.1"));
                }
            }
            case BODIES_NOT_FINISHED ->
                send(socket, head("POST /users HTTP/1.1", "Content-Length: 60000") + "x".repeat(50_000));
            case HEADS_NOT_FINISHED -> send(socket, "GET /users HTTP/1.1\r\nHost: loc");
            case UPGRADES_WITH_A_BODY ->
                send(
                        socket,
                        head("GET /users HTTP/1.1", "Upgrade: websocket", "Connection: upgrade", "Content-Length: 1"));
            case PONGS_NOT_READ -> {
                send(
                        socket,
                        head(
                                "GET /users?stream=1 HTTP/1.1",
                                "Upgrade: websocket",
                                "Connection: upgrade",
                                "Sec-WebSocket-Version: 13",
                                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="));
                byte[] pings = new byte[6 * 5_000];
                for (int i = 0; i < pings.length; i += 6) {
                    pings[i] = (byte) 0x89;
                    pings[i + 1] = (byte) 0x80;
                }
                while (!over.get()) {
                    socket.getOutputStream().write(pings);
                }
            }
        }
    }

    private void attackByHttp2(Attack attack, Socket socket) throws IOException {
        SlowHttp2 client = new SlowHttp2(socket, 0);
        for (int i = 0; i < STREAMS && attack != Attack.HEADS_NOT_FINISHED; i++) {
            if (attack == Attack.RESPONSES_NOT_READ) {
                client.get("/users?large=1");
            } else {
                client.beginPost("/users", 60_000, new byte[50_000]);
            }
        }
    }

    private static String head(String start, String... headers) {
        return start + "\r\nHost: localhost\r\n" + String.join("\r\n", headers)
                + (headers.length == 0 ? "\r\n" : "\r\n\r\n");
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String incompressible(int length) {
        Random random = new Random(1);
        return random.ints(length, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
