package social.roost.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import social.roost.base.Lifecycle;
import social.roost.event.Await;
import social.roost.http.Answer;
import social.roost.http.Problem;
import social.roost.http.RawClient;
import social.roost.http.RawConnection;
import social.roost.http.RawRequest;
import social.roost.http.Response;

@DisplayName("The effect of a role's failure on others and on clients (K2, K4)")
@Timeout(240)
class FaultTest {
    private final Lifecycle started = new Lifecycle();
    private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore mayAnswer = new Semaphore(0);

    @AfterEach
    void stop() {
        mayAnswer.release(10_000);
        clients.close();
        started.close();
    }

    private FakeRole role(String path) throws IOException {
        return started.add(FakeRole.start(path));
    }

    private Edge edge(Map<String, String> settings) throws IOException {
        return started.add(Edge.start(settings));
    }

    private RawClient client(Edge edge) {
        return started.add(new RawClient(edge.port));
    }

    private Response waiting() {
        mayAnswer.acquireUninterruptibly();
        return Response.data(200, "late");
    }

    @Test
    void callsAreSpreadOverTheInstances() throws IOException {
        FakeRole one = role("/users");
        FakeRole two = role("/users");
        Edge edge = edge(Map.of("users", one.address() + ", " + two.address()));
        for (int i = 0; i < 200; i++) {
            assertThat(client(edge).call(RawRequest.of("GET", "/users")).status())
                    .isEqualTo(200);
        }
        assertThat(one.calls.get()).isBetween(50, 150);
        assertThat(two.calls.get()).isBetween(50, 150);
    }

