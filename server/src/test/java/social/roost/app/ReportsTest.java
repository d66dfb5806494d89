package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;
import static social.roost.app.LocalServer.PASSWORD;
import static social.roost.app.LocalServer.expect;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import social.roost.base.Timestamps;
import social.roost.event.Await;
import social.roost.http.Answer;
import social.roost.http.RawClient;
import social.roost.http.RawRequest;

@DisplayName("Reports and decisions (issue 24.4, M4)")
@Timeout(120)
class ReportsTest {
    private static final String REPORTS = "/api/roost/v1/reports";
    private static final String CASES = "/api/roost/v1/moderation/cases";
    private static final String NOTICES = "/api/roost/v1/account-notices";
    private static final String AUDIT = "/api/roost/v1/moderation/audit";
    private static final String MODERATORS = "/api/roost/v1/moderation/moderators/";

    private LocalServer roost;
    private String alice;
    private String bob;
    private String bobId;
    private String operator;
    private String operatorId;
    private String carol;
    private String carolId;

    @BeforeEach
    void start(@TempDir Path folder) {
        roost = new LocalServer(folder, "admin.usernames=root");
        alice = roost.token(roost.register("alice"));
        bobId = roost.register("bob");
        bob = roost.token(bobId);
        operatorId = roost.createOperator("root");
        operator = roost.token(operatorId);
        carolId = roost.register("carol");
        carol = roost.token(carolId);
        expect(204, call("PUT", MODERATORS + carolId, operator));
    }

    @AfterEach
    void stop() {
        roost.close();
    }

    @Test
    void aTweetThatItsAuthorDeletesBeforeOrAfterTheReportIsInIt() {
        String first = roost.post(bob, "a threat");
        report(alice, "violence", first);
        delete(first);
        String second = roost.post(bob, "another threat");
        delete(second);
        report(alice, "violence", second);
        JsonNode reports = openCase().path("reports");
        assertThat(reports).hasSize(2);
        assertThat(reports.at("/0/items/0/text").asText()).isEqualTo("another threat");
        assertThat(reports.at("/1/items/0/text").asText()).isEqualTo("a threat");
        assertThat(reports.at("/1/username").asText()).isEqualTo("bob");
    }

    @Test
    void anEditAndAnotherNameDoNotChangeAReport() {
        String tweet = roost.post(bob, "an insult");
        report(alice, "hate", tweet);
        expect(200, call("PATCH", "/api/roost/v1/tweets/" + tweet, bob, "{\"content\":\"a compliment\"}"));
        expect(200, call("PATCH", "/api/roost/v1/users/me", bob, "{\"display_name\":\"Somebody else\"}"));
        report(carol, "hate", tweet);
        JsonNode reports = openCase().path("reports");
        assertThat(reports.at("/1/items/0/text").asText()).isEqualTo("an insult");
        assertThat(reports.at("/1/items/0/revision").asInt()).isZero();
        assertThat(reports.at("/1/display_name").asText()).isEqualTo("bob");
        assertThat(reports.at("/0/items/0/text").asText()).isEqualTo("a compliment");
        assertThat(reports.at("/0/items/0/revision").asInt()).isEqualTo(1);
    }

    @Test
    void whatTheReporterDoesNotSeeIsNotCopied() {
        String tweet = roost.post(bob, "for friends");
        String conversation = expect(
                        201, call("POST", "/api/roost/v1/conversations", bob, "{\"member_ids\":[\"" + carolId + "\"]}"))
                .member("id");
        String messages = "/api/roost/v1/conversations/" + conversation + "/messages";
        expect(201, call("POST", messages, bob, "{\"client_key\":\"1\",\"text\":\"between us\"}"));
        String aliceId = roost.get("/api/roost/v1/users/me", alice).member("id");
        expect(200, call("PUT", "/api/roost/v1/users/" + aliceId + "/block", bob));
        String body =
                "{\"user_id\":\"%s\",\"tweet_ids\":[\"%s\",\"17\"],\"message_ids\":[\"%s/1\"],\"category\":\"other\"}"
                        .formatted(bobId, tweet, conversation);
        expect(201, call("POST", REPORTS, alice, body));
        expect(201, call("POST", REPORTS, carol, body));
        JsonNode reports = openCase().path("reports");
        assertThat(reports.at("/1/items"))
                .hasSize(3)
                .allMatch(item -> item.path("missing").asBoolean());
        assertThat(reports.at("/1").toString()).doesNotContain("friends", "between");
        assertThat(reports.at("/0/items/0/text").asText()).isEqualTo("for friends");
        assertThat(reports.at("/0/items/2/text").asText()).isEqualTo("between us");
    }

