package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;
import static social.roost.app.LocalServer.expect;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import social.roost.base.Timestamps;
import social.roost.event.Await;
import social.roost.http.Answer;
import social.roost.http.RawRequest;

@DisplayName("Scheduled tweets (N3)")
@Timeout(60)
class ScheduledTweetsTest extends NotificationStage {
    private static final String TWEETS = "/api/roost/v1/tweets";
    private static final String SCHEDULED = "/api/roost/v1/scheduled-tweets";
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void aTweetIsPostedWhenItIsDueAndNotBefore() throws Exception {
        act("PUT", bobs, "users", alice, "follow");
        String id = schedule("\"content\":\"Good morning, @bob\"", HOUR).member("id");
        assertThat(listed()).containsExactly(id);
        assertThat(roost.get(SCHEDULED, bobs).json().get("data")).isEmpty();
        roost.clock.advance(HOUR.minusSeconds(1));
        settle();
        assertThat(own()).isEmpty();
        assertThat(roost.get(TWEETS + "/" + id, bobs).status()).isEqualTo(404);
        roost.clock.advance(Duration.ofSeconds(1));
        Await.until(() -> listed().isEmpty());
        assertThat(own()).containsExactly("Good morning, @bob");
        JsonNode home = roost.get("/api/roost/v1/timelines/home", bobs).json();
        assertThat(home.at("/data/0/content").asText()).isEqualTo("Good morning, @bob");
        assertThat(told(page(bobs, ""))).hasSize(1);
    }

    @Test
    void itHasMediaAndAPollThatStartsThen() throws Exception {
        String medium = new TestUploads(roost).ready(alices, TestMedia.png("sunrise"));
        String id = schedule(
                        "\"content\":\"Up?\",\"media_ids\":[\"" + medium
                                + "\"],\"poll\":{\"options\":[\"yes\",\"no\"],\"duration_seconds\":300}",
                        Duration.ofDays(3))
                .member("id");
        assertThat(id).isNotEmpty();
        Answer reused = roost.call(RawRequest.of("POST", TWEETS)
                .token(alices)
                .json("{\"content\":\"x\",\"media_ids\":[\"" + medium + "\"]}"));
        assertThat(reused.member("code")).isEqualTo("media_in_use");
        roost.clock.advance(Duration.ofDays(3));
        alices = roost.token(alice);
        Await.until(() -> listed().isEmpty());
        JsonNode tweet = roost.get("/api/roost/v1/users/" + alice + "/tweets", alices)
                .json()
                .at("/data/0");
        assertThat(tweet.at("/media_ids/0").asText()).isEqualTo(medium);
        assertThat(tweet.at("/poll/ends_at").asText())
                .isEqualTo(Timestamps.format(
                        roost.clock.millis() + Duration.ofMinutes(5).toMillis()));
    }

    @Test
    void itSaysWhoMayReply() throws Exception {
        String id =
                schedule("\"content\":\"one\",\"replies\":\"followees\"", HOUR).member("id");
        assertThat(expect(200, patch(id, "{\"content\":\"two\"}")).member("replies"))
                .isEqualTo("followees");
        roost.clock.advance(HOUR);
        Await.until(() -> listed().isEmpty());
        JsonNode tweet = roost.get("/api/roost/v1/users/" + alice + "/tweets", bobs)
                .json()
                .at("/data/0");
        assertThat(tweet.path("content").asText()).isEqualTo("two");
        assertThat(tweet.path("replies").asText()).isEqualTo("followees");
    }

    @Test
    void itCanBeEditedAndCancelledUntilThen() throws Exception {
        String first = schedule("\"content\":\"one\"", HOUR).member("id");
        String second = schedule("\"content\":\"two\"", HOUR).member("id");
        Answer edited = patch(first, "{\"content\":\"uno\",\"scheduled_at\":\"" + at(HOUR.multipliedBy(2)) + "\"}");
        assertThat(expect(200, edited).member("content")).isEqualTo("uno");
        assertThat(listed()).containsExactly(second, first);
        expect(204, delete(second));
        assertThat(delete(second).status()).isEqualTo(404);
        roost.clock.advance(HOUR);
        settle();
        assertThat(own()).isEmpty();
        roost.clock.advance(HOUR);
        Await.until(() -> listed().isEmpty());
        assertThat(own()).containsExactly("uno");
        assertThat(patch(first, "{}").status()).isEqualTo(404);
    }

