package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;
import static social.roost.app.LocalServer.expect;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import social.roost.http.Answer;
import social.roost.http.RawRequest;

@DisplayName("The pinned tweet (N3)")
@Timeout(60)
class PinnedTweetTest extends NotificationStage {

    @Test
    void itIsFirstOnTheProfileAndInNoOtherPlace() {
        String pinned = roost.post(alices, "read this first");
        for (int i = 0; i < 5; i++) {
            roost.post(alices, "tweet " + i);
        }
        expect(204, pin("PUT", alices, pinned));
        assertThat(texts(""))
                .startsWith("read this first", "tweet 4")
                .hasSize(6)
                .doesNotHaveDuplicates();
        List<String> paged = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = list("?limit=2" + cursor);
            assertThat(page.get("data").size()).isLessThanOrEqualTo(2);
            page.get("data").forEach(tweet -> paged.add(tweet.get("content").asText()));
            cursor = page.at("/meta/next").isMissingNode()
                    ? ""
                    : "&cursor=" + page.at("/meta/next").asText();
        } while (!cursor.isEmpty());
        assertThat(paged).containsExactly("read this first", "tweet 4", "tweet 3", "tweet 2", "tweet 1", "tweet 0");
        assertThat(texts("?with=replies")).startsWith("tweet 4").endsWith("read this first");
    }

    @Test
    void thereIsOneAndItVanishesWithItsTweet() {
        String first = roost.post(alices, "one");
        String second = roost.post(alices, "two");
        roost.post(alices, "three");
        expect(204, pin("PUT", alices, first));
        expect(204, pin("PUT", alices, second));
        assertThat(texts("")).containsExactly("two", "three", "one");
        expect(204, pin("DELETE", alices, first));
        assertThat(texts("")).containsExactly("two", "three", "one");
        expect(
                204,
                roost.call(RawRequest.of("DELETE", "/api/roost/v1/tweets/" + second)
                        .token(alices)));
        assertThat(texts("")).containsExactly("three", "one");
        expect(204, pin("PUT", alices, first));
        expect(204, pin("DELETE", alices, first));
        assertThat(texts("")).containsExactly("three", "one");
    }

    @Test
    void onlyOnesOwnTweetsCanBePinned() {
        String tweet = roost.post(alices, "one");
        assertThat(pin("PUT", bobs, tweet).member("code")).isEqualTo("not_your_tweet");
        act("PUT", bobs, "users", alice, "block");
        assertThat(pin("PUT", bobs, tweet).status()).isEqualTo(403);
        assertThat(pin("PUT", alices, "123").status()).isEqualTo(404);
    }

    private Answer pin(String method, String token, String tweet) {
        return roost.call(
                RawRequest.of(method, "/api/roost/v1/tweets/" + tweet + "/pin").token(token));
    }

    private List<String> texts(String query) {
        return list(query).get("data").findValuesAsText("content");
    }

    private JsonNode list(String query) {
        return expect(200, roost.get("/api/roost/v1/users/" + alice + "/tweets" + query, bobs))
                .json();
    }
}
