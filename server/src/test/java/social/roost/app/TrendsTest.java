package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;
import static social.roost.app.LocalServer.expect;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import social.roost.event.Await;
import social.roost.http.Answer;
import social.roost.http.RawRequest;
import social.roost.trend.Trends;

@DisplayName("Trends of one process (issue 21.2, 21.3, F4)")
@Timeout(120)
class TrendsTest {
    private static final String TRENDS = "/api/roost/v1/trends";

    /** Of authors with the same text, three count. */
    private static final List<String> OTHER =
            List.of("today", "tonight", "wow", "finally", "look", "hurry", "maybe", "really");

    private static final int CROWD = OTHER.size();

    @TempDir
    Path folder;

    private LocalServer roost;
    private final List<String> users = new ArrayList<>();

    @BeforeEach
    void start() throws InterruptedException {
        roost = new LocalServer(folder);
        awaitFeed();
        for (int i = 0; i < CROWD; i++) {
            users.add(roost.register("user" + i));
        }
    }

    @AfterEach
    void stop() {
        roost.close();
    }

    @Test
    void aTopicOfManyAuthorsTrendsAndOneOfALoudAuthorDoesNot() throws Exception {
        crowd("a #storm is coming");
        for (int i = 0; i < 50; i++) {
            roost.post(roost.token(users.get(0)), "#loud " + i);
        }
        nextMinute();
        JsonNode trend = trends("", null).get(0);
        assertThat(topics("", null)).contains("#storm").doesNotContain("#loud");
        assertThat(trend.get("kind").asText()).isEqualTo("hashtag");
        assertThat(trend.get("authors_count").asInt()).isEqualTo(CROWD);
        assertThat(trend.get("since").asText()).startsWith("2026-06-01T12:");
        assertThat(trend.get("sample_tweet_id").asLong()).isPositive();
        assertThat(trend.get("recent_authors")).hasSize(24).last().matches(last -> last.asInt() == CROWD);
    }

    @Test
    void aPhraseTrendsToo() throws Exception {
        crowd("we saw the northern lights");
        nextMinute();
        assertThat(topics("", null)).contains("northern lights");
    }

    @Test
    void aRestartedServerHasTheSameTrends() throws Exception {
        crowd("a #storm is coming");
        nextMinute();
        List<String> before = topics("", null);
        SettableClock clock = roost.clock;
        roost.close();
        roost = new LocalServer(folder, clock, UnaryOperator.identity());
        awaitFeed();
        roost.server.features().trends.tick();
        assertThat(topics("", null)).isEqualTo(before);
    }

    @Test
    void theTrendOfSuspendedAuthorsEndsAtTheNextTick() throws Exception {
        crowd("buy #pills now");
        nextMinute();
        assertThat(topics("", null)).contains("#pills");
        for (String user : users) {
            var _ = roost.server.stores().users().accounts().suspend(Long.parseLong(user), 1);
        }
        nextMinute();
        assertThat(topics("", null)).doesNotContain("#pills");
    }

    @Test
    void aCountryHasTrendsOfThoseWhoChoseIt() throws Exception {
        for (String user : users) {
            choose(user, "DE");
        }
        crowd("#unwetter");
        nextMinute();
        String reader = roost.token(users.get(0));
        assertThat(topics("?location=DE", null)).containsExactly("#unwetter");
        assertThat(topics("?location=FR", null)).isEmpty();
        assertThat(topics("", reader)).containsExactly("#unwetter");
        choose(users.get(0), "FR");
        assertThat(topics("", reader)).isEmpty();
        assertThat(topics("?location=worldwide", reader)).containsExactly("#unwetter");
    }

    @Test
    void whatAReaderDismissedAndWhatAnOperatorHidIsLeftOut() throws Exception {
        crowd("#storm");
        nextMinute();
        String reader = roost.token(users.get(0));
        expect(204, roost.call(dismissal("PUT", "%23STORM").token(reader)));
        assertThat(topics("", reader)).isEmpty();
        assertThat(topics("", null)).containsExactly("#storm");
        expect(204, roost.call(dismissal("DELETE", "%23storm").token(reader)));
        assertThat(topics("", reader)).containsExactly("#storm");

        operator().hide("#Storm", "panic");
        assertThat(topics("", reader)).isEmpty();
        assertThat(operator().hidden()).containsExactly("#storm");
        operator().show("#storm", "over");
        assertThat(topics("", reader)).containsExactly("#storm");
        assertThat(operator().decisions()).extracting("reason").containsExactly("over", "panic");
    }

    @Test
    void theSampleIsATweetThatTheViewerMayRead() throws Exception {
        crowd("#storm");
        nextMinute();
        String reader = roost.token(roost.register("reader"));
        for (String user : users) {
            expect(
                    200,
                    roost.call(RawRequest.of("PUT", "/api/roost/v1/users/" + user + "/block")
                            .token(reader)));
        }
        assertThat(trends("", reader).get(0).has("sample_tweet_id")).isFalse();
        assertThat(trends("", null).get(0).has("sample_tweet_id")).isTrue();
    }

    private Trends operator() {
        return roost.server.features().trends.trends();
    }

    private void awaitFeed() throws InterruptedException {
        Await.until(() -> roost.server.features().trends.isCurrent());
    }

    private void crowd(String text) {
        for (String user : users) {
            roost.post(roost.token(user), text + " " + OTHER.get(users.indexOf(user)));
        }
    }

    private void nextMinute() throws InterruptedException {
        Await.until(() -> roost.server.backlog() == 0);
        roost.clock.advance(Duration.ofMinutes(1));
        roost.server.features().trends.tick();
    }

    private void choose(String user, String location) {
        expect(
                200,
                roost.call(RawRequest.of("PATCH", TrendSteps.CHOICES)
                        .token(roost.token(user))
                        .json("{\"location\":\"" + location + "\"}")));
    }

    private static RawRequest dismissal(String method, String topic) {
        return RawRequest.of(method, TrendSteps.CHOICES + "/dismissed/" + topic);
    }

    private List<String> topics(String query, @Nullable String token) {
        return trends(query, token).findValuesAsText("topic");
    }

    private JsonNode trends(String query, @Nullable String token) {
        RawRequest request = RawRequest.of("GET", TRENDS + query);
        Answer answer = roost.call(token == null ? request : request.token(token));
        return expect(200, answer).json().get("data");
    }
}
