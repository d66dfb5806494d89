package social.roost.loadgen;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("The load generator's client (L3)")
@Timeout(30)
class LoadClientTest {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            byte[] sent = exchange.getRequestBody().readAllBytes();
            byte[] answer = (exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                            + exchange.getRequestHeaders().getFirst("Authorization") + " "
                            + new String(sent, StandardCharsets.UTF_8))
                    .getBytes(StandardCharsets.UTF_8);
            atOnce.decrementAndGet();
            exchange.sendResponseHeaders(
                    exchange.getRequestURI().getPath().equals("/missing") ? 404 : 200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.close();
    }

    @Test
    void sendsWhatItIsGivenAndBringsTheAnswer() throws IOException, InterruptedException {
        try (LoadClient client = LoadClient.connect(port(), 1)) {
            assertThat(client.call(Request.get("/a?b=1", "secret").keepingBody()))
                    .isEqualTo(new Response(200, "GET /a?b=1 Bearer secret "));
            assertThat(client.call(Request.post("/c", "", "{\"d\":\"\u00e9\"}")))
                    .isEqualTo(new Response(200, "POST /c null {\"d\":\"\u00e9\"}"));
            assertThat(client.call(Request.get("/missing", ""))).isEqualTo(new Response(404, ""));
        }
    }

    @Test
    void whatFindsNoFreeConnectionWaitsForOne() throws IOException, InterruptedException {
        int requests = 200;
        CountDownLatch answered = new CountDownLatch(requests);
        try (LoadClient client = LoadClient.connect(port(), 3)) {
            for (int i = 0; i < requests; i++) {
                client.send(Request.get("/", ""), response -> {
                    if (response.isSuccess()) {
                        answered.countDown();
                    }
                });
            }
            answered.await();
        }
        assertThat(mostAtOnce).hasValueBetween(1, 3);
    }

    @Test
    void aConnectionThatBreaksIsAFailureAndIsReplaced() throws IOException, InterruptedException {
        server.createContext("/break", _ -> {
            throw new IOException("as if the server broke down");
        });
        try (LoadClient client = LoadClient.connect(port(), 1)) {
            assertThat(client.call(Request.get("/break", "")).status()).isEqualTo(Response.BROKEN);
            // The new connection may not be there yet.
            Response after = client.call(Request.get("/", ""));
            while (after.status() == Response.BROKEN) {
                after = client.call(Request.get("/", ""));
            }
            assertThat(after.status()).isEqualTo(200);
        }
    }

    @Test
    void nothingWaitsForAServerThatIsGone() throws IOException, InterruptedException {
        int requests = 20;
        CountDownLatch failed = new CountDownLatch(requests);
        try (LoadClient client = LoadClient.connect(port(), 2)) {
            server.stop(0);
            for (int i = 0; i < requests; i++) {
                client.send(Request.get("/", ""), response -> {
                    if (response.status() == Response.BROKEN) {
                        failed.countDown();
                    }
                });
            }
            failed.await();
        }
    }

    private int port() {
        return server.getAddress().getPort();
    }
}
