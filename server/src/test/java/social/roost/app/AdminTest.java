package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;
import static social.roost.app.LocalServer.expect;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import social.roost.event.Await;
import social.roost.http.Answer;
import social.roost.http.RawClient;
import social.roost.http.RawRequest;

@DisplayName("Metrics for operators (L1, J4)")
@Timeout(120)
class AdminTest {
    private static final String METRICS = "/api/roost/v1/admin/metrics";
    private static final String ME = "/api/roost/v1/users/me";

    @TempDir
    Path folder;

    private LocalServer roost;
    private int port;
    private String alice;
    private String bob;

    @BeforeEach
    void start() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        roost = new LocalServer(folder, "admin.usernames=Alice,carol", "admin.port=" + port);
        alice = roost.token(roost.createOperator("alice"));
        bob = roost.token(roost.register("bob"));
    }

    @AfterEach
    void stop() {
        roost.close();
    }

    private JsonNode metrics() {
        return expect(200, roost.get(METRICS, alice)).json();
    }

    private String prometheus() {
        try (RawClient client = new RawClient(port)) {
            Answer answer = client.call(RawRequest.of("GET", "/metrics"));
            assertThat(answer.header("content-type").orElseThrow()).startsWith("text/plain; version=0.0.4");
            return expect(200, answer).text();
        }
    }

    @Test
    void anOperatorIsToldSoAndNobodyElse() {
        assertThat(roost.get(ME, alice).json().at("/data/admin").asBoolean()).isTrue();
        assertThat(roost.get(ME, bob).json().path("data").has("admin")).isFalse();
        Answer edited = roost.call(RawRequest.of("PATCH", ME).token(alice).json("{\"bio\":\"Bread.\"}"));
        assertThat(edited.json().at("/data/admin").asBoolean()).isTrue();
        assertThat(edited.member("bio")).isEqualTo("Bread.");
        String seenByOthers =
                roost.get("/api/roost/v1/users/by/username/alice", bob).text();
        assertThat(seenByOthers).doesNotContain("admin");
    }

    @Test
    void theNumbersAreForOperatorsOnly() {
        Answer refused = roost.get(METRICS, bob);
        assertThat(expect(403, refused).member("code")).isEqualTo("not_an_admin");
        expect(401, roost.call(RawRequest.of("GET", METRICS)));
        expect(200, roost.get(METRICS, alice));
    }

    @Test
    void whatHappensShowsWithinSeconds() throws Exception {
        assertThat(metrics().at("/data/posts_per_second").asDouble()).isZero();
        System.gc(); // A meter that nothing else holds on to would be gone now.
        for (int i = 0; i < 20; i++) {
            roost.post(alice, "tweet " + i);
            expect(200, roost.get("/api/roost/v1/timelines/home", alice));
        }
        AtomicReference<JsonNode> shown = new AtomicReference<>(metrics().path("data"));
        Await.until(() -> {
            shown.set(metrics().path("data"));
            return hasAll(shown.get());
        });
        JsonNode now = shown.get();
        assertThat(now.path("requests_per_second").asDouble())
                .isGreaterThan(now.path("reads_per_second").asDouble());
        assertThat(now.path("errors_per_second").asDouble()).isZero();
        double median = now.at("/latency/p50_ms").asDouble();
        assertThat(median).isBetween(.01, 1_000.0);
        assertThat(now.at("/latency/p99_ms").asDouble()).isGreaterThanOrEqualTo(median);
        assertThat(now.path("memory_bytes").asLong()).isGreaterThan(50_000_000);
        assertThat(now.path("heap_bytes").asLong()).isGreaterThan(1_000_000);
    }

    /** A meter may tick between a post and the read after it; the next one has both. */
    private static boolean hasAll(JsonNode point) {
        double posts = point.path("posts_per_second").asDouble();
        return posts > 0
                && Math.abs(point.path("reads_per_second").asDouble() - posts) < .1
                && point.path("fan_out_deliveries_per_second").asDouble() > 0;
    }

    @Test
    void theHistoryEndsWithTheNewestPoint() throws Exception {
        Await.until(() -> metrics().path("history").size() >= 2);
        JsonNode answer = metrics();
        JsonNode history = answer.path("history");
        assertThat(history.get(history.size() - 1)).isEqualTo(answer.path("data"));
        String newest = answer.at("/data/time").asText();
        roost.clock.advance(Duration.ofSeconds(1));
        Await.until(() -> !metrics().at("/data/time").asText().equals(newest));
        JsonNode later = expect(200, roost.get(METRICS + "?since=" + newest, alice))
                .json()
                .path("history");
        assertThat(later)
                .isNotEmpty()
                .allMatch(point -> point.path("time").asText().compareTo(newest) > 0);
        for (String time : List.of("now", "", "2026", "+1000000000-12-31T00:00:00Z")) {
            Answer refused = roost.get(METRICS + "?since=" + time.replace("+", "%2B"), alice);
            assertThat(expect(422, refused).member("field")).isEqualTo("since");
        }
        assertThat(history.get(0).path("uptime_seconds").asLong())
                .isLessThanOrEqualTo(answer.at("/data/uptime_seconds").asLong());
    }

    private static void whatIsBehindTheRequestsToo(String text) {
        assertThat(text.lines())
                .anyMatch(line -> line.matches("roost_http_connections [1-9].*"))
                .anyMatch(line -> line.startsWith("http_server_active_requests "))
                .anyMatch(line -> line.startsWith(
                        "roost_store_call_duration_seconds_count{operation=\"write\",outcome=\"ok\",store=\"SQLite\"}"))
                .anyMatch(line -> line.startsWith("db_client_connection_count{")
                        && line.contains("db_client_connection_state=\"idle\""))
                .contains("db_client_connection_pending_requests{db_client_connection_pool_name=\"SQLite\"} 0.0")
                .contains("roost_queue_waiting{queue=\"SQLite\"} 0.0")
                .anyMatch(line -> line.matches("roost_cache_lookups_total\\{cache=\"tweets\",result=\"hit\"} .*"))
                .anyMatch(line -> line.matches("roost_cache_lookups_total\\{cache=\"profiles\",result=\"miss\"} .*"))
                .contains("roost_events_dead_letters_total{group=\"notifications\"} 0.0")
                .contains("roost_tweets_posted_total{kind=\"tweet\"} 1.0")
                .contains("roost_tweets_posted_total{kind=\"reply\"} 0.0")
                .contains("roost_events_happened_total{type=\"user_registered\"} 2.0")
                .contains("roost_sessions_begun_total 0.0");
    }

    @Test
    void prometheusFindsEverythingOnAPortOfItsOwn() throws Exception {
        roost.post(alice, "hello");
        expect(404, roost.get("/api/roost/v1/users/17", alice));
        Await.until(() -> prometheus().contains("jvm_memory_used_bytes{"));
        Await.until(() -> prometheus().contains("jvm_thread_count_threads{"));
        String text = prometheus();
        String posted =
                "{http_request_method=\"POST\",http_response_status_code=\"201\",http_route=\"/api/roost/v1/tweets\"}";
        assertThat(text.lines())
                .contains("http_server_request_duration_seconds_count" + posted + " 1")
                .anyMatch(line -> line.startsWith("http_server_request_duration_seconds_bucket{")
                        && line.contains("http_response_status_code=\"404\",http_route=\"/api/roost/v1/users/{id}\"")
                        && line.contains("le=\"0.01\""))
                .anyMatch(line -> line.startsWith("roost_fan_out_lag_seconds_bucket{"))
                .anyMatch(line -> line.startsWith("roost_fan_out_deliveries_total "))
                .contains("roost_live_streams 0.0")
                .anyMatch(line -> line.startsWith("roost_events_lag{group=\"fan-out\"} "));
        expect(404, roost.call(RawRequest.of("GET", "/metrics")));
        whatIsBehindTheRequestsToo(text);
        try (RawClient client = new RawClient(port)) {
            expect(404, client.call(RawRequest.of("GET", ME)));
        }
    }
}
