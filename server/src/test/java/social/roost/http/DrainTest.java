package social.roost.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import social.roost.base.config.ConfigLoader;
import social.roost.base.config.ConfigSources;
import social.roost.http.Route.Access;

@DisplayName("Graceful drain (L2)")
@Timeout(240)
class DrainTest {
    private final CountDownLatch inProgress = new CountDownLatch(1);
    private final CountDownLatch mayFinish = new CountDownLatch(1);
    private final ExecutorService closer = Executors.newVirtualThreadPerTaskExecutor();
    private HttpServer server;
    private int port;

    @BeforeEach
    void start() throws IOException {
        HttpSettings settings = ConfigLoader.load(
                        HttpSettings.class, new ConfigSources(null, Map.of(), Map.of("port", "0")))
                .value();
        List<Route> routes = List.of(
                Route.get("/slow", Access.ANYONE, this::slow),
                Route.get("/fast", Access.ANYONE, request -> Response.data(200, "done")),
                Route.post("/body", Access.ANYONE, request -> Response.data(200, "done")));
        server = new HttpServer(settings, routes, token -> Optional.empty());
        port = server.start();
    }

    @AfterEach
    void stop() {
        mayFinish.countDown();
        closer.close();
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

    @Test
    void whatIsInProgressFinishesAndNothingNewBegins() throws Exception {
        try (RawConnection slow = new RawConnection(port)) {
            slow.send(RawRequest.of("GET", "/slow"));
            assertThat(inProgress.await(10, TimeUnit.SECONDS)).isTrue();
            Future<?> closed = closer.submit(server::close);
            awaitRefusal();
            assertThat(closed.isDone()).isFalse();
            mayFinish.countDown();
            Answer answer = slow.read();
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.closes()).isTrue();
            assertThat(slow.ends()).isTrue();
            closed.get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void aBodyOnItsWayIsReadToItsEnd() throws Exception {
        try (RawConnection connection = new RawConnection(port)) {
            connection.call(RawRequest.of("GET", "/fast"));
            connection.sendHead(RawRequest.of("POST", "/body")
                    .header("expect", "100-continue")
                    .json("{}"));
            assertThat(connection.read().status()).isEqualTo(100);
            connection.send("{");
            Future<?> closed = closer.submit(server::close);
            awaitRefusal();
            connection.send("}");
            Answer answer = connection.read();
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.closes()).isTrue();
            closed.get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void anIdleConnectionDoesNotHoldUpTheEnd() throws Exception {
        try (RawConnection idle = new RawConnection(port)) {
            assertThat(idle.call(RawRequest.of("GET", "/fast")).closes()).isFalse();
            long start = System.nanoTime();
            server.close();
            assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)).isLessThan(5_000);
            assertThat(idle.ends()).isTrue();
        }
    }

    @Test
    void readinessSaysWhetherRequestsAreTaken() throws Exception {
        boolean[] ready = {true};
        HttpSettings settings = ConfigLoader.load(
                        HttpSettings.class, new ConfigSources(null, Map.of(), Map.of("port", "0")))
                .value();
        try (HttpServer other = new HttpServer(
                settings, new HealthRoutes(() -> ready[0], List::of).routes(), token -> Optional.empty())) {
            RawClient client = new RawClient(other.start());
            assertThat(client.call(RawRequest.of("GET", "/health/ready")).status())
                    .isEqualTo(200);
            ready[0] = false;
            Answer answer = client.call(RawRequest.of("GET", "/health/ready"));
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.member("code")).isEqualTo("not_ready");
            assertThat(answer.header("content-type")).hasValue("application/problem+json");
            assertThat(answer.header("retry-after")).hasValue("1");
            assertThat(client.call(RawRequest.of("GET", "/health/live")).status())
                    .isEqualTo(200);
            client.close();
        }
    }

    /** Polls until no new connection gets a response. */
    private void awaitRefusal() throws InterruptedException {
        for (int i = 0; i < 500; i++) {
            try (RawConnection connection = new RawConnection(port)) {
                connection.call(RawRequest.of("GET", "/fast"));
            } catch (IOException refused) {
                return;
            }
            Thread.sleep(10);
        }
        throw new AssertionError("New requests are still answered");
    }
}
