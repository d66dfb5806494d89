package social.roost.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import social.roost.base.config.ConfigLoader;
import social.roost.base.config.ConfigSources;
import social.roost.event.Await;
import social.roost.http.Route.Access;

@DisplayName("Rejected requests (J2)")
@Timeout(240)
class RefusalTest {
    private static final int CHUNK_BYTES = 16 * 1024;
    private static final String CHUNK = Integer.toHexString(CHUNK_BYTES) + "\r\n" + "x".repeat(CHUNK_BYTES) + "\r\n";

    private final CountDownLatch inProgress = new CountDownLatch(2);
    private final CountDownLatch mayFinish = new CountDownLatch(1);
    private HttpServer server;
    private int port;

    @BeforeEach
    void start() throws IOException {
        HttpSettings settings = ConfigLoader.load(
                        HttpSettings.class,
                        new ConfigSources(null, Map.of(), Map.of("port", "0", "maximum-requests", "1")))
                .value();
        List<Route> routes = List.of(
                Route.get("/slow", Access.ANYONE, this::slow),
                Route.post("/slow", Access.ANYONE, this::slow),
                Route.get("/fast", Access.ANYONE, request -> Response.data(200, "done")),
                Route.post("/body", Access.ANYONE, request -> Response.data(200, "done")));
        server = new HttpServer(settings, routes, token -> Optional.empty());
        port = server.start();
    }

    @AfterEach
    void stop() {
        mayFinish.countDown();
        server.close();
    }

    private Response slow(Request request) {
        inProgress.countDown();
        try {
            assertThat(mayFinish.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return Response.data(200, "done");
    }

    @ParameterizedTest
    @CsvSource({"/body, 413, 0", "/nowhere, 404, 0", "/body, 413, 20", "/nowhere, 404, 20"})
    void theConnectionEndsThoughTheClientGoesOnSending(String path, int status, long pauseMillis) throws Exception {
        try (RawConnection connection = new RawConnection(port)) {
            connection.sendHead(endless(path));
            for (int sent = 0; status == 413 && sent <= 64 * 1024; sent += CHUNK_BYTES) {
                connection.send(CHUNK);
            }
            Answer answer = connection.read();
            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.closes()).isTrue();
            Await.until(() -> !takesMore(connection, pauseMillis));
        }
    }

    @Test
    void theConnectionEndsThoughTheBodyNeverComes() throws Exception {
        try (RawConnection connection = new RawConnection(port)) {
            connection.sendHead(endless("/nowhere"));
            assertThat(connection.read().status()).isEqualTo(404);
            assertThat(connection.ends()).isTrue();
        }
    }

    @Test
    @DisplayName("J2: a request above the limit gets a 503 with Retry-After, and does no harm")
    void oneRequestTooManyIsTurnedAwayForTheMoment() throws Exception {
        try (RawConnection slow = new RawConnection(port);
                RawConnection slowPosting = new RawConnection(port);
                RawConnection other = new RawConnection(port);
                RawConnection posting = new RawConnection(port)) {
            slow.send(RawRequest.of("GET", "/slow"));
            slowPosting.send(RawRequest.of("POST", "/slow").json("{}"));
            assertThat(inProgress.await(10, TimeUnit.SECONDS)).isTrue();
            assertOverloaded(other.call(RawRequest.of("GET", "/fast")));
            assertOverloaded(posting.call(RawRequest.of("POST", "/body").json("{}")));
            mayFinish.countDown();
            assertThat(slow.read().status()).isEqualTo(200);
            Await.until(() -> status(other) == 200);
        }
    }

    private static void assertOverloaded(Answer answer) {
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.member("code")).isEqualTo("overloaded");
        assertThat(answer.header("retry-after")).hasValue("1");
    }

    private static RawRequest endless(String path) {
        return RawRequest.of("POST", path)
                .header("content-type", "application/json")
                .header("transfer-encoding", "chunked");
    }

    /** Sends one chunk, large without a pause and small after one. */
    private static boolean takesMore(RawConnection connection, long pauseMillis) {
        try {
            Thread.sleep(pauseMillis);
            connection.send(pauseMillis == 0 ? CHUNK : "1\r\nx\r\n");
            return true;
        } catch (IOException ended) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int status(RawConnection connection) {
        try {
            return connection.call(RawRequest.of("GET", "/fast")).status();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
