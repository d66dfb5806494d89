package social.roost.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
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
import social.roost.base.Lifecycle;
import social.roost.event.Await;
import social.roost.http.Answer;
import social.roost.http.RawConnection;
import social.roost.http.RawRequest;
import social.roost.http.Request;
import social.roost.http.Response;

@DisplayName("Graceful drain of a gateway (L2)")
@Timeout(240)
class GatewayDrainTest {
    private final Lifecycle started = new Lifecycle();
    private final CountDownLatch inProgress = new CountDownLatch(1);
    private final CountDownLatch mayFinish = new CountDownLatch(1);
    private final ExecutorService closer = Executors.newVirtualThreadPerTaskExecutor();
    private Edge edge;

    @BeforeEach
    void start() throws IOException {
        FakeRole users = started.add(FakeRole.start("/users"));
        users.handler = this::slow;
        edge = started.add(Edge.start(Map.of("users", users.address(), "answer-deadline", "20s")));
    }

    @AfterEach
    void stop() {
        mayFinish.countDown();
        started.close();
        closer.close();
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
        try (RawConnection slow = new RawConnection(edge.port)) {
            slow.send(RawRequest.of("GET", "/users"));
            assertThat(inProgress.await(10, TimeUnit.SECONDS)).isTrue();
            Future<?> closed = closer.submit(edge::close);
            Await.until(() -> !answers());
            assertThat(closed.isDone()).isFalse();
            mayFinish.countDown();
            Answer answer = slow.read();
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.closes()).isTrue();
            assertThat(slow.ends()).isTrue();
            closed.get(10, TimeUnit.SECONDS);
        }
    }

    private boolean answers() {
        try (RawConnection connection = new RawConnection(edge.port)) {
            connection.call(RawRequest.of("GET", "/own"));
            return true;
        } catch (IOException refused) {
            return false;
        }
    }
}
