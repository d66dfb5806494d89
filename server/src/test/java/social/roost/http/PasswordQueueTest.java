package social.roost.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
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
import social.roost.base.config.ConfigLoader;
import social.roost.base.config.ConfigSources;
import social.roost.http.Route.Access;

@DisplayName("Requests that hash a password (SECURITY 6)")
@Timeout(240)
class PasswordQueueTest {
    private static final int STORM = 200;

    private final CountDownLatch mayFinish = new CountDownLatch(1);
    private final List<RawConnection> storm = new ArrayList<>();
    private HttpServer server;
    private int port;

    @BeforeEach
    void start() throws IOException {
        HttpSettings settings = ConfigLoader.load(
                        HttpSettings.class,
                        new ConfigSources(null, Map.of(), Map.of("port", "0", "maximum-requests", "8")))
                .value();
        server = new HttpServer(settings, routes(), token -> Optional.empty());
        port = server.start();
    }

    private List<Route> routes() {
        return List.of(
                Route.post("/log-in", Access.ANYONE, this::hash).hashingPassword(),
                Route.put("/write", Access.ANYONE, request -> Response.data(200, "done")),
                Route.get("/read", Access.ANYONE, request -> Response.data(200, "done")));
    }

    private Response hash(Request request) {
        try {
            assertThat(mayFinish.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return Response.data(201, "hashed");
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
    void aStormOfThemRefusesNeitherWritesNorReads() throws Exception {
        for (int i = 0; i < STORM; i++) {
            RawConnection connection = new RawConnection(port);
            storm.add(connection);
            connection.sendHead(RawRequest.of("POST", "/log-in"));
        }
        try (RawClient honest = new RawClient(port)) {
            for (int i = 0; i < 50; i++) {
                assertThat(honest.call(RawRequest.of("PUT", "/write")).status()).isEqualTo(200);
                assertThat(honest.call(RawRequest.of("GET", "/read")).status()).isEqualTo(200);
            }
        }
        Answer refused = storm.getLast().read();
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.member("code")).isEqualTo("overloaded");
        assertThat(refused.header("retry-after")).isPresent();
    }
}