    @Test
    void badReportsAreRejected() {
        String own = roost.post(alice, "my own");
        for (String body : List.of(
                "{\"user_id\":\"%s\",\"category\":\"spam\",\"tweet_ids\":[\"%s\"]}".formatted(bobId, own),
                "{\"user_id\":\"%s\",\"category\":\"spam\",\"tweet_ids\":[\"x\"]}".formatted(bobId),
                "{\"user_id\":\"%s\",\"category\":\"spam\",\"tweet_ids\":[null]}".formatted(bobId),
                "{\"user_id\":\"%s\",\"category\":\"spam\",\"message_ids\":[\"1\"]}".formatted(bobId),
                "{\"user_id\":\"%s\"}".formatted(bobId),
                "{\"category\":\"spam\"}",
                "{\"user_id\":\"%s\",\"category\":\"spam\",\"note\":\"%s\"}".formatted(bobId, "x".repeat(1_001)),
                "{\"user_id\":\"%s\",\"category\":\"spam\",\"tweet_ids\":[%s]}"
                        .formatted(bobId, "\"1\",".repeat(20) + "\"2\""))) {
            assertThat(expect(422, call("POST", REPORTS, alice, body)).member("field"))
                    .as(body)
                    .isNotEmpty();
        }
    }

    @Test
    void clickingManyTimesIsOneReport() throws Exception {
        String tweet = roost.post(bob, "spam");
        Set<String> ids = new ConcurrentSkipListSet<>();
        try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 10; i++) {
                crowd.execute(() -> {
                    try (RawClient client = new RawClient(roost.port)) {
                        RawRequest request = RawRequest.of("POST", REPORTS).token(alice);
                        ids.add(expect(201, client.call(request.json(body("spam", tweet))))
                                .member("id"));
                    }
                });
            }
        }
        assertThat(ids).hasSize(1);
        assertThat(roost.get(REPORTS, alice).json().path("data")).hasSize(1);
    }

    @Test
    void onlyOneModeratorAtATimeDecides() {
        report(alice, "spam", roost.post(bob, "spam"));
        String path = CASES + "/" + openCase().at("/summary/id").asText();
        expect(200, call("PUT", path + "/claim", carol));
        String last = openCase().at("/reports/0/id").asText();
        String warn = decision("warn", "Stop it.", last, "");
        assertThat(expect(409, call("POST", path + "/decision", operator, warn)).member("code"))
                .isEqualTo("case_claimed");
        roost.clock.advance(Duration.ofMinutes(16));
        expect(200, call("PUT", path + "/claim", operator));
        expect(409, call("POST", path + "/decision", carol, warn));
        expect(200, call("POST", path + "/decision", operator, warn));
        assertThat(expect(409, call("POST", path + "/decision", operator, warn)).member("code"))
                .isEqualTo("case_closed");
    }

    @Test
    void aSuspensionEndsByItself() throws Exception {
        String tweet = roost.post(bob, "spam");
        report(alice, "spam", tweet);
        String end = Timestamps.format(roost.clock.millis() + Duration.ofDays(3).toMillis());
        decide(200, "suspend", "Three days off.", ",\"until\":\"" + end + "\"");
        expect(401, roost.get("/api/roost/v1/users/me", bob));
        expect(403, roost.logIn("bob", PASSWORD));
        expect(403, roost.get("/api/roost/v1/tweets/" + tweet, alice));
        JsonNode told = roost.get(NOTICES, alice).json().at("/data/0");
        assertThat(told.path("outcome").asText()).isEqualTo("action_taken");
        assertThat(told.has("reason")).isFalse();
        assertThat(roost.get(REPORTS, alice).json().at("/data/0/outcome").asText())
                .isEqualTo("action_taken");

        roost.clock.advance(Duration.ofDays(3).minusMinutes(1));
        Thread.sleep(1_500);
        expect(403, roost.logIn("bob", PASSWORD));
        roost.clock.advance(Duration.ofMinutes(2));
        Await.until(() -> roost.logIn("bob", PASSWORD).status() == 201);
        expect(200, roost.get("/api/roost/v1/tweets/" + tweet, roost.token(bobId)));
        JsonNode notice = roost.get(NOTICES, roost.token(bobId)).json().at("/data/0");
        assertThat(notice.path("reason").asText()).isEqualTo("Three days off.");
        assertThat(notice.path("until").asText()).isEqualTo(end);
        Await.until(() -> audit("").at("/0/action").asText().equals("suspension_ended"));
    }

    @Test
    void aModeratorDeletesTweetsOfTheReportedUserOnly() {
        String tweet = roost.post(bob, "spam");
        String other = roost.post(alice, "not spam");
        report(alice, "spam", tweet);
        decide(422, "delete", "Advertising.", ",\"tweet_ids\":[\"" + other + "\"]");
        decide(422, "delete", "Advertising.", "");
        decide(422, "warn", "Advertising.", ",\"tweet_ids\":[\"" + tweet + "\"]");
        decide(422, "delete", "", ",\"tweet_ids\":[\"" + tweet + "\"]");
        decide(200, "delete", "Advertising.", ",\"tweet_ids\":[\"" + tweet + "\"]");
        expect(404, roost.get("/api/roost/v1/tweets/" + tweet, alice));
        expect(200, roost.get("/api/roost/v1/tweets/" + other, alice));
        assertThat(roost.get(NOTICES, bob).json().at("/data/0/action").asText()).isEqualTo("delete");
        JsonNode entry = audit("?action=delete").get(0);
        assertThat(entry.path("actor_id").asText()).isEqualTo(carolId);
        assertThat(entry.path("user_id").asText()).isEqualTo(bobId);
        assertThat(entry.path("detail").asText()).isEqualTo("Advertising.");
    }

    @Test
    void nobodyDecidesAboutThemselvesOrSuspendsAnOperator() {
        expect(201, call("POST", REPORTS, alice, "{\"user_id\":\"" + carolId + "\",\"category\":\"spam\"}"));
        assertThat(decide(403, "dismiss", "", "").member("code")).isEqualTo("own_case");
        expect(204, call("DELETE", MODERATORS + carolId, operator));
        expect(403, call("GET", CASES, carol));
        expect(204, call("PUT", MODERATORS + carolId, operator));
        String path = CASES + "/" + openCase().at("/summary/id").asText();
        String last = openCase().at("/reports/0/id").asText();
        expect(200, call("POST", path + "/decision", operator, decision("dismiss", "", last, "")));
        expect(201, call("POST", REPORTS, alice, "{\"user_id\":\"" + operatorId + "\",\"category\":\"spam\"}"));
        assertThat(decide(403, "suspend", "Because.", "").member("code")).isEqualTo("is_operator");
        decide(200, "warn", "Because.", "");
    }

    @Test
    void aDismissalIsToldToTheReporterAlone() {
        report(alice, "spam", roost.post(bob, "fine"));
        decide(200, "dismiss", "", "");
        assertThat(roost.get(NOTICES, bob).json().path("data")).isEmpty();
        JsonNode notice = roost.get(NOTICES, alice).json().at("/data/0");
        assertThat(notice.path("outcome").asText()).isEqualTo("no_action");
        expect(204, call("PUT", NOTICES + "/" + notice.path("id").asText() + "/read", alice));
        assertThat(roost.get(NOTICES, alice).json().at("/data/0/read").asBoolean())
                .isTrue();
    }

    private Answer call(String method, String path, String token) {
        return roost.call(RawRequest.of(method, path).token(token));
    }

    private Answer call(String method, String path, String token, String json) {
        return roost.call(RawRequest.of(method, path).token(token).json(json));
    }

    private void delete(String tweet) {
        expect(204, call("DELETE", "/api/roost/v1/tweets/" + tweet, bob));
    }

    private String body(String category, String tweet) {
        return "{\"user_id\":\"%s\",\"category\":\"%s\",\"tweet_ids\":[\"%s\"]}".formatted(bobId, category, tweet);
    }

    private void report(String token, String category, String tweet) {
        expect(201, call("POST", REPORTS, token, body(category, tweet)));
    }

    private JsonNode openCase() {
        JsonNode open = expect(200, call("GET", CASES, operator)).json().path("data");
        assertThat(open).hasSize(1);
        return expect(200, call("GET", CASES + "/" + open.at("/0/id").asText(), operator))
                .json()
                .path("data");
    }

    private Answer decide(int status, String action, String reason, String more) {
        JsonNode open = openCase();
        String last = open.at("/reports/0/id").asText();
        String path = CASES + "/" + open.at("/summary/id").asText() + "/decision";
        return expect(status, call("POST", path, carol, decision(action, reason, last, more)));
    }

    private static String decision(String action, String reason, String last, String more) {
        return "{\"action\":\"%s\",\"reason\":\"%s\",\"last_report_id\":\"%s\"%s}"
                .formatted(action, reason, last, more);
    }

    private JsonNode audit(String query) {
        return expect(200, call("GET", AUDIT + query, roost.token(operatorId)))
                .json()
                .path("data");
    }
}
