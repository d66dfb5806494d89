package social.roost.link.vertx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import social.roost.base.config.ByteSize;
import social.roost.link.LinkSettings;
import social.roost.link.PageAddress;
import social.roost.link.PageAnswer;

@Timeout(30)
class VertxPageClientTest {
    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final int MAXIMUM = 1_000;

    private final VertxPageClient client = new VertxPageClient(
            new LinkSettings(true, Duration.ofSeconds(2), LONG, new ByteSize(MAXIMUM), 3, List.of("80"), List.of()));
    private HttpServer server;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(LOOPBACK, 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    @AfterEach
    void close() {
        client.close();
        server.stop(0);
    }

    @Test
    void connectsToTheAddressAndAsksForTheHost() throws IOException {
        StringBuilder asked = new StringBuilder();
        serve("/a", exchange -> {
            Headers headers = exchange.getRequestHeaders();
            asked.append(headers.getFirst("Host")).append(' ').append(exchange.getRequestURI());
            asked.append(' ').append(headers.getFirst("User-Agent").startsWith("Roost/"));
            asked.append(' ').append(headers.containsKey("Cookie"));
            answer(exchange, 200, "Text/HTML; Charset=\"UTF-8\"", "<title>A</title>");
        });
        assertThat(html(get("/a?b=c", LONG))).isEqualTo("<title>A</title> in utf-8");
        assertThat(asked).hasToString("page.example:" + port() + " /a?b=c true false");
    }

    @Test
    void readsOnlyTheBeginningOfALongPage() throws IOException {
        serve("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, 0);
            byte[] block = "x".repeat(500).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 1_000_000; i++) {
                exchange.getResponseBody().write(block);
            }
        });
        assertThat(html(get("/", LONG))).hasSize(MAXIMUM + " in ".length());
    }

    @Test
    void followsNoRedirectAndReadsNothingElse() throws IOException {
        serve("/moved", exchange -> {
            exchange.getResponseHeaders().set("Location", "/there");
            answer(exchange, 302, "text/html", "");
        });
        serve("/image", exchange -> answer(exchange, 200, "image/png", "png"));
        serve("/missing", exchange -> answer(exchange, 404, "text/html", "<title>Missing</title>"));
        assertThat(get("/moved", LONG)).isEqualTo(new PageAnswer.Moved("/there"));
        assertThat(get("/image", LONG)).isEqualTo(new PageAnswer.Other("image/png"));
        assertThat(get("/missing", LONG)).isEqualTo(new PageAnswer.Other("Status 404"));
    }

    /** The server sends a byte at a time, so that no single read is slow. */
    @Test
    void endsASlowResponseAtTheDeadline() throws IOException {
        serve("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, 0);
            for (int i = 0; i < 1_000; i++) {
                exchange.getResponseBody().write('x');
                exchange.getResponseBody().flush();
                sleep(50);
            }
        });
        long begun = System.nanoTime();
        assertThatThrownBy(() -> get("/", Duration.ofMillis(500))).hasMessage("Too slow");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void closesTheConnectionWhenTheAnswerIsNoLongerWanted() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, LOOPBACK)) {
            int port = silent.getLocalPort();
            assertThatThrownBy(() -> client.get(page("/", port), LOOPBACK, Duration.ofSeconds(3)))
                    .hasMessage("Too slow");
            try (Socket socket = silent.accept()) {
                socket.setSoTimeout(10_000);
                byte[] request = socket.getInputStream().readAllBytes();
                assertThat(new String(request, StandardCharsets.US_ASCII)).startsWith("GET / HTTP/1.1");
            }
        }
    }

    @Test
    void fails() {
        assertThatThrownBy(() -> client.get(page("/", 1), LOOPBACK, LONG)).isInstanceOf(IOException.class);
    }

    private PageAnswer get(String target, Duration deadline) throws IOException {
        return client.get(page(target, port()), LOOPBACK, deadline);
    }

    private static PageAddress page(String target, int port) {
        return new PageAddress(URI.create("http://page.example:" + port + target), "page.example", port);
    }

    private int port() {
        return server.getAddress().getPort();
    }

    private void serve(String path, HttpHandler handler) {
        var _ = server.createContext(path, handler);
    }

    private static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String html(PageAnswer answer) {
        if (!(answer instanceof PageAnswer.Html(PageAnswer.Body body, String charset))) {
            throw new AssertionError(answer);
        }
        return new String(body.bytes(), StandardCharsets.UTF_8) + " in " + charset;
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
