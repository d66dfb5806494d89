package social.roost.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import social.roost.base.config.ConfigLoader;
import social.roost.base.config.ConfigSources;
import social.roost.event.Await;
import social.roost.http.Route.Access;

@DisplayName("Requests that are dropped first (issue 21.4)")
@Timeout(120)
class DroppedFirstTest {
    private static final int STORM = 200;
    private static final int WRITERS = 64;

    private final CountDownLatch mayFinish = new CountDownLatch(1);
    private final List<RawConnection> storm = new ArrayList<>();
    private HttpServer server;
    private int port;

    @BeforeEach
    void start() throws IOException {
        HttpSettings settings = ConfigLoader.load(
                        HttpSettings.class, new ConfigSources(null, Map.of(), Map.of("port", "0")))
                .value();
        server = new HttpServer(settings, routes(), token -> Optional.empty());
        port = server.start();
    }

    private List<Route> routes() {
        return List.of(
                Route.post("/report", Access.ANYONE, request -> Response.data(202, "done"))
                        .droppedFirst(),
                Route.post("/slow-report", Access.ANYONE, this::wait).droppedFirst(),
                Route.put("/write", Access.ANYONE, request -> Response.data(200, "done")),
                Route.put("/slow-write", Access.ANYONE, this::waitShortly),
                Route.get("/read", Access.ANYONE, request -> Response.data(200, "done")));
    }

    private Response waitShortly(Request request) {
        return waitFor(Duration.ofMillis(100));
    }

    private Response wait(Request request) {
        return waitFor(Duration.ofMinutes(1));
    }

    private Response waitFor(Duration time) {
        try {
            boolean _ = mayFinish.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return Response.data(200, "done");
    }

    @AfterEach
    void stop() throws IOException {
        mayFinish.countDown();
        for (RawConnection connection : storm) {
            connection.close();
        }
        server.close();
    }

    @Test
    void theyAreRejectedWhileWritesAreSlow() throws Exception {
        try (RawClient client = new RawClient(port)) {
            assertThat(client.call(RawRequest.of("POST", "/report")).status()).isEqualTo(202);
            List<Thread> writers = Stream.generate(() -> Thread.startVirtualThread(this::write))
                    .limit(WRITERS)
                    .toList();
            Await.until(() -> client.call(RawRequest.of("POST", "/report")).status() == 503);
            Answer refused = client.call(RawRequest.of("POST", "/report"));
            assertThat(refused.member("code")).isEqualTo("overloaded");
            assertThat(refused.header("retry-after")).isPresent();
            assertThat(client.call(RawRequest.of("GET", "/read")).status()).isEqualTo(200);
            mayFinish.countDown();
            for (Thread writer : writers) {
                writer.join();
            }
        }
    }

    private void write() {
        try (RawClient client = new RawClient(port)) {
            while (mayFinish.getCount() > 0) {
                Answer _ = client.call(RawRequest.of("PUT", "/slow-write"));
            }
        }
    }

    @Test
    void aStormOfThemDelaysNeitherReadsNorWrites() throws Exception {
        storm("POST", "/slow-report");
        try (RawClient client = new RawClient(port)) {
            for (int i = 0; i < 50; i++) {
                assertThat(client.call(RawRequest.of("GET", "/read")).status()).isEqualTo(200);
                assertThat(client.call(RawRequest.of("PUT", "/write")).status()).isEqualTo(200);
            }
        }
        assertThat(storm.getLast().read().status()).isEqualTo(503);
    }

    private void storm(String method, String path) throws IOException {
        for (int i = 0; i < STORM; i++) {
            RawConnection connection = new RawConnection(port);
            storm.add(connection);
            connection.sendHead(RawRequest.of(method, path));
        }
    }
}