    @Test
    void whatCannotBePostedThenStaysWithTheReason() throws Exception {
        String answered = roost.post(bobs, "bread?");
        String id = schedule("\"content\":\"yes\",\"reply_to_id\":\"" + answered + "\"", HOUR)
                .member("id");
        act("PUT", bobs, "users", alice, "block");
        roost.clock.advance(HOUR);
        Await.until(() -> failure().equals("blocked"));
        assertThat(own()).isEmpty();
        assertThat(roost.get(TWEETS + "/" + answered + "/conversation", carols)
                        .json()
                        .get("data"))
                .hasSize(1);
        roost.call(RawRequest.of("DELETE", "/api/roost/v1/users/" + alice + "/block")
                .token(bobs));
        expect(200, patch(id, "{\"scheduled_at\":\"" + at(HOUR) + "\"}"));
        assertThat(failure()).isEmpty();
        roost.clock.advance(HOUR);
        Await.until(() -> listed().isEmpty());
        assertThat(roost.get(TWEETS + "/" + answered + "/conversation", carols)
                        .json()
                        .get("data"))
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "scheduled_at | \"content\":\"x\" | PT59S",
                "scheduled_at | \"content\":\"x\" | P366D",
                "content | \"content\":\"\" | PT1H",
                "reply_to_id | \"content\":\"x\",\"reply_to_id\":\"123\" | PT1H",
                "media_ids | \"content\":\"x\",\"media_ids\":[\"123\"] | PT1H",
                "poll.options | \"content\":\"x\",\"poll\":{\"options\":[\"a\"],\"duration_seconds\":300} | PT1H"
            })
    void whatCannotBePostedIsRejectedNow(String field, String members, Duration from) {
        Answer answer = schedule(members, from);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.member("field")).isEqualTo(field);
        assertThat(listed()).isEmpty();
    }

    @Test
    void aThreadCannotBeScheduled() {
        Answer answer = roost.call(RawRequest.of("POST", "/api/roost/v1/threads")
                .token(alices)
                .json("{\"tweets\":[{\"content\":\"a\",\"scheduled_at\":\"" + at(HOUR) + "\"},{\"content\":\"b\"}]}"));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.member("field")).isEqualTo("tweets[0].scheduled_at");
    }

    @Test
    void ofAnEditAndTheTimeAtOnceOneWins() throws Exception {
        List<String> ids = IntStream.range(0, 20)
                .mapToObj(i -> schedule("\"content\":\"old " + i + "\"", HOUR).member("id"))
                .toList();
        roost.clock.advance(HOUR);
        List<String> won = new ArrayList<>();
        for (String id : ids) {
            if (patch(id, "{\"content\":\"new " + ids.indexOf(id) + "\"}").status() == 200) {
                won.add(id);
            }
        }
        Await.until(() -> listed().isEmpty());
        List<String> expected = IntStream.range(0, ids.size())
                .mapToObj(i -> (won.contains(ids.get(i)) ? "new " : "old ") + i)
                .toList();
        assertThat(own()).containsExactlyInAnyOrderElementsOf(expected);
    }

    private Answer schedule(String members, Duration from) {
        return roost.call(RawRequest.of("POST", TWEETS)
                .token(alices)
                .json("{" + members + ",\"scheduled_at\":\"" + at(from) + "\"}"));
    }

    private String at(Duration from) {
        return Timestamps.format(roost.clock.millis() + from.toMillis());
    }

    private Answer patch(String id, String body) {
        return roost.call(
                RawRequest.of("PATCH", SCHEDULED + "/" + id).token(alices).json(body));
    }

    private Answer delete(String id) {
        return roost.call(RawRequest.of("DELETE", SCHEDULED + "/" + id).token(alices));
    }

    private List<String> listed() {
        return expect(200, roost.get(SCHEDULED, alices)).json().get("data").findValuesAsText("id");
    }

    /** The code of the failure of the only scheduled tweet; empty for none. */
    private String failure() {
        return roost.get(SCHEDULED, alices).json().at("/data/0/failure/code").asText();
    }

    private List<String> own() {
        return expect(200, roost.get("/api/roost/v1/users/" + alice + "/tweets", carols))
                .json()
                .get("data")
                .findValuesAsText("content");
    }
}