    @Test
    void aBusyInstanceIsSparedForOneThatIsNot() throws Exception {
        FakeRole busy = role("/users");
        FakeRole idle = role("/users");
        Edge edge = edge(Map.of("users", busy.address() + ", " + idle.address(), "answer-deadline", "30s"));
        Semaphore mayGetIdle = new Semaphore(0);
        busy.handler = request -> waiting();
        idle.handler = request -> {
            mayGetIdle.acquireUninterruptibly();
            return Response.data(200, "done");
        };
        List<Future<Answer>> waiting = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            waiting.add(clients.submit(() -> client(edge).call(RawRequest.of("GET", "/users"))));
        }
        Await.until(() -> busy.calls.get() + idle.calls.get() == 20);
        mayGetIdle.release(1_000);
        Await.until(() -> edge.gateway.states().stream().anyMatch(state -> state.inProgress() == 0));
        int before = busy.calls.get();
        for (int i = 0; i < 50; i++) {
            client(edge).call(RawRequest.of("GET", "/users"));
        }
        assertThat(before).isBetween(5, 15);
        assertThat(busy.calls.get()).isEqualTo(before);
        mayAnswer.release(1_000);
        for (Future<Answer> answer : waiting) {
            assertThat(answer.get().status()).isEqualTo(200);
        }
    }

    @Test
    void noIdempotentRequestFailsWhenAnInstanceIsKilled() throws Exception {
        FakeRole killed = role("/users");
        FakeRole other = role("/users");
        killed.handler = request -> slowly();
        other.handler = request -> slowly();
        Edge edge = edge(Map.of("users", killed.address() + ", " + other.address()));
        AtomicBoolean end = new AtomicBoolean();
        List<Future<List<Answer>>> results = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            results.add(clients.submit(() -> callUntil(edge, end)));
        }
        Await.until(() -> killed.calls.get() > 20);
        killed.close();
        int before = other.calls.get();
        Await.until(() -> other.calls.get() > before + 200);
        end.set(true);
        for (Future<List<Answer>> result : results) {
            assertThat(result.get())
                    .isNotEmpty()
                    .allSatisfy(answer ->
                            assertThat(answer.status()).as(answer.toString()).isEqualTo(200));
        }
        Await.until(() -> edge.gateway.states().stream()
                .noneMatch(state -> state.address().equals(killed.address()) && state.ready()));
    }

    private static Response slowly() {
        try {
            Thread.sleep(5);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return Response.data(200, "done");
    }

    private List<Answer> callUntil(Edge edge, AtomicBoolean end) {
        List<Answer> answers = new ArrayList<>();
        List<String> methods = List.of("GET", "PUT", "DELETE", "POST");
        try (RawClient client = new RawClient(edge.port)) {
            for (int i = 0; !end.get(); i++) {
                String method = methods.get(i % methods.size());
                RawRequest request = RawRequest.of(method, "/users").header("idempotency-key", "k" + i);
                answers.add(client.call(method.equals("POST") ? request.json("{}") : request));
            }
        }
        return answers;
    }

    @Test
    void aRoleThatIsDownTakesNothingWithItAndComesBackByItself() throws Exception {
        FakeRole users = role("/users");
        FakeRole tweets = role("/tweets");
        Edge edge = edge(Map.of("users", users.address(), "tweets", tweets.address(), "breaker.rest", "200ms"));
        RawClient client = client(edge);
        assertThat(client.call(RawRequest.of("GET", "/users")).status()).isEqualTo(200);
        users.close();
        for (int i = 0; i < 30; i++) {
            Answer down = client.call(RawRequest.of("GET", "/users"));
            assertThat(down.status()).isEqualTo(503);
            assertThat(down.header("retry-after")).hasValue("1");
            assertThat(down.header("content-type")).hasValue("application/problem+json");
            assertThat(client.call(RawRequest.of("GET", "/tweets")).status()).isEqualTo(200);
        }
        FakeRole back = started.add(FakeRole.start("/users", users.port));
        Await.until(() -> client.call(RawRequest.of("GET", "/users")).status() == 200);
        assertThat(back.calls.get()).isPositive();
        Await.until(() -> edge.gateway.states().stream().allMatch(InstanceState::ready));
    }

    @Test
    void anInstanceThatIsNotReadyIsLeftOutUntilItIs() throws Exception {
        FakeRole users = role("/users");
        Edge edge = edge(Map.of("users", users.address()));
        users.ready = false;
        Await.until(() -> !edge.gateway.states().getFirst().ready());
        assertThat(client(edge).call(RawRequest.of("GET", "/users")).status()).isEqualTo(503);
        assertThat(users.calls.get()).isZero();
        users.ready = true;
        Await.until(() -> client(edge).call(RawRequest.of("GET", "/users")).status() == 200);
    }

    @Test
    void aRoleThatIsSlowIsTimedOutAndTheOthersGoOn() throws Exception {
        FakeRole users = role("/users");
        FakeRole tweets = role("/tweets");
        users.handler = request -> waiting();
        Edge edge = edge(Map.of("users", users.address(), "tweets", tweets.address(), "answer-deadline", "1s"));
        Answer late = client(edge).call(RawRequest.of("GET", "/users"));
        assertThat(late.status()).isEqualTo(504);
        assertThat(late.header("content-type")).hasValue("application/problem+json");
        assertThat(late.member("code")).isEqualTo("late");
        assertThat(client(edge).call(RawRequest.of("GET", "/tweets")).status()).isEqualTo(200);
        Await.until(() -> edge.gateway.states().stream().allMatch(state -> state.inProgress() == 0));
    }

    @Test
    void anInstanceThatFailsIsLeftAloneForAWhile() throws Exception {
        FakeRole users = role("/users");
        users.handler = request -> waiting();
        Edge edge = edge(Map.of("users", users.address(), "answer-deadline", "100ms", "breaker.rest", "2s"));
        for (int i = 0; i < 10; i++) {
            assertThat(client(edge).call(RawRequest.of("GET", "/users")).status())
                    .isEqualTo(504);
        }
        assertThat(edge.gateway.states().getFirst().breaker()).isEqualTo("open");
        assertThat(client(edge).call(RawRequest.of("GET", "/users")).status()).isEqualTo(503);
        assertThat(users.calls.get()).isLessThanOrEqualTo(10);
        users.handler = request -> Response.data(200, "well");
        Await.until(() -> client(edge).call(RawRequest.of("GET", "/users")).status() == 200
                && edge.gateway.states().getFirst().breaker().equals("closed"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /users HTTP/1.1\r\nHost: localhost\r\nx: \u0001\r\n\r\n",
                "GET /users HTTP/1.1\r\nHost: localhost\r\nx: a\u007fb\r\n\r\n",
                "GET /users HTTP/1.1\r\nHost: localhost\r\nx: \u00e9\r\n\r\n",
                "GET /users HTTP/1.1\r\nHost: localhost\r\nx: a\tb\r\n\r\n",
                "GET /users HTTP/1.1\r\nHost: localhost\r\nx@y: a\r\n\r\n",
                "GET /users HTTP/1.1\r\nHost: localhost\r\n:path: /own\r\n\r\n",
                "GET /users HTTP/1.1\r\nHost: a b\u0001,<>\r\n\r\n",
                "GET /users HTTP/1.1\r\nHost:\r\n\r\n",
                "GET /users HTTP/1.0\r\n\r\n",
                "GET /users?\u00e9|{}\"<>\\ HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /users?a#b HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET http://evil.example/users HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /users HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n",
                "PUT /users HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\nx\r\n",
                "PUT /users HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999\r\n\r\nabc",
                "PUT /users HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nab"
            })
    void noClientCanMakeAnInstanceLookIll(String request) throws Exception {
        FakeRole users = role("/users");
        Edge edge = edge(Map.of("users", users.address()));
        for (int i = 0; i < 25; i++) {
            try (RawConnection connection = new RawConnection(edge.port)) {
                connection.send(request);
                if (!request.startsWith("PUT") || request.contains("\r\nx\r\n")) {
                    assertThat(connection.read().status()).isIn(200, 400);
                }
            }
        }
        assertThat(edge.gateway.states().getFirst().breaker()).isEqualTo("closed");
        assertThat(client(edge).call(RawRequest.of("GET", "/users")).status()).isEqualTo(200);
    }

    @Test
    void moreCallsThanAClientMayHaveAreRejectedAtOnce() throws Exception {
        FakeRole users = role("/users");
        FakeRole tweets = role("/tweets");
        users.handler = request -> waiting();
        Edge edge = edge(Map.of(
                "users", users.address(), "tweets", tweets.address(), "maximum-calls", "25", "answer-deadline", "30s"));
        List<Future<Answer>> waiting = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            waiting.add(clients.submit(() -> client(edge).call(RawRequest.of("GET", "/users"))));
        }
        Await.until(() -> users.calls.get() == 5);
        Answer refused = client(edge).call(RawRequest.of("GET", "/users"));
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.member("code")).isEqualTo("overloaded");
        assertThat(client(edge).call(RawRequest.of("GET", "/tweets")).status()).isEqualTo(200);
        mayAnswer.release(5);
        for (Future<Answer> answer : waiting) {
            assertThat(answer.get().status()).isEqualTo(200);
        }
        mayAnswer.release(1);
        assertThat(client(edge).call(RawRequest.of("GET", "/users")).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "POST with a key"})
    void whatOneInstanceCannotAnswerAnotherIsAsked(String method) throws IOException {
        Answer answer = callWithOneOfTwoOverloaded(
                method.startsWith("POST")
                        ? RawRequest.of("POST", "/users")
                                .header("idempotency-key", "k")
                                .json("{}")
                        : RawRequest.of(method, "/users"));
        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void aPostWithoutKeyIsNotRepeated() throws IOException {
        Answer answer =
                callWithOneOfTwoOverloaded(RawRequest.of("POST", "/users").json("{}"));
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.member("code")).isEqualTo("overloaded");
    }

    /** Whichever of two instances is called first is overloaded, the other is not. */
    private Answer callWithOneOfTwoOverloaded(RawRequest request) throws IOException {
        AtomicBoolean first = new AtomicBoolean(true);
        FakeRole one = role("/users");
        FakeRole two = role("/users");
        for (FakeRole role : List.of(one, two)) {
            role.handler = asked -> {
                if (first.getAndSet(false)) {
                    throw new Problem(503, "overloaded", "Not now.");
                }
                return Response.data(200, "done");
            };
        }
        Edge edge = edge(Map.of("users", one.address() + ", " + two.address()));
        Answer answer = client(edge).call(request);
        assertThat(one.calls.get() + two.calls.get()).isEqualTo(answer.status() == 200 ? 2 : 1);
        return answer;
    }

    @Test
    void aPostThatNobodyGotIsSentElsewhere() throws IOException {
        FakeRole dead = role("/users");
        FakeRole alive = role("/users");
        dead.close();
        Edge edge = edge(Map.of("users", dead.address() + ", " + alive.address(), "check-period", "1h"));
        for (int i = 0; i < 20; i++) {
            assertThat(client(edge)
                            .call(RawRequest.of("POST", "/users").json("{}"))
                            .status())
                    .isEqualTo(200);
        }
        assertThat(alive.calls.get()).isEqualTo(20);
    }

    @Test
    void aPostWhoseInstanceDiesIsNotRepeatedAndSaysSo() throws Exception {
        FakeRole one = role("/users");
        FakeRole two = role("/users");
        one.handler = request -> waiting();
        two.handler = request -> waiting();
        Edge edge = edge(Map.of("users", one.address() + ", " + two.address()));
        Future<Answer> answer = clients.submit(
                () -> client(edge).call(RawRequest.of("POST", "/users").json("{}")));
        Await.until(() -> one.calls.get() + two.calls.get() == 1);
        (one.calls.get() == 1 ? one : two).close();
        assertThat(answer.get().status()).isEqualTo(502);
        assertThat(answer.get().member("code")).isEqualTo("broken_off");
        assertThat(one.calls.get() + two.calls.get()).isEqualTo(1);
    }
}
