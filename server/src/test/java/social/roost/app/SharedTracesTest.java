package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import social.roost.base.config.ConfigLoader;
import social.roost.base.config.ConfigSources;
import social.roost.driver.otel.TraceReceiver;
import social.roost.driver.otel.TraceReceiver.Received;
import social.roost.event.Await;
import social.roost.http.Answer;
import social.roost.http.RawClient;
import social.roost.http.RawRequest;
import social.roost.user.Session;
import social.roost.user.TokenHash;

@DisplayName("A tweet is one trace through the gateway, a role, the stores, Kafka and its deliveries (L1, K1)")
@Tag("stack")
@Timeout(240)
class SharedTracesTest {
    private static final String POST = "POST /api/roost/v1/tweets";
    private static final String FAN_OUT = "fan-out tweet_posted";
    private static final String NOTIFICATIONS = "notifications tweet_posted";

    /** For this run only: the accounts stay. */
    private final String token = "test-token-%032d".formatted(System.nanoTime());

    @TempDir
    Path folder;

    private final Map<String, String> settings = OwnCluster.settings();

    @Test
    void fromTheGatewayToTheFanOut() throws Exception {
        try (TraceReceiver receiver = new TraceReceiver()) {
            settings.put("data", folder.toString());
            settings.put("tracing.endpoint", receiver.address());
            settings.put("tracing.sample", "0");
            settings.put("http.trusted-proxies", "127.0.0.1");
            try (Server roles = OwnCluster.server(settings, "users,tweets");
                    Server fanOut = OwnCluster.server(settings, "fanout");
                    Server notifications = OwnCluster.server(settings, "notifications")) {
                assertThat(List.of(fanOut.isReady(), notifications.isReady())).containsOnly(false);
                postThroughGateway(roles);
                Await.until(() -> names(receiver).containsAll(List.of(FAN_OUT, NOTIFICATIONS)));
            }
            check(receiver.traceOf(POST));
        }
    }

    /** Only the gateway decides: it records each request, the others none by themselves. */
    private void postThroughGateway(Server roles) throws Exception {
        int port = roles.listen();
        Map<String, String> flags = new HashMap<>(settings);
        flags.put("roles", "gateway");
        flags.put("gateway.roles", "users=127.0.0.1:" + port + ",tweets=127.0.0.1:" + port);
        flags.put("tracing.sample", "1");
        Config config = ConfigLoader.load(Config.class, new ConfigSources(null, Map.of(), flags))
                .value();
        try (GatewayServer gateway = new GatewayServer(config);
                RawClient client = new RawClient(gateway.listen())) {
            Await.until(() ->
                    client.call(RawRequest.of("GET", "/api/roost/v1/users/me")).status() == 401);
            logIn(roles, register(client));
            Answer posted = client.call(RawRequest.of("POST", "/api/roost/v1/tweets")
                    .token(token)
                    .json("{\"content\":\"through all of it\"}"));
            assertThat(posted.status()).isEqualTo(201);
        }
    }

    private static long register(RawClient client) {
        String name = "t" + Long.toString(System.nanoTime(), 36);
        Answer registered = client.call(RawRequest.of("POST", "/api/roost/v1/users")
                .json("{\"username\":\"%s\",\"email\":\"%s@example.org\",\"password\":\"%s\"}"
                        .formatted(name, name, LocalServer.PASSWORD)));
        return Long.parseLong(registered.member("id"));
    }

    private void logIn(Server server, long userId) {
        long now = System.currentTimeMillis();
        long id = server.stores().infrastructure().ids().next();
        Session session = new Session(id, userId, "test", now, now + 86_400_000);
        var _ = server.stores().users().sessions().create(session, TokenHash.of(token));
    }

    private static List<String> names(TraceReceiver receiver) {
        return receiver.traceOf(POST).stream().map(Received::name).toList();
    }

    private static void check(List<Received> trace) {
        System.out.println(TraceTree.of(trace));
        Received gateway = of("roost-gateway", POST, trace);
        assertThat(gateway.parentId()).isEmpty();
        Received request = of("roost-tweets-users", POST, trace);
        assertThat(request.parentId()).isEqualTo(gateway.id());
        assertThat(trace)
                .anyMatch(step -> step.name().startsWith("cassandra ") && step.isBelow(request, trace))
                .anyMatch(step -> step.name().startsWith("redis ") && step.isBelow(request, trace));
        Received appended = of("roost-tweets-users", "append tweet_posted", trace);
        assertThat(appended.isBelow(request, trace)).isTrue();
        Received fanOut = of("roost-fanout", FAN_OUT, trace);
        assertThat(fanOut.parentId()).isEqualTo(appended.id());
        assertThat(trace).anyMatch(step -> step.name().equals("push to timelines") && step.isBelow(fanOut, trace));
        assertThat(of("roost-notifications", NOTIFICATIONS, trace).parentId()).isEqualTo(appended.id());
    }

    private static Received of(String service, String name, List<Received> trace) {
        return trace.stream()
                .filter(span -> span.service().equals(service) && span.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + name + " of " + service));
    }
}
