package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;
import static social.roost.app.LocalServer.expect;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import social.roost.driver.logback.CapturedLog;
import social.roost.driver.otel.TraceReceiver;
import social.roost.http.Answer;
import social.roost.http.RawClient;
import social.roost.http.RawRequest;

@DisplayName("The log (L1)")
@Timeout(120)
class LogTest {
    private static final String LEVELS = "/admin/log-levels";
    private static final String REQUESTS = "social.roost.http.RequestLog";

    @TempDir
    Path folder;

    @Test
    void aRequestTellsItsRouteItsIdAndItsTraceAndASlowOneIsAWarning() throws IOException {
        try (TraceReceiver receiver = new TraceReceiver();
                CapturedLog log = new CapturedLog("debug")) {
            try (LocalServer roost = new LocalServer(
                    folder, "log.slow-request=0s", "tracing.sample=1", "tracing.endpoint=" + receiver.address())) {
                expect(
                        401,
                        roost.call(
                                RawRequest.of("GET", "/api/roost/v1/users/me").header("x-request-id", "find-me")));
            }
            JsonNode told = log.messages().stream()
                    .filter(message -> message.path("logger").asText().equals(REQUESTS))
                    .findFirst()
                    .orElseThrow();
            assertThat(told.path("level").asText()).isEqualTo("WARN");
            assertThat(told.path("message").asText()).startsWith("Slow request: GET ");
            assertThat(told.path("correlationId").asText()).isEqualTo("find-me");
            assertThat(told.path("route").asText()).isEqualTo("/api/roost/v1/users/me");
            assertThat(told.path("status").asInt()).isEqualTo(401);
            assertThat(told.path("latencyMs").asDouble()).isPositive();
            assertThat(told.path("traceId").asText())
                    .isEqualTo(receiver.spans().getFirst().traceId());
        }
    }

    @Test
    void everyRequestIsLoggedIfTheOperatorWantsThatAndOnlySlowOnesAreCalledSlow() {
        try (CapturedLog log = new CapturedLog("info")) {
            try (LocalServer roost = new LocalServer(folder, "http.access-log=true", "log.slow-request=1h")) {
                expect(200, roost.call(RawRequest.of("GET", "/health/live")));
            }
            assertThat(log.messages())
                    .filteredOn(message -> message.path("logger").asText().equals(REQUESTS))
                    .singleElement()
                    .satisfies(message -> {
                        assertThat(message.path("level").asText()).isEqualTo("INFO");
                        assertThat(message.path("message").asText())
                                .startsWith("Request: GET /health/live answered 200");
                    });
        }
    }

    @Test
    void anUploadIsNotCalledSlow() {
        try (CapturedLog log = new CapturedLog("warn")) {
            try (LocalServer roost = new LocalServer(folder, "log.slow-request=0s")) {
                TestUploads uploads = new TestUploads(roost);
                byte[] file = TestMedia.png("heron");
                Answer begun = uploads.begin(roost.token(roost.register("alice")), "image/png", file.length, "tweet");
                expect(204, uploads.put(begun.member("upload_url"), "image/png", file));
            }
            assertThat(log.messages())
                    .extracting(message -> message.path("route").asText())
                    .contains("/api/roost/v1/media/upload-url")
                    .doesNotContain("/media-uploads/{id}");
        }
    }

    @Test
    void aSlowCallOfAStoreIsAWarning() {
        try (CapturedLog log = new CapturedLog("warn");
                LocalServer roost = new LocalServer(folder, "log.slow-store-call=0s")) {
            // A start makes more calls than are logged per second, so the first users may come too early.
            for (int user = 0; log.messages().stream().noneMatch(LogTest::isWriteOfARegistration); user++) {
                roost.register("user" + user);
            }
        }
    }

    private static boolean isWriteOfARegistration(JsonNode message) {
        return message.path("store").asText().equals("SQLite")
                && message.path("operation").asText().equals("write")
                && message.path("outcome").asText().equals("ok")
                && message.path("route").asText().equals("/api/roost/v1/users");
    }

    @Test
    void levelsAreChangedWhileTheServerRuns() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        try (LocalServer roost = new LocalServer(folder, "admin.port=" + port);
                RawClient admin = new RawClient(port)) {
            RawRequest louder = RawRequest.of("PUT", LEVELS + "/" + REQUESTS);
            Answer changed = expect(200, admin.call(louder.json("{\"level\":\"debug\"}")));
            assertThat(changed.json().path("data").path(REQUESTS).asText()).isEqualTo("debug");
            Answer reset = expect(200, admin.call(RawRequest.of("DELETE", LEVELS + "/" + REQUESTS)));
            assertThat(reset.json().path("data").has(REQUESTS)).isFalse();
            assertThat(expect(200, admin.call(RawRequest.of("GET", LEVELS)))
                            .json()
                            .path("data")
                            .path("ROOT")
                            .asText())
                    .isEqualTo("warn");
            expect(422, admin.call(RawRequest.of("PUT", LEVELS + "/a").json("{\"level\":\"loud\"}")));
            expect(404, admin.call(RawRequest.of("PUT", LEVELS + "/a%20b").json("{\"level\":\"info\"}")));
            expect(
                    403,
                    admin.call(RawRequest.of("PUT", LEVELS + "/a")
                            .header("origin", "https://elsewhere.example")
                            .json("{\"level\":\"info\"}")));
            expect(404, roost.call(RawRequest.of("GET", LEVELS)));
        }
    }
}
