package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import social.roost.driver.logback.CapturedLog;
import social.roost.http.Answer;
import social.roost.http.RawRequest;
import social.roost.tweet.Tweet;

@DisplayName("User content and secrets are not logged, whatever the log level (L1)")
@Timeout(240)
class LogSecretsTest {
    private static final String MARKER = "Tell7Nobody";
    private static final String USERS = "/api/roost/v1/users";
    private static final String SESSIONS = "/api/roost/v1/sessions";
    private static final String TWEETS = "/api/roost/v1/tweets";
    private static final String BROKEN = "the store is broken";

    @TempDir
    Path folder;

    @Test
    void notOfAnythingThatTheApiDoes() {
        try (CapturedLog log = new CapturedLog("trace")) {
            try (LocalServer roost = new LocalServer(folder, ApiTour.settings("http.access-log=true"))) {
                new ApiTour(new ApiDescription(), roost).drive();
            }
            assertThat(log.messages()).hasSizeGreaterThan(100);
            assertThat(log.text()).doesNotContain(LocalServer.PASSWORD, "test-token-", "@example.org");
        }
    }

    @Test
    void notOfAnyFieldHeaderOrAddress() {
        try (CapturedLog log = new CapturedLog("trace")) {
            try (LocalServer roost = new LocalServer(folder, "log.slow-request=0s", "log.slow-store-call=0s")) {
                String token = logIn(roost);
                for (RawRequest request : withMarkers(token)) {
                    Answer _ = roost.call(request);
                }
                assertThat(log.text()).doesNotContain(token);
            }
            assertThat(log.messages()).hasSizeGreaterThan(20);
            assertThat(log.text()).doesNotContain(MARKER, MARKER.toLowerCase(Locale.ROOT));
        }
    }

    /** Failures are logged with their causes, as are events that were not handled. */
    @Test
    void notWhenSomethingFails() {
        try (CapturedLog log = new CapturedLog("trace")) {
            try (LocalServer roost = new LocalServer(folder)) {
                String alice = roost.token(roost.register("alice"));
                String id = roost.post(alice, MARKER);
                Tweet tweet = Objects.requireNonNull(
                        roost.server.stores().tweets().posts().findPosted(Long.parseLong(id)));
                assertThat(tweet.content()).isEqualTo(MARKER);
                List<String> failures = failures(roost, tweet);
                assertThat(failures).isNotEmpty().noneMatch(failure -> failure.contains(MARKER));
            }
            assertThat(log.text()).doesNotContain(MARKER, BROKEN);
        }
    }

    /** The store's messages for what it rejects. */
    private static List<String> failures(LocalServer roost, Tweet tweet) {
        List<String> failures = new ArrayList<>();
        try {
            var _ = roost.server.stores().tweets().posts().post(tweet, null);
        } catch (RuntimeException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                failures.add(String.valueOf(cause.getMessage()));
            }
        }
        return failures;
    }

    private static String logIn(LocalServer roost) {
        Answer _ = roost.call(RawRequest.of("POST", USERS)
                .json("{\"username\":\"alice\",\"email\":\"%s@example.org\",\"password\":\"%s\"}"
                        .formatted(MARKER, MARKER)));
        return LocalServer.expect(201, roost.logIn("alice", MARKER)).member("token");
    }

    private static List<RawRequest> withMarkers(String token) {
        List<RawRequest> requests = new ArrayList<>();
        for (String path :
                List.of(USERS, SESSIONS, TWEETS, "/api/roost/v1/" + MARKER, USERS + "/by/username/" + MARKER)) {
            for (String method : List.of("GET", "POST", "PUT", "PATCH", "DELETE", MARKER)) {
                requests.add(RawRequest.of(method, path + "?q=" + MARKER + "&cursor=" + MARKER)
                        .token(MARKER)
                        .header("cookie", "roost_session=" + MARKER)
                        .header("idempotency-key", MARKER)
                        .json("{\"content\":\"" + MARKER + "\",\"" + MARKER + "\":"));
            }
        }
        requests.add(RawRequest.of("POST", USERS).json(fields("username", "email", "password", "display_name")));
        requests.add(RawRequest.of("POST", SESSIONS).json(fields("login", "password")));
        requests.add(RawRequest.of("POST", SESSIONS + "/second-factor").json(fields("challenge", "code")));
        requests.add(RawRequest.of("DELETE", USERS + "/me/totp").token(token).json(fields("password", "code")));
        requests.add(RawRequest.of("PATCH", USERS + "/me")
                .token(token)
                .json(fields("display_name", "bio", "location", "website")));
        requests.add(RawRequest.of("POST", TWEETS).token(token).json(fields("content")));
        requests.add(RawRequest.of("POST", TWEETS)
                .token(token)
                .header("idempotency-key", MARKER)
                .json("{\"content\":\"" + MARKER + "\"}"));
        requests.add(
                RawRequest.of("GET", "/api/roost/v1/stream?ticket=" + MARKER).token(MARKER));
        requests.add(RawRequest.of("GET", "/" + MARKER + "%").token(token));
        return requests;
    }

    private static String fields(String... names) {
        List<String> fields = new ArrayList<>();
        for (String name : names) {
            fields.add("\"" + name + "\":\"" + MARKER + "\"");
        }
        return "{" + String.join(",", fields) + "}";
    }
}
