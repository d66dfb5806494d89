package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;
import static social.roost.app.LocalServer.expect;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import social.roost.event.Await;
import social.roost.http.RawRequest;

@DisplayName("C4: a timeline comes with the tweets to be displayed beside its own")
@Timeout(120)
class IncludedTweetsTest {
    private static final String HOME = "/api/roost/v1/timelines/home";

    private LocalServer roost;
    private String alice;
    private String bob;
    private String alices;
    private String bobs;
    private String carols;
    private String readers;

    @BeforeEach
    void start(@TempDir Path folder) {
        roost = new LocalServer(folder);
        alice = roost.register("alice");
        bob = roost.register("bob");
        alices = roost.token(alice);
        bobs = roost.token(bob);
        carols = roost.token(roost.register("carol"));
        readers = roost.token(roost.register("reader"));
        put("users/" + alice + "/follow");
    }

    @AfterEach
    void stop() {
        roost.close();
    }

    @Test
    void theTweetThatAShownReplyAnswers() throws Exception {
        put("users/" + bob + "/follow");
        String tweet = roost.post(bobs, "question");
        try (StreamClient stream = StreamClient.webSocket(roost.port, "/api/roost/v1/stream", readers)) {
            String reply = roost.reply(alices, tweet, "answer");
            JsonNode home = home(reply);
            assertThat(included(home)).contains(tweet);
            assertThat(names(home)).contains("bob");
            JsonNode told = stream.next("tweet");
            while (!told.at("/data/id").asText().equals(reply)) {
                told = stream.next("tweet");
            }
            assertThat(included(told)).containsExactly(tweet);
            assertThat(names(told)).containsExactlyInAnyOrder("alice", "bob");
        }
        JsonNode profile = json("/api/roost/v1/users/" + alice + "/tweets?with=replies");
        assertThat(included(profile)).containsExactly(tweet);
    }

    @Test
    void notTheTweetOfAHiddenUser() throws Exception {
        String tweet = roost.post(bobs, "question");
        put("users/" + bob + "/block");
        String reply = roost.reply(alices, tweet, "answer");
        JsonNode profile = json("/api/roost/v1/users/" + alice + "/tweets?with=replies");
        assertThat(ids(profile)).containsExactly(reply);
        assertThat(included(profile)).isEmpty();
        assertThat(names(profile)).containsExactly("alice");
    }

    @Test
    void theQuoteOfARetweetedTweet() throws Exception {
        String quoted = roost.post(bobs, "quoted");
        String quote = roost.quote(carols, quoted, "quote");
        expect(
                200,
                roost.call(RawRequest.of("PUT", "/api/roost/v1/tweets/" + quote + "/retweet")
                        .token(alices)));
        JsonNode profile = json("/api/roost/v1/users/" + alice + "/tweets");
        String retweet = ids(profile).getFirst();
        JsonNode home = home(retweet);
        for (JsonNode page : List.of(profile, home)) {
            assertThat(included(page)).containsExactly(quote, quoted);
            assertThat(names(page)).containsExactly("alice", "carol", "bob");
        }
    }

    /** The home timeline once its newest tweet is this one. */
    private JsonNode home(String newest) throws InterruptedException {
        Await.until(() -> json(HOME).at("/data/0/id").asText().equals(newest));
        return json(HOME);
    }

    private JsonNode json(String path) {
        return expect(200, roost.get(path, readers)).json();
    }

    private static List<String> ids(JsonNode page) {
        return page.get("data").findValuesAsText("id");
    }

    private static List<String> included(JsonNode page) {
        return page.at("/includes/tweets").findValuesAsText("id");
    }

    private static List<String> names(JsonNode page) {
        return page.at("/includes/users").findValuesAsText("username");
    }

    private void put(String path) {
        expect(200, roost.call(RawRequest.of("PUT", "/api/roost/v1/" + path).token(readers)));
    }
}
