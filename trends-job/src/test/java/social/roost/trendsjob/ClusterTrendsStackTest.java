package social.roost.trendsjob;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import social.roost.app.Config;
import social.roost.app.Server;
import social.roost.driver.flink.FlinkCluster;
import social.roost.driver.postgres.PostgresDatabase;

/**
 * From tweets posted to a process that has no role of trends, through the job in Flink, to the trends that another process
 * lists and a third one announces on a stream. Their clock is the test's, so minutes pass when it says so.
 */
@Tag("stack")
@DisplayName("Trends of a cluster (issue 21.2, F4)")
@Timeout(240)
class ClusterTrendsStackTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String API = "/api/roost/v1";

    /** Of authors with the same text, three count. */
    private static final List<String> OTHER =
            List.of("today", "tonight", "wow", "finally", "look", "hurry", "maybe", "really");

    private final JsonMapper mapper = new JsonMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.now().minus(Duration.ofMinutes(4)).truncatedTo(ChronoUnit.MINUTES));
    private final String name = "t" + Long.toString(System.nanoTime() & Integer.MAX_VALUE, 36);
    private final Map<String, String> settings = new HashMap<>();
    private final List<Server> servers = new ArrayList<>();
    private final List<String> tokens = new ArrayList<>();
    private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
    private String posting = "";
    private String listing = "";
    private String operating = "";
    private @Nullable String streaming;
    private final Config stack = FlinkStack.config(Map.of()).value();

    @BeforeEach
    void start() throws Exception {
        String accounts = stack.postgres().accounts();
        onAccounts("CREATE DATABASE " + name);
        settings.putAll(Map.of(
                "stores", "cluster",
                "postgres.accounts", accounts.substring(0, accounts.indexOf('/') + 1) + name,
                "cassandra.keyspace", "trends_job_test",
                "kafka.prefix", name,
                "kafka.partitions", "4",
                "redis.prefix", name + ":",
                "limits.enabled", "false",
                "links.cards", "false",
                "sessions.password-memory", "1MiB",
                "http.port", "0"));
        int port = freePort();
        operating = "http://127.0.0.1:" + port;
        posting = address(server("users,tweets", Map.of("admin.port", Integer.toString(port))));
        listing = address(server("trends", Map.of()));
        startJob();
        for (int i = 0; i < OTHER.size(); i++) {
            tokens.add(register(name + i));
        }
    }

    @AfterEach
    void stop() throws Exception {
        try (FlinkCluster flink = new FlinkCluster(stack.flink())) {
            flink.job("roost-trends").filter(FlinkCluster.Job::isActive).ifPresent(flink::cancel);
        }
        servers.reversed().forEach(Server::close);
        http.close();
        onAccounts("DROP DATABASE " + name + " WITH (FORCE)");
    }

    private void onAccounts(String statement) {
        try (PostgresDatabase database = PostgresDatabase.openAccounts(stack.postgres(), stack.calls())) {
            int _ = database.read(handle -> handle.execute(statement));
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private Server server(String roles, Map<String, String> others) {
        Map<String, String> all = new HashMap<>(settings);
        all.putAll(others);
        all.put("roles", roles);
        Server server = Server.open(FlinkStack.config(all).value(), now::get);
        servers.add(server);
        return server;
    }

    private static String address(Server server) {
        return "http://127.0.0.1:" + server.listen();
    }

    private void startJob() {
        List<String> arguments = new ArrayList<>(FlinkStack.config(settings).flags("kafka", "redis", "calls"));
        arguments.addAll(List.of("--job.since=1970-01-01T00:00:00Z", "--job.checkpoints=1s"));
        try (FlinkCluster flink = new FlinkCluster(stack.flink())) {
            String _ = flink.run(TrendsJobStackTest.JAR, arguments, "");
        }
    }

    @Test
    void aTopicTrendsUntilItsAuthorsAreSuspended() throws Exception {
        assertThat(capability()).isFalse();
        WebSocket stream = openStream();
        crowd("a #storm is coming");
        awaitAfterMinutes(() -> topics().contains("#storm"));

        JsonNode trend = get(listing, API + "/trends?location=worldwide", "").at("/data/0");
        assertThat(trend.get("authors_count").asInt()).isEqualTo(OTHER.size());
        assertThat(trend.get("sample_tweet_id").asLong()).isPositive();
        String message = messages.poll(20, TimeUnit.SECONDS);
        assertThat(message).contains("\"trends\"");
        assertThat(capability()).isTrue();
        stream.abort();

        for (int i = 0; i < OTHER.size(); i++) {
            var _ = call(
                    HttpRequest.newBuilder(URI.create(operating + "/admin/users/" + name + i + "/suspension"))
                            .PUT(BodyPublishers.noBody()),
                    200);
        }
        awaitAfterMinutes(() -> topics().isEmpty());
    }

    @Test
    @EnabledIfSystemProperty(named = "roost.test.long", matches = "true")
    void whatIsPostedWhileNoProcessHasTheRoleIsNotLost() throws Exception {
        servers.removeLast().close();
        crowd("a #storm is coming");
        listing = address(server("trends", Map.of()));
        awaitAfterMinutes(() -> topics().contains("#storm"));
    }

    /** Lets a minute pass, and one more as long as that was not enough: some tweets may not have been observed before. */
    private void awaitAfterMinutes(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        for (int waited = 0; !condition.call(); waited++) {
            assertThat(System.nanoTime() - end)
                    .as("waited in vain; the time is %s", now)
                    .isNegative();
            if (waited % 50 == 0) {
                Thread.sleep(500);
                Instant _ = now.updateAndGet(instant -> instant.plus(Duration.ofMinutes(1)));
            }
            Thread.sleep(100);
        }
    }

    private void crowd(String text) throws Exception {
        for (int i = 0; i < OTHER.size(); i++) {
            var _ = post(posting, API + "/tweets", tokens.get(i), Map.of("content", text + " " + OTHER.get(i)), 201);
        }
    }

    private List<String> topics() throws Exception {
        return get(listing, API + "/trends?location=worldwide", "").findValuesAsText("topic");
    }

    private boolean capability() throws Exception {
        return get(streaming(), API + "/capabilities", "").at("/data/trends").asBoolean();
    }

    private String streaming() {
        if (streaming == null) {
            streaming = address(server("live,media", Map.of()));
        }
        return streaming;
    }

    private WebSocket openStream() {
        WebSocket socket = http.newWebSocketBuilder()
                .header("authorization", "Bearer " + tokens.getFirst())
                .buildAsync(
                        URI.create(streaming().replace("http:", "ws:") + API + "/stream"), new WebSocket.Listener() {
                            @Override
                            public @Nullable CompletionStage<?> onText(
                                    WebSocket from, CharSequence data, boolean last) {
                                if (data.toString().contains("\"event\":\"trends\"")) {
                                    messages.add(data.toString());
                                }
                                from.request(1);
                                return null;
                            }
                        })
                .join();
        var _ = socket.sendText("{\"watch\":[],\"trends\":true}", true).join();
        return socket;
    }

    private String register(String username) throws Exception {
        var _ = post(
                posting,
                API + "/users",
                "",
                Map.of("username", username, "email", username + "@example.org", "password", "correct horse battery"),
                201);
        return post(posting, API + "/sessions", "", Map.of("login", username, "password", "correct horse battery"), 201)
                .at("/data/token")
                .asText();
    }

    private JsonNode post(String address, String path, String token, Map<String, String> body, int status)
            throws Exception {
        return call(
                request(address, path, token)
                        .header("content-type", "application/json")
                        .POST(BodyPublishers.ofString(mapper.writeValueAsString(body))),
                status);
    }

    private JsonNode get(String address, String path, String token) throws Exception {
        return call(request(address, path, token), 200);
    }

    private static HttpRequest.Builder request(String address, String path, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
        return token.isEmpty() ? request : request.header("authorization", "Bearer " + token);
    }

    private JsonNode call(HttpRequest.Builder request, int status) throws Exception {
        HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        return mapper.readTree(response.body());
    }
}
