package social.roost.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import social.roost.base.Lifecycle;
import social.roost.base.Rejection;
import social.roost.http.Answer;
import social.roost.http.HealthRoutes;
import social.roost.http.RawClient;
import social.roost.http.RawRequest;
import social.roost.http.Response;

@DisplayName("The gateway forwards requests to the roles (J1, K1)")
@Timeout(240)
class GatewayTest {
    private final Lifecycle started = new Lifecycle();
    private FakeRole users;
    private FakeRole tweets;
    private Edge edge;
    private RawClient client;

    @BeforeEach
    void start() throws IOException {
        users = started.add(FakeRole.start("/users/{id}"));
        tweets = started.add(FakeRole.start("/tweets"));
        edge = started.add(Edge.start(Map.of("users", users.address(), "tweets", tweets.address())));
        client = started.add(new RawClient(edge.port));
    }

    @AfterEach
    void stop() {
        started.close();
    }

    @Test
    void aRequestGoesToTheRoleThatOwnsItsRoute() {
        users.handler = request -> Response.data(200, "user " + request.pathParameter(0) + request.query("q"));
        tweets.handler = request -> Response.data(201, request.json(Draft.class).content());
        assertThat(client.call(RawRequest.of("GET", "/users/a%2Fb?q=%C3%A9")).text())
                .isEqualTo("{\"data\":\"user a/bOptional[\u00e9]\"}");
        Answer answer = client.call(RawRequest.of("POST", "/tweets").json("{\"content\":\"hello\"}"));
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text()).isEqualTo("{\"data\":\"hello\"}");
    }

    private record Draft(String content) {}

    @Test
    void ownRoutesAreServedHere() {
        assertThat(client.call(RawRequest.of("GET", "/own")).text()).isEqualTo("{\"data\":\"own\"}");
    }

    @Test
    void whatNobodyOwnsIsNotFoundHere() {
        Answer nowhere = client.call(RawRequest.of("GET", "/nowhere"));
        assertThat(nowhere.status()).isEqualTo(404);
        assertThat(nowhere.member("code")).isEqualTo("not_found");
        Answer method = client.call(RawRequest.of("PATCH", "/tweets"));
        assertThat(method.status()).isEqualTo(405);
        assertThat(method.header("allow")).hasValue("DELETE, GET, POST, PUT, HEAD, OPTIONS");
        assertThat(users.calls.get() + tweets.calls.get()).isZero();
    }

    @Test
    void aProblemOfTheRoleIsTheClients() {
        users.handler = request -> {
            throw Rejection.notFound("user");
        };
        Answer answer = client.call(RawRequest.of("GET", "/users/1").header("x-request-id", "find-me"));
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("content-type")).hasValue("application/problem+json");
        assertThat(answer.member("request_id")).isEqualTo("find-me");
        assertThat(answer.headers().get("x-request-id")).containsExactly("find-me");
    }

    @Test
    void aHeadHasTheLengthButNoBody() {
        Answer answer = client.call(RawRequest.of("HEAD", "/users/1"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("content-length")).hasValue("15");
        assertThat(client.call(RawRequest.of("GET", "/users/1")).status()).isEqualTo(200);
    }

    @Test
    void anAnswerWithoutBodyHasNone() {
        users.handler = request -> Response.noContent();
        Answer answer = client.call(RawRequest.of("DELETE", "/users/1"));
        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.headers()).doesNotContainKeys("content-length", "transfer-encoding", "content-type");
    }

    @Test
    void theRoleDecidesOnCompression() {
        users.handler = request -> Response.data(200, "x".repeat(4_000));
        Answer gzip = client.call(RawRequest.of("GET", "/users/1").header("accept-encoding", "gzip"));
        assertThat(gzip.headers().get("content-encoding")).containsExactly("gzip");
        assertThat(gzip.body().length).isLessThan(1_000);
        Answer plain = client.call(RawRequest.of("GET", "/users/1"));
        assertThat(plain.headers()).doesNotContainKey("content-encoding");
        assertThat(plain.body()).hasSize(4_011);
    }

    @Test
    void aRoleWithoutInstancesIsUnavailable() {
        Answer answer = client.call(RawRequest.of("GET", "/timelines"));
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("retry-after")).hasValue("1");
        assertThat(answer.member("code")).isEqualTo("unavailable");
    }

    @Test
    void aRoleWithoutAnAddressOfItsOwnIsWhereAllAre() throws IOException {
        Map<String, String> addresses = Map.of("users", users.address(), "all", tweets.address());
        try (Edge other = Edge.start(addresses);
                RawClient there = new RawClient(other.port)) {
            assertThat(there.call(RawRequest.of("GET", "/users/1")).status()).isEqualTo(200);
            assertThat(there.call(RawRequest.of("GET", "/tweets")).status()).isEqualTo(200);
        }
        assertThat(users.calls).hasValue(1);
        assertThat(tweets.calls).hasValue(1);
    }

    @Test
    void largeHeadersPass() {
        String large = "x".repeat(15_000);
        users.handler = request ->
                Response.data(200, request.header("x-large").orElseThrow().equals(large));
        Answer answer = client.call(RawRequest.of("GET", "/users/1").header("x-large", large));
        assertThat(answer.text()).isEqualTo("{\"data\":true}");
    }

    @Test
    void headersThatTheRoleWouldNotTakeAreRefusedHere() {
        RawRequest request = RawRequest.of("GET", "/users/1");
        for (int i = 0; i < 1_000; i++) {
            request.header("h" + i, "x");
        }
        Answer answer = client.call(request);
        assertThat(answer.status()).isEqualTo(431);
        assertThat(users.calls.get()).isZero();
    }

    @Test
    void theStateOfEachInstanceIsVisible() {
        assertThat(edge.gateway.dependencies())
                .contains(new HealthRoutes.Dependency("users", users.address(), "closed"));
        assertThat(edge.gateway.states())
                .containsExactlyInAnyOrder(
                        new InstanceState("users", users.address(), true, "closed", 0),
                        new InstanceState("tweets", tweets.address(), true, "closed", 0));
    }
}
