package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;
import static social.roost.app.LocalServer.expect;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import social.roost.base.Together;
import social.roost.http.Answer;
import social.roost.http.RawClient;
import social.roost.http.RawRequest;

@DisplayName("C1, C7: a thread is posted as a whole and once")
@Timeout(120)
class ThreadsTest {
    private LocalServer roost;
    private String alice;
    private String alices;
    private String bobs;

    @BeforeEach
    void start(@TempDir Path folder) {
        roost = new LocalServer(folder);
        alice = roost.register("alice");
        alices = roost.token(alice);
        bobs = roost.token(roost.register("bob"));
    }

    @AfterEach
    void stop() {
        roost.close();
    }

    @Test
    void eachTweetContinuesTheOneBefore() {
        String quoted = roost.post(bobs, "quoted");
        Answer answer = expect(
                201,
                post(null, draft("one"), "{\"content\":\"two\",\"quote_of_id\":\"" + quoted + "\"}", draft("three")));
        JsonNode page = answer.json();
        List<String> ids = page.get("data").findValuesAsText("id");
        assertThat(ids).hasSize(3);
        assertThat(answer.header("location")).hasValue("/api/roost/v1/tweets/" + ids.getFirst());
        assertThat(page.at("/data/0").has("reply_to_id")).isFalse();
        assertThat(page.at("/data/1/reply_to_id").asText()).isEqualTo(ids.get(0));
        assertThat(page.at("/data/2/reply_to_id").asText()).isEqualTo(ids.get(1));
        assertThat(page.at("/data/2/in_reply_to_user_id").asText()).isEqualTo(alice);
        assertThat(page.get("data").findValuesAsText("conversation_id")).containsOnly(ids.getFirst());
        assertThat(page.at("/includes/tweets/0/id").asText()).isEqualTo(quoted);
        assertThat(page.at("/includes/users/0/tweets_count").asInt()).isEqualTo(3);
        for (int i = 0; i < 3; i++) {
            JsonNode tweet =
                    roost.get("/api/roost/v1/tweets/" + ids.get(i), alices).json();
            assertThat(tweet.get("data")).isEqualTo(page.at("/data/" + i));
        }
        assertThat(shown("/api/roost/v1/timelines/home")).isEqualTo(ids.reversed());
        assertThat(shown("/api/roost/v1/tweets/" + ids.getFirst() + "/conversation"))
                .isEqualTo(ids);
        assertThat(roost.get("/api/roost/v1/tweets/" + quoted, alices)
                        .json()
                        .at("/data/counts/quotes")
                        .asInt())
                .isOne();
    }

    @Test
    void theFirstMayReplyToAnotherTweet() {
        String root = roost.post(bobs, "root");
        JsonNode page = expect(201, post(null, "{\"content\":\"one\",\"reply_to_id\":\"" + root + "\"}", draft("two")))
                .json();
        assertThat(page.at("/data/0/reply_to_id").asText()).isEqualTo(root);
        assertThat(page.get("data").findValuesAsText("conversation_id")).containsOnly(root);
    }

    @Test
    void aRetryGetsTheSameTweetsAndAnotherRequestIsAConflict() {
        List<String> ids = ids(expect(201, post("key", draft("one"), draft("two"))));
        assertThat(ids(expect(201, post("key", draft("one"), draft("two"))))).isEqualTo(ids);
        assertThat(expect(409, post("key", draft("one"), draft("other"))).member("code"))
                .isEqualTo("idempotency_key_reused");
        assertThat(expect(409, post("key", draft("one"), draft("two"), draft("three")))
                        .member("code"))
                .isEqualTo("idempotency_key_reused");
        assertThat(shown("/api/roost/v1/users/" + alice + "/tweets")).hasSize(2);
        expect(
                204,
                roost.call(RawRequest.of("DELETE", "/api/roost/v1/tweets/" + ids.getLast())
                        .token(alices)));
        assertThat(expect(410, post("key", draft("one"), draft("two"))).member("code"))
                .isEqualTo("tweet_deleted");
    }

    @Test
    void tenRetriesAtOnceGetTheSameTweets() throws Exception {
        RawRequest request = request("key", draft("one"), draft("two"), draft("three"));
        List<List<String>> answers = Together.call(10, _ -> {
            try (RawClient client = new RawClient(roost.port)) {
                return ids(expect(201, client.call(request)));
            }
        });
        assertThat(answers).hasSize(10).containsOnly(answers.getFirst());
        assertThat(shown("/api/roost/v1/users/" + alice + "/tweets"))
                .isEqualTo(answers.getFirst().reversed());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "tweets[1].content, `{\"content\":\" \"}`",
                "tweets[1].content, `{\"content\":7}`",
                "tweets[1].reply_to_id, `{\"content\":\"two\",\"reply_to_id\":\"1\"}`",
                "tweets[1].quote_of_id, `{\"content\":\"two\",\"quote_of_id\":\"1\"}`",
                "tweets[1].quote_of_id, `{\"content\":\"two\",\"quote_of_id\":\"x\"}`",
                "tweets[1].visibility, `{\"content\":\"two\",\"visibility\":\"x\"}`",
                "tweets[1].text, `{\"text\":\"two\"}`",
                "tweets[1], null"
            })
    void whatIsWrongIsNamedAndNothingIsPosted(String field, String second) {
        assertThat(expect(422, post(null, draft("one"), second)).member("field"))
                .isEqualTo(field);
        assertThat(shown("/api/roost/v1/users/" + alice + "/tweets")).isEmpty();
    }

    @Test
    void aThreadHasTwoToTwentyFiveTweets() {
        for (int size : new int[] {0, 1, 26, 1_000}) {
            Answer refused = expect(422, post(null, drafts(size)));
            assertThat(refused.member("field")).as("%s tweets", size).isEqualTo("tweets");
        }
        assertThat(ids(expect(201, post(null, drafts(25))))).hasSize(25);
    }

    @Test
    void eachTweetCountsTowardsTheLimit(@TempDir Path folder) {
        try (LocalServer limited = new LocalServer(folder, "limits.enabled=true", "limits.user.post=5/1h")) {
            String token = limited.token(limited.register("alice"));
            RawRequest three = RawRequest.of("POST", "/api/roost/v1/threads")
                    .token(token)
                    .json(body(draft("one"), draft("two"), draft("three")));
            Answer answer = expect(201, limited.call(three));
            assertThat(answer.header("ratelimit").orElseThrow()).startsWith("\"user-post\";r=2;t=");
            assertThat(expect(429, limited.call(three)).member("code")).isEqualTo("rate_limited");
            assertThat(limited.get("/api/roost/v1/users/me", token).member("tweets_count"))
                    .isEqualTo("3");
            limited.post(token, "a single one");
        }
    }

    private Answer post(@Nullable String key, String... drafts) {
        return roost.call(request(key, drafts));
    }

    private RawRequest request(@Nullable String key, String... drafts) {
        RawRequest request =
                RawRequest.of("POST", "/api/roost/v1/threads").token(alices).json(body(drafts));
        return key == null ? request : request.header("idempotency-key", key);
    }

    private static String body(String... drafts) {
        return List.of(drafts).stream().collect(Collectors.joining(",", "{\"tweets\":[", "]}"));
    }

    private static String[] drafts(int size) {
        return Collections.nCopies(size, draft("again")).toArray(String[]::new);
    }

    private static String draft(String content) {
        return "{\"content\":\"" + content + "\"}";
    }

    private static List<String> ids(Answer answer) {
        return answer.json().get("data").findValuesAsText("id");
    }

    private List<String> shown(String list) {
        return ids(expect(200, roost.get(list, alices)));
    }
}
